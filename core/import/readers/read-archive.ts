import { AppError } from '../../contract/app-error.ts'
import { ARCHIVE_LIMITS, unpackZip } from '../office/read-zip.ts'
import type { ReadFault, ReadResult } from '../read-result.ts'

const HIDDEN = /(?:^|\/)(?:\.(?!\.?\/)|~\$|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i

/**
 * Unpacks a zip in memory; its files go through the importer one by one. Names in it are only shown, never used as paths;
 * entries whose name points elsewhere, or that are locked or damaged, are named as failed.
 *
 * @throws AppError `too-large`, `unreadable-source`, `empty-file`
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadResult> {
  const { entries, refused } = await unpackZip(bytes, ARCHIVE_LIMITS, (name) => !HIDDEN.test(name))
  if (entries.length + refused.length === 0) throw new AppError('empty-file', 'The zip holds no files.')
  const faults = refused.map((entry): ReadFault => ({ ...entry, outcome: 'failed' }))
  const members = entries.map((entry) => ({ ...entry, name: entry.name.replace(/^(?:\.\/)+/, '') }))
  return { pieces: [], members, faults }
}
