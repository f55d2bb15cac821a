import { dirname, join } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import type { NewName, Outcome } from '../files/batch-calls.ts'
import type { BulkMove } from '../files/bulk-move.ts'
import type { FileSystem } from '../files/file-system.ts'
import { resolveManyInside, type ProvenPlace } from '../files/safe-path.ts'
import { lookError } from '../files/save-error.ts'

/** Why a move cannot be made, or null. */
function refusalOf(
  { from, to }: NewName,
  source: Outcome<ProvenPlace> | undefined,
  target: Outcome<ProvenPlace> | undefined,
): unknown {
  if (source?.done !== true) return lookError(source?.error, from)
  if (target?.done !== true) return lookError(target?.error, to)
  if (source.value.info === null) {
    return new AppError('not-found', `Moving ${from}: there is no such file.`, { file: from })
  }
  if (target.value.info === null) return null
  return new AppError('version-conflict', `Moving ${from}: there is something at ${to} already.`, { file: to })
}

/** Moves many files and folders of an archive; each that cannot be moved fails alone. */
export async function movePlaces(
  { system, mover }: { readonly system: FileSystem; readonly mover: BulkMove },
  root: string,
  list: readonly NewName[],
): Promise<readonly Outcome<null>[]> {
  const sources = await resolveManyInside(
    system,
    root,
    list.map(({ from }) => from),
  )
  const targets = await resolveManyInside(
    system,
    root,
    list.map(({ to }) => to),
  )
  const refusals = list.map((move, place) => refusalOf(move, sources[place], targets[place]))
  const allowed = list.flatMap((_move, place) => {
    const [from, to] = [sources[place], targets[place]]
    if (refusals[place] !== null || from?.done !== true || to?.done !== true) return []
    return [{ from: from.value.absolute, to: to.value.absolute }]
  })
  const moved = [...(await mover.moveMany(allowed))]
  return list.map((_move, place): Outcome<null> => {
    const error = refusals[place]
    if (error !== null) return { done: false, error }
    return moved.shift() ?? { done: false, error: new RangeError('A batch has fewer outcomes than calls.') }
  })
}

/** Absolute paths of the folders whose names moves change: where from, where to, and what was made above that. */
export function foldersOfMoves(root: string, list: readonly NewName[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const { from, to } of list) {
    folders.add(dirname(join(root, from)))
    for (let folder = dirname(to); folder !== '.' && folder !== '/'; folder = dirname(folder)) {
      folders.add(join(root, folder))
    }
  }
  folders.add(root)
  return folders
}
