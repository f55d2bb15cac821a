import { AppError } from '../contract/app-error.ts'
import { checkRelativePath } from '../files/safe-path.ts'
import { requireWritable, type ArchiveContext } from './archive-context.ts'
import type { ReadFile } from './many-places.ts'
import { ARCHIVE_FILE, ARTICLES_FOLDER, ATTACHMENTS_FOLDER, HISTORY_FOLDER, timeInName } from './layout.ts'

/** The archive's small files are kept in the history under this name. */
const FILES_HISTORY = `${HISTORY_FOLDER}/files`
const RESERVED = new Set([ARCHIVE_FILE, ARTICLES_FOLDER, ATTACHMENTS_FOLDER])

/** Only files beside articles and attachments may be read and written by name. */
function requireOwnFile(path: string): string {
  const [first = ''] = checkRelativePath(path).split('/')
  if (RESERVED.has(first.toLowerCase()) || first.startsWith('.')) {
    throw new AppError('unsafe-name', `The name ${path} is not for this use.`, { file: path, reason: 'reserved' })
  }
  return path
}

/** Reads one of the archive's own files, such as `tags.yaml`; null where it is not there. */
export async function readOwnFile(context: ArchiveContext, path: string): Promise<ReadFile | null> {
  return context.folder.readIfPresent(requireOwnFile(path))
}

/**
 * Saves one of the archive's own files; the old version goes to the history.
 *
 * @param version the version that was read before, or null where there was none
 * @throws AppError `version-conflict`, `read-only`, `disk-full`, `save-failed`
 */
export async function saveOwnFile(
  context: ArchiveContext,
  path: string,
  bytes: Uint8Array,
  version: string | null,
): Promise<string> {
  requireWritable(context)
  const own = requireOwnFile(path)
  return context.queue.run(own, () =>
    context.folder.save(own, bytes, version, async (old) => {
      const copy = `${FILES_HISTORY}/${own}/${timeInName(context.clock())}-${(version ?? '').slice(0, 8)}`
      if ((await context.folder.readIfPresent(copy)) === null) await context.folder.save(copy, old, null)
    }),
  )
}

/**
 * Removes one of the archive's own files for good: one whose content stands elsewhere by now.
 *
 * @throws AppError `read-only`
 */
export async function removeOwnFile(context: ArchiveContext, path: string): Promise<void> {
  requireWritable(context)
  const own = requireOwnFile(path)
  await context.queue.run(own, () => context.folder.remove(own))
}
