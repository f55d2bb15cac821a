import { AppError } from '../contract/app-error.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArticleVersion } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveFolder } from './folder.ts'
import type { ArchiveContext } from './archive-context.ts'
import type { PointVersion } from './point-index.ts'
import { readContents } from './restore-point.ts'
import { HISTORY_FOLDER, parseTimeInName, timeInName } from './layout.ts'

const NAME_PATTERN = /^(\d{8}T\d{9}Z)-([0-9a-f]{8})\.md$/

/** Digits of the checksum that stand in a version's name. */
const SHOWN_DIGITS = 8

/** Where old versions are. */
type Kept = Pick<ArchiveContext, 'folder' | 'points'>

function nameOfVersion(time: Date, hash: string): string {
  return `${timeInName(time)}-${hash.slice(0, SHOWN_DIGITS)}.md`
}

/** Folder of the old versions of an article. */
export function historyFolder(id: ArticleId): string {
  return `${HISTORY_FOLDER}/${id}`
}

/** Keeps a version that is about to be replaced. The same content at the same time is kept once. */
export async function keepVersion(folder: ArchiveFolder, id: ArticleId, old: Uint8Array, time: Date): Promise<void> {
  const path = `${historyFolder(id)}/${nameOfVersion(time, sha256(old))}`
  try {
    await folder.save(path, old, null)
  } catch (error) {
    // The same version in the same millisecond is there already.
    if (!(error instanceof AppError) || error.code !== 'version-conflict') throw error
    if (sha256((await folder.read(path)).bytes) !== sha256(old)) throw error
  }
}

/** Old versions of an article, newest first: files of its history, and what restore points of bulk acts keep. */
export async function listVersions({ folder, points }: Kept, id: ArticleId): Promise<readonly ArticleVersion[]> {
  const versions = new Map<string, ArticleVersion>()
  for (const { name, kind } of await folder.list(historyFolder(id))) {
    const match = kind === 'file' ? NAME_PATTERN.exec(name) : null
    const time = parseTimeInName(match?.[1] ?? '')
    if (time !== null) versions.set(name, { name, replacedAt: time.toISOString(), hash: match?.[2] ?? '' })
  }
  for (const version of await points.versionsOf(id)) {
    const name = nameOfVersion(version.point.at, version.entry.before)
    const replacedAt = version.point.at.toISOString()
    versions.set(name, { name, replacedAt, hash: version.entry.before.slice(0, SHOWN_DIGITS) })
  }
  return [...versions.values()].sort((left, right) => (left.name < right.name ? 1 : -1))
}

/**
 * Bytes of an old version.
 *
 * @throws AppError `not-found`
 */
export async function readVersion(kept: Kept, id: ArticleId, name: string): Promise<Uint8Array> {
  if (!NAME_PATTERN.test(name)) throw noVersion(id, name)
  const file = await kept.folder.readIfPresent(`${historyFolder(id)}/${name}`)
  if (file !== null) return file.bytes
  const versions = await kept.points.versionsOf(id)
  const version = versions.find(({ point, entry }) => nameOfVersion(point.at, entry.before) === name)
  if (!version) throw noVersion(id, name)
  return bytesBefore(kept, version)
}

/**
 * Bytes of the old version with a checksum (SHA-256).
 *
 * @throws AppError `not-found`
 */
export async function findVersion(kept: Kept, id: ArticleId, wanted: string): Promise<Uint8Array> {
  const version = (await kept.points.versionsOf(id)).find(({ entry }) => entry.before === wanted)
  if (version) return bytesBefore(kept, version)
  for (const { name, kind } of await kept.folder.list(historyFolder(id))) {
    if (kind !== 'file' || !name.endsWith(`-${wanted.slice(0, SHOWN_DIGITS)}.md`)) continue
    const found = await kept.folder.read(`${historyFolder(id)}/${name}`)
    if (found.version === wanted) return found.bytes
  }
  throw new AppError('not-found', `The history of ${id} does not have the version wanted.`, { id })
}

async function bytesBefore({ folder }: Kept, { point, entry }: PointVersion): Promise<Uint8Array> {
  const [contents] = await readContents(folder, point, [entry])
  return contents?.before ?? new Uint8Array()
}

function noVersion(id: ArticleId, name: string): AppError {
  return new AppError('not-found', `There is no version ${name} of ${id}.`, { id, name })
}
