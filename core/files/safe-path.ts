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

async function realPathOfNearest(system: FileSystem, path: string, root: string): Promise<string> {
  if (path === root) return root
  try {
    return await system.realPath(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    return realPathOfNearest(system, join(path, '..'), root)
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
  const parent = join(absolute, '..')
  const realParent = await realPathOfNearest(system, parent, root)
  if (!isInside(root, realParent) || !isInside(realParent, parent))
    throw refuse(shown, 'a link leads out of the archive')
}

/** A place proven to lie in the archive, and what is there; null where nothing is. */
export interface ProvenPlace {
  readonly absolute: string
  readonly info: FileInfo | null
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
  const places: Outcome<ProvenPlace>[] = []
  const folders = new Map<string, { readonly place: number; readonly path: string; readonly absolute: string }[]>()
  for (const [place, path] of paths.entries()) {
    const named = await outcomeOf(() => Promise.resolve(join(root, ...checkRelativePath(path).split('/'))))
    if (!named.done) {
      places[place] = named
      continue
    }
    const parent = dirname(named.value)
    const together = folders.get(parent) ?? []
    together.push({ place, path, absolute: named.value })
    folders.set(parent, together)
  }
  for (const [parent, items] of folders) {
    const infos = await outcomeOf(async () => {
      await proveParent(system, root, items[0]?.absolute ?? parent, items[0]?.path ?? parent)
      return system.infos(
        parent,
        items.map(({ absolute }) => basename(absolute)),
      )
    })
    for (const [at, { place, path, absolute }] of items.entries()) {
      places[place] = await outcomeOf(() => {
        const info = valueOf(infos)[at] ?? null
        if (info !== null) refuseLink(info, path)
        return Promise.resolve({ absolute, info })
      })
    }
  }
  return places
}
