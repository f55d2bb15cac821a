import type { App } from 'electron'
import { fileURLToPath } from 'node:url'
import type { EntryName } from '../core/processes/entry-url.ts'
import { userFolders, type UserFolders } from '../core/processes/user-folders.ts'

/** Where the built program's files lie; this module is bundled into `dist/electron`. */
export const PROGRAM_FILES = {
  preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
  coreProcess: fileURLToPath(new URL('./core-process.mjs', import.meta.url)),
  interfaceFolder: fileURLToPath(new URL('../renderer/', import.meta.url)),
} as const

/** Where a program of the core lies that runs in a process of its own. */
export function workerFile(entry: EntryName): string {
  return fileURLToPath(new URL(`../workers/${entry}.mjs`, import.meta.url))
}

/** The user's folders: the same ones as for the command line, but documents where the system says they are. */
export function appFolders(app: Pick<App, 'getPath'>): UserFolders {
  const folders = userFolders()
  const hasOwnHome = Boolean(process.env['PRESS_ARCHIVE_HOME'])
  return hasOwnHome ? folders : { ...folders, documentsFolder: app.getPath('documents') }
}
