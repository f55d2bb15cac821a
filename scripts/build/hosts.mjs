import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ENTRY_SOURCES } from '../../core/processes/entry-url.ts'
import { hashOfFile, nativeFilesOf } from '../../core/processes/native-modules.ts'
import { DIST, ROOT } from './parts.mjs'

/** Left in node_modules: Electron itself, and what brings native code, WebAssembly or data files of its own. */
const EXTERNAL = ['electron', '@myriaddreamin/*', 'pdfjs-dist', 'pdfjs-dist/*', '@napi-rs/canvas', 'canvas']

const HOST_ENTRIES = {
  'electron/main': 'electron/main.ts',
  'electron/core-process': 'electron/core-process.ts',
  'web/main': 'web/main.ts',
  'cli/main': 'cli/main.ts',
}

/** CommonJS packages inside the bundles still ask for these names. */
const COMMONJS_NAMES = [
  "import { createRequire as createRequireOfBundle } from 'node:module'",
  "import { dirname as folderOfBundle } from 'node:path'",
  "import { fileURLToPath as pathOfBundle } from 'node:url'",
  'const require = createRequireOfBundle(import.meta.url)',
  'const __filename = pathOfBundle(import.meta.url)',
  'const __dirname = folderOfBundle(__filename)',
].join('\n')

/** Entries whose source is there, as esbuild wants them. */
function entryPoints() {
  const workers = Object.entries(ENTRY_SOURCES).map(([name, source]) => [
    `workers/${name}`,
    join('core', 'processes', source),
  ])
  return Object.fromEntries(
    [...Object.entries(HOST_ENTRIES), ...workers]
      .map(([name, source]) => [name, join(ROOT, source)])
      .filter(([, source]) => existsSync(source)),
  )
}

/** Packages with native code that the program loads itself. */
const NATIVE = ['@myriaddreamin/typst-ts-node-compiler', '@napi-rs/canvas']

/** What their files must be when they are loaded. */
async function nativeHashes() {
  const files = (await Promise.all(NATIVE.map((name) => nativeFilesOf(name, import.meta.url)))).flat()
  return Object.fromEntries(
    await Promise.all(files.map(async ({ packageName, path }) => [packageName, await hashOfFile(path)])),
  )
}

const SHARED = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  define: { PRESS_ARCHIVE_BUNDLED: 'true' },
  external: EXTERNAL,
  // Cyrillic words as they are: escaped, each letter would be six, and the tables of words take longer to load.
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
}

/**
 * Bundles the hosts and the core's worker programs into a folder such as `dist`; what they share lies once in its `chunks`.
 * `others` are further entries by name, such as programs of tests that work with the built core.
 */
export async function buildHosts(target = DIST, others = {}) {
  for (const folder of ['electron', 'web', 'cli', 'workers', 'chunks']) {
    rmSync(join(target, folder), { recursive: true, force: true })
  }
  await build({
    ...SHARED,
    define: { ...SHARED.define, PRESS_ARCHIVE_NATIVE_HASHES: JSON.stringify(await nativeHashes()) },
    entryPoints: { ...entryPoints(), ...others },
    outdir: target,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    banner: { js: COMMONJS_NAMES },
  })
  const preload = join(ROOT, 'electron', 'preload.ts')
  if (!existsSync(preload)) return
  // A sandboxed preload script can neither be a module nor load a second file.
  await build({
    ...SHARED,
    entryPoints: [preload],
    outfile: join(target, 'electron', 'preload.cjs'),
    format: 'cjs',
    platform: 'browser',
    target: 'chrome140',
  })
}
