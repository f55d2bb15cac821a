import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The start file does not outlive the launch code in it, in milliseconds. */
const FILE_TIME = 60_000

export interface OpenBrowserOptions {
  readonly link: string
  /** Folder that only this user can read. */
  readonly privateFolder: string
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** True where a browser window could show: on Linux that takes a display. */
export function hasDisplay(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])
}

/** The program of the system that opens a file with its usual program, and its arguments. */
export function openerOf(platform: NodeJS.Platform, file: string): readonly [program: string, ...rest: string[]] {
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', pathToFileURL(file).href]
  return platform === 'darwin' ? ['open', file] : ['xdg-open', file]
}

/**
 * Opens the user's browser at a link without showing its code to other users: the arguments of a program are visible to
 * all, so the browser gets a file that only this user can read, and the file sends it on. Resolves to false where no
 * browser could be started; the function in `discard` deletes the file early.
 */
export async function openBrowser(
  options: OpenBrowserOptions,
): Promise<{ readonly opened: boolean; readonly discard: () => Promise<void> }> {
  const { link, privateFolder, platform, environment } = options
  if (!hasDisplay(platform, environment)) return { opened: false, discard: () => Promise.resolve() }
  await mkdir(privateFolder, { recursive: true, mode: 0o700 })
  const file = join(privateFolder, `start-${randomBytes(8).toString('hex')}.html`)
  await writeFile(file, startPage(link), { mode: 0o600, flag: 'wx' })
  const discard = (): Promise<void> => rm(file, { force: true })
  const opened = await start(openerOf(platform, file))
  if (!opened) await discard()
  else setTimeout(() => void discard(), FILE_TIME).unref()
  return { opened, discard }
}

/** A page that goes on to the link by itself. The link has no letter that means anything in HTML. */
function startPage(link: string): string {
  return [
    '<!doctype html><meta charset="utf-8"><title>Press Archive</title>',
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0; url=${link}">`,
    `<p><a href="${link}">Press Archive</a></p>`,
    '',
  ].join('\n')
}

function start([program, ...rest]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
