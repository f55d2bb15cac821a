import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { outcomeOf, valueOf, type Outcome } from './batch-calls.ts'
import { isMissing, type FileInfo, type FileSystem } from './file-system.ts'
import { isReservedName } from './safe-name.ts'

/** Longest relative path that the program follows, in UTF-16 units. */
const LONGEST_PATH = 1_000

function refuse(path: string, why: string): AppError {
  return new AppError('unsafe-name', `The name ${JSON.stringify(path.slice(0, 200))} is refused: ${why}.`, {
    reason: why,
  })
}

function checkSegment(path: string, segment: string): void {
  if (segment === '' || segment === '.' || segment === '..') throw refuse(path, 'it leaves its folder')
  if (/[\p{Cc}\\:]/u.test(segment)) {
    throw refuse(path, 'it has a character that no file name may have')
  }
  if (isReservedName(segment)) throw refuse(path, 'the operating system keeps this name for itself')
  if (Buffer.byteLength(segment) > 255) throw refuse(path, 'it is too long')
}

/**
 * Checks a path relative to the archive, segments parted by `/`, by its text alone.
 *
 * @throws AppError `unsafe-name` for anything absolute, with `..`, drive letters, device names or control characters.
 */
export function checkRelativePath(path: string): string {
  if (path.length > LONGEST_PATH) throw refuse(path, 'it is too long')
  for (const segment of path.split('/')) checkSegment(path, segment)
  return path
}

async function refuseLinks(system: FileSystem, path: string, shown: string): Promise<void> {
  try {
    refuseLink(await system.info(path), shown)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

function refuseLink(info: FileInfo, shown: string): void {
  if (info.kind === 'link' || info.kind === 'other') throw refuse(shown, 'it is a link or a device')
  if (info.kind === 'file' && info.links > 1) throw refuse(shown, 'the file has a second name elsewhere')
}

/** The nearest folder on the way that is there, with its real path. */
async function nearestPresent(
  system: FileSystem,
  path: string,
  root: string,
  shown: string,
): Promise<{ readonly named: string; readonly real: string }> {
  if (path === root) return { named: root, real: root }
  try {
    return { named: path, real: await system.realPath(path) }
  } catch (error) {
    if (!isMissing(error)) throw error
    // A link to a drive that is gone has no real path either, and will lead out once the drive is back.
    await refuseLinks(system, path, shown)
    return nearestPresent(system, dirname(path), root, shown)
  }
}

/** True where `path` is `root` or lies below it; both absolute and without links. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * The absolute path of something in the archive, proven to lie in it: no link on the way, no second name of a file.
 *
 * @param root the archive's real path
 * @param path relative, segments parted by `/`
 * @throws AppError `unsafe-name`
 */
export async function resolveInside(system: FileSystem, root: string, path: string): Promise<string> {
  const absolute = join(root, ...checkRelativePath(path).split('/'))
  await proveParent(system, root, absolute, path)
  await refuseLinks(system, absolute, path)
  return absolute
}

async function proveParent(system: FileSystem, root: string, absolute: string, shown: string): Promise<void> {
  const { named, real } = await nearestPresent(system, dirname(absolute), root, shown)
  if (relative(real, named) !== '') throw refuse(shown, 'a link lies on its way')
}

/** A place proven to lie in the archive, and what is there; null where nothing is. */
export interface ProvenPlace {
  readonly absolute: string
  readonly info: FileInfo | null
}

interface NamedPlace {
  /** Its place among the paths that were asked for. */
  readonly order: number
  readonly path: string
  readonly absolute: string
}

/** Looks at many names of one folder; where one of them fails, at each alone, so that it fails alone. */
async function lookAtAll(
  system: FileSystem,
  folder: string,
  names: readonly string[],
): Promise<readonly Outcome<FileInfo | null>[]> {
  const together = await outcomeOf(() => system.infos(folder, names))
  if (together.done) return together.value.map((value) => ({ done: true, value }))
  return Promise.all(names.map((name) => outcomeOf(async () => (await system.infos(folder, [name]))[0] ?? null)))
}

async function resolveInFolder(
  system: FileSystem,
  root: string,
  folder: string,
  items: readonly NamedPlace[],
): Promise<readonly Outcome<ProvenPlace>[]> {
  const [first] = items
  if (first === undefined) return []
  const proof = await outcomeOf(() => proveParent(system, root, first.absolute, first.path))
  if (!proof.done) return items.map(() => proof)
  const names = items.map(({ absolute }) => basename(absolute))
  const infos = await lookAtAll(system, folder, names)
  return Promise.all(
    items.map(({ path, absolute }, at) =>
      outcomeOf(() => {
        const info = valueOf(infos[at])
        if (info !== null) refuseLink(info, path)
        return Promise.resolve({ absolute, info })
      }),
    ),
  )
}

/**
 * `resolveInside` for many paths, with one proof for each folder; each that is refused fails alone.
 *
 * @returns outcomes in the order of the paths
 */
export async function resolveManyInside(
  system: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<readonly Outcome<ProvenPlace>[]> {
  const outcomes: Outcome<ProvenPlace>[] = []
  const folders = new Map<string, NamedPlace[]>()
  for (const [order, path] of paths.entries()) {
    const named = await outcomeOf(() => Promise.resolve(join(root, ...checkRelativePath(path).split('/'))))
    if (!named.done) {
      outcomes[order] = named
      continue
    }
    const folder = dirname(named.value)
    const together = folders.get(folder) ?? []
    together.push({ order, path, absolute: named.value })
    folders.set(folder, together)
  }
  for (const [folder, items] of folders) {
    const resolved = await resolveInFolder(system, root, folder, items)
    for (const [at, { order }] of items.entries()) {
      const outcome = resolved[at]
      if (outcome !== undefined) outcomes[order] = outcome
    }
  }
  return outcomes
}
