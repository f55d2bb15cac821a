import { join } from 'node:path'
import { exists } from '../files/safe-save.ts'
import { lookError } from '../files/save-error.ts'
import type { FolderTools } from './folder.ts'

/**
 * A small file in the user's private folder that is there while the archive is open for writing. Finding it at the start
 * means that the last session ended by a crash.
 */
export interface SessionMark {
  /** True where the last session did not end by closing the archive. */
  readonly crashed: boolean
  remove(): Promise<void>
}

/** Sets the mark of an archive. @throws AppError `file-unavailable`, `disk-full`, `read-only`, `save-failed` */
export async function setSessionMark(tools: FolderTools, privateFolder: string, archive: string): Promise<SessionMark> {
  const path = join(privateFolder, archive, 'open')
  const crashed = await exists(tools.system, path).catch((error: unknown) => {
    throw lookError(error, path)
  })
  await tools.saver.saveDisposable(path, Buffer.from(String(process.pid)))
  return { crashed, remove: () => tools.saver.remove(path) }
}
