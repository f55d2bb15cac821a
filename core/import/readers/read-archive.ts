import { AppError } from '../../contract/app-error.ts'
import { ARCHIVE_LIMITS, readZip } from '../office/read-zip.ts'
import type { ReadResult } from '../read-result.ts'

const HIDDEN = /(?:^|\/)(?:\.(?!\/)|~\$|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i

/**
 * Unpacks a zip in memory; its files go through the importer one by one. Names in it are only shown, never used as paths.
 *
 * @throws AppError `too-large`, `unreadable-source`, `empty-file`
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadResult> {
  const entries = await readZip(bytes, ARCHIVE_LIMITS, (name) => !HIDDEN.test(name))
  if (entries.length === 0) throw new AppError('empty-file', 'The zip holds no files.')
  const members = entries.map(({ name, bytes: content }) => ({
    name: name.replace(/^(?:\.{0,2}[/\\])+/, ''),
    bytes: content,
  }))
  return { pieces: [], members, faults: [] }
}
