import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CONTENT_POLICY, SECURITY_HEADERS } from '../../core/contract/content-policy.ts'
import { OFFLINE_SWITCHES } from '../../electron/lock-down.ts'
import { PRESS_SCHEME } from '../../electron/press-protocol.ts'
import { webPreferences, windowOptions } from '../../electron/window-options.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['core', 'electron', 'web', 'cli', 'renderer']

interface Source {
  readonly file: string
  readonly text: string
}

async function readSources(): Promise<readonly Source[]> {
  const perFolder = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true })
      return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    }),
  )
  return Promise.all(perFolder.flat().map(async (file) => ({ file, text: await readFile(join(ROOT, file), 'utf8') })))
}

/** The nodes that any of the rules below looks at, found in one walk. */
function nodesOf({ file, text }: Source): readonly (readonly [file: string, node: ts.Node])[] {
  const found: (readonly [string, ts.Node])[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) ||
      ts.isNewExpression(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isBinaryExpression(node) ||
      ts.isImportDeclaration(node) ||
      ts.isJsxAttribute(node)
    ) {
      found.push([file, node])
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return found
}

const sources = await readSources()
const nodes = sources.flatMap(nodesOf)

/** Files with a node that the rule picks out. */
function placesOf(picks: (node: ts.Node) => boolean): readonly string[] {
  return [...new Set(nodes.filter(([, node]) => picks(node)).map(([file]) => file))].sort()
}

const isCallOf = (node: ts.Node, ...names: readonly string[]): boolean =>
  ts.isCallExpression(node) &&
  ((ts.isIdentifier(node.expression) && names.includes(node.expression.text)) ||
    (ts.isPropertyAccessExpression(node.expression) && names.includes(node.expression.name.text)))
const isNewOf = (node: ts.Node, ...names: readonly string[]): boolean =>
  ts.isNewExpression(node) && ts.isIdentifier(node.expression) && names.includes(node.expression.text)
const isText = (node: ts.Node, pattern: RegExp): boolean =>
  (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && pattern.test(node.text)
const isAssignmentTo = (node: ts.Node, ...names: readonly string[]): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  ts.isPropertyAccessExpression(node.left) &&
  names.includes(node.left.name.text)

describe('rules that every source keeps', () => {
  it('reads the sources', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it('makes windows in one place', () => {
    expect(placesOf((node) => isNewOf(node, 'BrowserWindow', 'BrowserView', 'WebContentsView', 'BaseWindow'))).toEqual([
      'electron/window.ts',
    ])
  })

  it('opens things outside the program in one place', () => {
    expect(placesOf((node) => isCallOf(node, 'openExternal', 'openPath', 'showItemInFolder'))).toEqual([
      'electron/host-api.ts',
    ])
  })

  it('never turns text into code', () => {
    expect(
      placesOf((node) => isCallOf(node, 'eval', 'executeJavaScript', 'runInThisContext', 'runInNewContext')),
    ).toEqual([])
    expect(placesOf((node) => isNewOf(node, 'Function'))).toEqual([])
    expect(
      placesOf(
        (node) =>
          isCallOf(node, 'setTimeout', 'setInterval') &&
          ts.isCallExpression(node) &&
          node.arguments[0] !== undefined &&
          ts.isStringLiteralLike(node.arguments[0]),
      ),
    ).toEqual([])
  })

  it('never turns text into HTML of a page', () => {
    expect(
      placesOf((node) => isAssignmentTo(node, 'innerHTML', 'outerHTML')).filter((file) => file.startsWith('renderer/')),
    ).toEqual([])
    expect(placesOf((node) => isCallOf(node, 'insertAdjacentHTML', 'createContextualFragment'))).toEqual([])
    expect(
      placesOf(
        (node) => ts.isJsxAttribute(node) && ts.isIdentifier(node.name) && node.name.text === 'dangerouslySetInnerHTML',
      ),
    ).toEqual([])
  })

  it('loads no page from a file and listens on no other address than 127.0.0.1', () => {
    expect(placesOf((node) => isCallOf(node, 'loadFile'))).toEqual([])
    expect(placesOf((node) => isText(node, /^file:\/\//))).toEqual([])
    expect(placesOf((node) => isText(node, /^(0\.0\.0\.0|::|localhost)$/))).toEqual([])
    expect(placesOf((node) => isCallOf(node, 'createServer')).filter((file) => file.startsWith('web/'))).toEqual([
      'web/server.ts',
    ])
  })

  it('asks the network for nothing outside the loopback client', () => {
    expect(placesOf((node) => isCallOf(node, 'fetch')).filter((file) => !file.startsWith('renderer/client/'))).toEqual(
      [],
    )
    expect(
      placesOf((node) => isNewOf(node, 'WebSocket', 'EventSource', 'XMLHttpRequest', 'RTCPeerConnection')),
    ).toEqual([])
    const clients = /^node:(https|http2|dgram|tls|dns)$|^(axios|undici|node-fetch)$/
    expect(placesOf((node) => ts.isImportDeclaration(node) && isText(node.moduleSpecifier, clients))).toEqual([])
  })

  it('hides no type error and no lint rule', () => {
    const hidden = sources.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)|eslint-disable/.test(text))
    expect(hidden.map(({ file }) => file)).toEqual([])
  })
})

describe('the desktop program', () => {
  it('gives its pages no right at all', () => {
    expect(webPreferences('/preload.cjs', true)).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
    expect(windowOptions('/preload.cjs', true).webPreferences).toEqual(webPreferences('/preload.cjs', true))
  })

  it('has a scheme like https and no more', () => {
    expect(PRESS_SCHEME).toEqual({
      scheme: 'press',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    })
  })

  it('looks up no name on any network', () => {
    expect(OFFLINE_SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
  })

  it('switches the sandbox on and locks every page before anything else', async () => {
    const main = await readFile(join(ROOT, 'electron/main.ts'), 'utf8')
    const place = (text: string): number => main.indexOf(text)
    expect(place('app.enableSandbox()')).toBeGreaterThan(0)
    expect(place('lockAllContents(app)')).toBeGreaterThan(place('app.enableSandbox()'))
    expect(place('.whenReady()')).toBeGreaterThan(place('lockAllContents(app)'))
    expect(place('await lockSession(')).toBeLessThan(place('currentWindow()\n}'))
  })

  it('gives the page functions and never the means to send messages', async () => {
    const preload = await readFile(join(ROOT, 'electron/preload.ts'), 'utf8')
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1)
    expect(preload).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/)
    expect(preload).not.toMatch(/\brequire\(|\bprocess\.|from 'node:/)
  })

  it('is packaged with every fuse that lets others in switched off', async () => {
    const { asar, electronFuses } = parse(await readFile(join(ROOT, 'electron-builder.yml'), 'utf8')) as {
      asar: boolean
      electronFuses: Record<string, boolean>
    }
    expect(asar).toBe(true)
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })
})

describe('the content policy', () => {
  it('is one text for all hosts and allows only own files', () => {
    expect(SECURITY_HEADERS['content-security-policy']).toBe(CONTENT_POLICY)
    const rules = new Map(CONTENT_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('style-src')).toEqual(["'self'"])
    expect(rules.get('connect-src')).toEqual(["'self'"])
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*/)
  })

  it('is written down in one place only', async () => {
    // A static site has a stricter policy of its own inside its pages: it has no host that could send headers.
    const places = placesOf((node) => isText(node, /script-src/)).filter(
      (file) => !file.startsWith('core/documents/site/'),
    )
    expect(places).toEqual(['core/contract/content-policy.ts'])
    expect(await readFile(join(ROOT, 'renderer/index.html'), 'utf8')).not.toMatch(
      /http-equiv|<script(?![^>]*\ssrc=)|\son\w+=|style=/i,
    )
  })
})

describe('the versions shipped', () => {
  it.each([
    ['electron', 45, 0],
    ['mammoth', 1, 11],
    ['pdfjs-dist', 6, 0],
  ])('%s is at least %i.%i', async (name, major, minor) => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string
    }
    const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number)
    expect(ownMajor * 1_000 + ownMinor).toBeGreaterThanOrEqual(major * 1_000 + minor)
  })

  it('are pinned exactly', async () => {
    const { dependencies, devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })
})
