import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/parts.mjs'

/** A download that takes longer than this, in milliseconds, is given up. */
const DOWNLOAD_TIME = 20_000

/** Path of Electron's program, or null where it was not downloaded. */
export function electronBinary(environment = process.env) {
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules', 'electron', 'dist')
  const pathFile = join(ROOT, 'node_modules', 'electron', 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName()
  const path = join(folder, name)
  return existsSync(path) ? path : null
}

function defaultName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Tries to download Electron, which since version 42 brings no binary with its package. Resolves to its path or null. */
export async function downloadElectron(time = DOWNLOAD_TIME) {
  const installer = join(ROOT, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  await new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), time)
    child.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
    child.on('error', () => resolve())
  })
  return electronBinary()
}
