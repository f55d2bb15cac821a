import { AppError } from '../contract/app-error.ts'
import { outcomeOf, valueOf, type FileContent, type Outcome } from '../files/batch-calls.ts'
import type { BulkSave } from '../files/bulk-save.ts'
import { isMissing, type FileInfo, type FileSystem } from '../files/file-system.ts'
import { resolveManyInside, type ProvenPlace } from '../files/safe-path.ts'
import { lookError } from '../files/save-error.ts'
import { sha256 } from '../files/sha256.ts'

/** Bytes of a file and the version that a later save must state. */
export interface ReadFile {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly version: string
}

/** Bytes of a file read together with others, and what the system says of it. */
export interface ReadPlace extends ReadFile {
  readonly info: FileInfo
}

/** New content for a file of the archive. */
export interface PlaceReplacement {
  readonly path: string
  readonly bytes: Uint8Array
  /** The version that the new content was made from. */
  readonly replaces: string
}

/** What many files are written with. */
interface PlaceTools {
  readonly system: FileSystem
  readonly bulk: BulkSave
}

async function proveMany(
  system: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<readonly Outcome<ProvenPlace>[]> {
  const places = await resolveManyInside(system, root, paths)
  return places.map((outcome, place) =>
    outcome.done ? outcome : { done: false, error: lookError(outcome.error, paths[place] ?? '') },
  )
}

function infoOutcome(path: string, outcome: Outcome<ProvenPlace> | undefined): Outcome<FileInfo> {
  if (outcome?.done === false) return outcome
  const info = outcome?.value.info
  return info
    ? { done: true, value: info }
    : { done: false, error: new AppError('save-failed', `Saving ${path}: it is gone again.`, { file: path }) }
}

/** Reads many files; each that cannot be read fails alone, as `ArchiveFolder.read` would. */
export async function readPlaces(
  system: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<readonly Outcome<ReadPlace>[]> {
  const places = await proveMany(system, root, paths)
  const found = places.flatMap((outcome) => (outcome.done && outcome.value.info !== null ? [outcome.value] : []))
  const read = await system.readMany(found.map(({ absolute }) => absolute))
  const contents = new Map(found.map(({ absolute }, place) => [absolute, read[place]]))
  return Promise.all(
    paths.map((path, place) =>
      outcomeOf(() => {
        const { absolute, info } = valueOf(places[place])
        const content = contents.get(absolute)
        if (info === null || (content?.done === false && isMissing(content.error))) {
          throw new AppError('not-found', `Reading ${path}: there is no such file.`, { file: path })
        }
        if (content?.done === false) throw lookError(content.error, path)
        const bytes = valueOf(content)
        if (bytes.length === 0 && info.size > 0) {
          const message = `Reading ${path}: it has a length but gives no bytes.`
          throw new AppError('file-unavailable', message, { file: path })
        }
        return Promise.resolve({ bytes, version: sha256(bytes), info })
      }),
    ),
  )
}

/** Absolute paths of those files that lie in the archive. */
export async function placesIn(system: FileSystem, root: string, paths: readonly string[]): Promise<readonly string[]> {
  const places = await proveMany(system, root, paths)
  return places.flatMap((outcome) => (outcome.done ? [outcome.value.absolute] : []))
}

/** Saves many new files; the value says what the system then says of each. */
export function savePlaces(
  tools: PlaceTools,
  root: string,
  list: readonly FileContent[],
): Promise<readonly Outcome<FileInfo>[]> {
  return writePlaces(tools, root, list, (proven) => tools.bulk.saveNew(proven))
}

/** Replaces many files; the value says what the system then says of each. */
export function replacePlaces(
  tools: PlaceTools,
  root: string,
  list: readonly PlaceReplacement[],
): Promise<readonly Outcome<FileInfo>[]> {
  return writePlaces(tools, root, list, (proven) => tools.bulk.replaceMany(proven))
}

async function writePlaces<Item extends FileContent>(
  { system }: PlaceTools,
  root: string,
  list: readonly Item[],
  write: (proven: readonly Item[]) => Promise<readonly Outcome<string>[]>,
): Promise<readonly Outcome<FileInfo>[]> {
  const paths = list.map(({ path }) => path)
  const places = await proveMany(system, root, paths)
  const proven = list.flatMap((item, place) => {
    const outcome = places[place]
    return outcome?.done === true ? [{ ...item, path: outcome.value.absolute }] : []
  })
  const saved = [...(await write(proven))]
  const after = await proveMany(system, root, paths)
  return list.map(({ path }, place): Outcome<FileInfo> => {
    const proof = places[place]
    if (proof?.done === false) return proof
    const save = saved.shift()
    if (save?.done === false) return save
    return infoOutcome(path, after[place])
  })
}
