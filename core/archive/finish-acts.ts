import { isAppError } from '../contract/app-error.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArchiveContext } from './archive-context.ts'
import { RECOVERED_FOLDER, timeInName } from './layout.ts'
import type { PlaceReplacement } from './many-places.ts'
import { findMovePoints, settleMovePoint, type MovePoint } from './move-point.ts'
import { findPoints, readContents, settlePoint, type PointEntry, type RestorePoint } from './restore-point.ts'

/** Articles looked at in one go. */
const AT_ONCE = 64

/** True for what a power cut can leave of a content that was not on the disk yet: cut short, zeros, or nothing. */
function isTorn(bytes: Uint8Array, whole: Uint8Array): boolean {
  return bytes.length <= whole.length && bytes.every((byte, place) => byte === 0 || byte === whole[place])
}

/** What has to be written again; null: a file that cannot be read now. A version of somebody else stays as it is. */
async function findUnfinished(
  context: ArchiveContext,
  point: RestorePoint,
  entries: readonly PointEntry[],
): Promise<readonly PlaceReplacement[] | null> {
  const current = await context.folder.readMany(entries.map(({ path }) => path))
  const contents = await readContents(context.folder, point, entries)
  const unfinished: PlaceReplacement[] = []
  for (const [place, { path, before, after }] of entries.entries()) {
    const found = current[place]
    const whole = contents[place]?.after
    if (found === undefined || whole === undefined) continue
    if (!found.done) {
      // Moved or deleted by hand: that was wanted.
      if (isAppError(found.error, 'not-found')) continue
      context.log.error(`An act could not be finished: ${path}`, found.error)
      return null
    }
    const { bytes, version } = found.value
    if (version === after) continue
    if (version === before || isTorn(bytes, whole)) unfinished.push({ path, bytes: whole, replaces: sha256(bytes) })
  }
  return unfinished
}

async function finishAct(context: ArchiveContext, point: RestorePoint): Promise<boolean> {
  for (let start = 0; start < point.entries.length; start += AT_ONCE) {
    const unfinished = await findUnfinished(context, point, point.entries.slice(start, start + AT_ONCE))
    if (unfinished === null) return false
    const saved = await context.folder.replaceMany(unfinished)
    const failed = saved.find((outcome) => !outcome.done)
    if (failed?.done === false) throw failed.error
  }
  await context.folder.settle(point.entries.map(({ path }) => path))
  await settlePoint(context.folder, point)
  context.log.warn(`Finished a change of ${String(point.entries.length)} articles that a crash broke off.`)
  return true
}

/**
 * Finishes the bulk acts that a crash broke off: each of their articles becomes what its restore point says, unless
 * somebody else has changed it since. Only for the one writer of the archive, before it writes.
 *
 * @returns number of traces of such acts
 * @throws AppError `disk-full`, `read-only`, `save-failed`; the next start tries again
 */
export async function finishActs(context: ArchiveContext): Promise<number> {
  const { points, orphans } = await findPoints(context.folder, true)
  for (const path of orphans) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    await context.folder.move(path, `${RECOVERED_FOLDER}/${timeInName(context.clock())}-${name}`)
  }
  for (const point of points.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    await finishAct(context, point)
  }
  const movePoints = await findMovePoints(context.folder, true)
  for (const point of movePoints.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    await finishMoves(context, point)
  }
  return points.length + orphans.length + movePoints.length
}

/** What is still in its old place goes where the list says; what lies at both places was put there by somebody. */
async function finishMoves(context: ArchiveContext, point: MovePoint): Promise<void> {
  for (let start = 0; start < point.moves.length; start += AT_ONCE) {
    const outcomes = await context.folder.moveMany(point.moves.slice(start, start + AT_ONCE))
    for (const outcome of outcomes) {
      if (outcome.done || isAppError(outcome.error, 'not-found')) continue
      if (!isAppError(outcome.error, 'version-conflict')) throw outcome.error
      context.log.warn(`A move could not be finished: ${outcome.error.message}`)
    }
  }
  await context.folder.settleMoves(point.moves)
  await settleMovePoint(context.folder, point)
  context.log.warn(`Finished a move of ${String(point.articles.length)} articles that a crash broke off.`)
}
