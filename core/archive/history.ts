import { AppError } from '../contract/app-error.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArticleVersion } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveFolder } from './folder.ts'
import { HISTORY_FOLDER, parseTimeInName, timeInName } from './layout.ts'

const NAME_PATTERN = /^(\d{8}T\d{9}Z)-([0-9a-f]{8})\.md$/

/** Folder of the old versions of an article. */
export function historyFolder(id: ArticleId): string {
  return `${HISTORY_FOLDER}/${id}`
}

/** Keeps a version that is about to be replaced. The same content at the same time is kept once. */
export async function keepVersion(folder: ArchiveFolder, id: ArticleId, old: Uint8Array, time: Date): Promise<void> {
  const path = `${historyFolder(id)}/${timeInName(time)}-${sha256(old).slice(0, 8)}.md`
  try {
    await folder.save(path, old, null)
  } catch (error) {
    // The same version in the same millisecond is there already.
    if (!(error instanceof AppError) || error.code !== 'version-conflict') throw error
    if (sha256((await folder.read(path)).bytes) !== sha256(old)) throw error
  }
}

/** Old versions of an article, newest first. */
export async function listVersions(folder: ArchiveFolder, id: ArticleId): Promise<readonly ArticleVersion[]> {
  const versions = (await folder.list(historyFolder(id))).flatMap(({ name, kind }) => {
    const match = kind === 'file' ? NAME_PATTERN.exec(name) : null
    const time = parseTimeInName(match?.[1] ?? '')
    return time === null ? [] : [{ name, replacedAt: time.toISOString(), hash: match?.[2] ?? '' }]
  })
  return versions.sort((left, right) => (left.name < right.name ? 1 : -1))
}

/**
 * Bytes of an old version.
 *
 * @throws AppError `not-found`
 */
export async function readVersion(folder: ArchiveFolder, id: ArticleId, name: string): Promise<Uint8Array> {
  if (!NAME_PATTERN.test(name)) throw new AppError('not-found', `There is no version ${name} of ${id}.`, { id, name })
  return (await folder.read(`${historyFolder(id)}/${name}`)).bytes
}
