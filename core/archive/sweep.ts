import { basename, join } from 'node:path'
import { parseTemporaryName } from '../files/safe-save.ts'
import { isMissing, type FileInfo } from '../files/file-system.ts'
import { lookError } from '../files/save-error.ts'
import type { ArchiveContext } from './archive-context.ts'
import type { FolderTools } from './folder.ts'
import { RECOVERED_FOLDER, timeInName } from './layout.ts'

/** A temporary of another computer is left alone this long: it may be in the middle of a save. */
const FOREIGN_PATIENCE = 3_600_000

function isAlive(id: number): boolean {
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function isStale(path: string, info: () => Promise<FileInfo>): Promise<boolean> {
  const temporary = parseTemporaryName(basename(path))
  if (temporary === null) return false
  if (temporary.thisComputer) return !isAlive(temporary.process)
  return Date.now() - (await info()).modified > FOREIGN_PATIENCE
}

async function recover(context: ArchiveContext, path: string): Promise<void> {
  const name = basename(path)
    .replace(/^\./, '')
    .replace(/\.tmp$/, '')
  await context.folder.move(path, `${RECOVERED_FOLDER}/${timeInName(context.clock())}-${name}`)
  context.log.warn(`Left over from a save that did not end, moved to ${RECOVERED_FOLDER}: ${path}`)
}

/**
 * Moves what was left by saves that did not end to `.recovered/`; nothing is deleted. Only for the one writer of the
 * archive, before it writes.
 *
 * @returns number of files moved
 */
export async function sweepTemporaries(context: ArchiveContext, folder = ''): Promise<number> {
  let moved = 0
  for (const { name, kind } of await context.folder.list(folder)) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (kind === 'folder' && path !== RECOVERED_FOLDER) moved += await sweepTemporaries(context, path)
    if (kind !== 'file' || !(await isStale(path, () => context.folder.info(path)))) continue
    await recover(context, path)
    moved += 1
  }
  return moved
}

/**
 * Removes what such saves left in a folder outside the archive whose files can be made anew. Folders in it are left alone.
 *
 * @throws AppError `file-unavailable`, `save-failed`
 */
export async function removeTemporaries({ system, saver }: FolderTools, folder: string): Promise<void> {
  try {
    for (const { name, kind } of await system.list(folder)) {
      const path = join(folder, name)
      if (kind === 'file' && (await isStale(path, () => system.info(path)))) await saver.remove(path)
    }
  } catch (error) {
    if (!isMissing(error)) throw lookError(error, folder)
  }
}
