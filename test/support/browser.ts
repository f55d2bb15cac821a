import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** How to start the browser that runs the end-to-end tests. */
export interface BrowserLaunch {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Where the browser comes from, for the report. */
  readonly origin: 'environment' | 'system' | 'package'
}

const SYSTEM_BROWSERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
}

/** Chromium refuses its sandbox to root; the background services only fail offline, slowly. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** The browser that an npm package carries, for Linux machines without one: unpacked once into the temporary folder. */
async function unpackPackagedBrowser(): Promise<BrowserLaunch> {
  const { inflate } = await import('@sparticuz/chromium')
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const executablePath = await inflate(join(packaged, 'chromium.br'))
  await Promise.all(
    ['fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'].map((name) => inflate(join(packaged, name))),
  )
  return {
    executablePath,
    args: [...ARGUMENTS, '--headless=shell', '--no-zygote'],
    // The package also brings the few libraries that a bare machine lacks.
    env: { FONTCONFIG_PATH: join(tmpdir(), 'fonts'), LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') },
    origin: 'package',
  }
}

/**
 * Finds a browser for the tests: the one that PRESS_ARCHIVE_BROWSER names, one of the system, or the one in an npm package.
 *
 * @throws Error with advice where there is none.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env['PRESS_ARCHIVE_BROWSER']
  if (named === 'package') return unpackPackagedBrowser()
  if (named !== undefined && named !== '') {
    return { executablePath: named, args: ARGUMENTS, env: {}, origin: 'environment' }
  }
  for (const path of SYSTEM_BROWSERS[process.platform] ?? []) {
    if (await isExecutable(path)) return { executablePath: path, args: ARGUMENTS, env: {}, origin: 'system' }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackPackagedBrowser()
  throw new Error('No browser for the end-to-end tests: install Chrome or Edge, or name one in PRESS_ARCHIVE_BROWSER.')
}
