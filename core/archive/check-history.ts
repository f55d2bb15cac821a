import { AppError } from '../contract/app-error.ts'
import type { ArchiveFolder } from './folder.ts'
import { forEachInParallel, type JobOptions } from './in-parallel.ts'
import { HISTORY_FOLDER } from './layout.ts'
import { findMovePoints } from './move-point.ts'
import { ACTS_FOLDER, findPoints, readContents, type RestorePoint } from './restore-point.ts'

/** A file of the history that could not bring back what it should. */
export interface DamagedVersion {
  readonly file: string
  readonly message: string
}

const AT_ONCE = 8
/** Articles of a restore point read in one go. */
const ENTRIES_AT_ONCE = 64
/** Time and first digits of the checksum: how old versions of articles and of the archive's own files are named. */
const VERSION_NAME = /\/\d{8}T\d{9}Z-([0-9a-f]{8})(\.md)?$/

async function checkVersion(folder: ArchiveFolder, file: string, shown: string): Promise<DamagedVersion | null> {
  const found = await folder.readIfPresent(file)
  // It may go while the others are read: old history is removed when the user says so.
  if (found === null || found.version.startsWith(shown)) return null
  return { file, message: 'Its content does not match the checksum in its name.' }
}

async function checkPoint(folder: ArchiveFolder, point: RestorePoint): Promise<DamagedVersion | null> {
  try {
    for (let start = 0; start < point.entries.length; start += ENTRIES_AT_ONCE) {
      await readContents(folder, point, point.entries.slice(start, start + ENTRIES_AT_ONCE))
    }
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return {
      file: `${ACTS_FOLDER}/${point.name}.txt`,
      message: 'Its articles before and after the act cannot be read.',
    }
  }
}

/** Lists of acts that can be read neither as a restore point nor as moves. */
async function findUnreadableLists(
  folder: ArchiveFolder,
  files: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly DamagedVersion[]> {
  const moves = new Set((await findMovePoints(folder, false)).map(({ name }) => name))
  return files
    .filter((path) => path.startsWith(`${ACTS_FOLDER}/`) && path.endsWith('.json') && !path.endsWith('.pending.json'))
    .filter((path) => {
      const name = path.slice(ACTS_FOLDER.length + 1, -'.json'.length)
      return !known.has(name) && !moves.has(name)
    })
    .map((file) => ({ file, message: 'Its articles before and after the act cannot be read.' }))
}

/**
 * Reads all old versions and compares them with the checksums in their names or in the lists of their acts.
 *
 * @throws AppError `cancelled`
 */
export async function findDamagedVersions(
  folder: ArchiveFolder,
  { signal }: JobOptions = {},
): Promise<readonly DamagedVersion[]> {
  const files = (await folder.walk(HISTORY_FOLDER)).files.map(({ path }) => path)
  const damaged: DamagedVersion[] = []
  const keep = (found: DamagedVersion | null): void => {
    if (found !== null) damaged.push(found)
  }
  const versions = files.flatMap((path) => {
    const shown = VERSION_NAME.exec(path)?.[1]
    return shown === undefined ? [] : [{ path, shown }]
  })
  await forEachInParallel(
    versions,
    AT_ONCE,
    async ({ path, shown }) => keep(await checkVersion(folder, path, shown)),
    signal,
  )
  const { points } = await findPoints(folder, false)
  await forEachInParallel(points, AT_ONCE, async (point) => keep(await checkPoint(folder, point)), signal)
  const known = new Set(points.map(({ name }) => name))
  return [...damaged, ...(await findUnreadableLists(folder, files, known))]
}
