import { AppError } from '../contract/app-error.ts'
import type { OldHistory } from '../contract/results.ts'
import { sha256 } from '../files/sha256.ts'
import { requireWritable, type ArchiveContext } from './archive-context.ts'
import { HISTORY_FOLDER, parseTimeInName } from './layout.ts'
import { findMovePoints } from './move-point.ts'
import { ACTS_FOLDER, findPoints } from './restore-point.ts'

/** Old versions and restore points are kept for as many days, and as many of them, whichever is more. */
const [KEPT_DAYS, KEPT_VERSIONS] = [30, 20]
const DAY = 86_400_000

/** Of versions of one thing, those that are both older than 30 days and beyond the newest 20. */
function expendable<Item extends { readonly at: Date }>(versions: readonly Item[], now: Date): readonly Item[] {
  const oldest = now.getTime() - KEPT_DAYS * DAY
  return versions
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(KEPT_VERSIONS)
    .filter(({ at }) => at.getTime() < oldest)
}

/** A version of an article or of one of the archive's own files. */
interface Version {
  readonly at: Date
  readonly files: readonly string[]
  /** Restore point that keeps it; null: a file of its own. */
  readonly point: string | null
}

async function findOldFiles(context: ArchiveContext, sizes: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const now = context.clock()
  const byThing = new Map<string, Version[]>()
  const add = (thing: string, version: Version): void => {
    byThing.set(thing, [...(byThing.get(thing) ?? []), version])
  }
  for (const path of sizes.keys()) {
    if (path.startsWith(`${ACTS_FOLDER}/`)) continue
    const end = path.lastIndexOf('/')
    const at = parseTimeInName(path.slice(end + 1).split('-')[0] ?? '')
    if (at !== null) add(path.slice(0, end), { at, files: [path], point: null })
  }
  const { points } = await findPoints(context.folder, false)
  const needed = new Set<string>()
  for (const { name, at, entries } of points) {
    for (const { id } of entries) add(`${HISTORY_FOLDER}/${id}`, { at, files: [], point: name })
  }
  const files: string[] = []
  for (const versions of byThing.values()) {
    const old = new Set(expendable(versions, now))
    for (const version of versions) {
      if (old.has(version)) files.push(...version.files)
      else if (version.point !== null) needed.add(version.point)
    }
  }
  const acts = [...points, ...(await findMovePoints(context.folder, false))]
  const oldActs = expendable(acts, now).filter(({ name, pending }) => !pending && !needed.has(name))
  // The list before the text: a text without a list is put aside at the next start, a list without its text is damage.
  for (const { name } of oldActs) {
    files.push(...[`${ACTS_FOLDER}/${name}.json`, `${ACTS_FOLDER}/${name}.txt`].filter((path) => sizes.has(path)))
  }
  return files
}

/** What of the history is older than 30 days and beyond the 20 newest versions, and may go. Changes nothing. */
export async function findOldHistory(context: ArchiveContext): Promise<OldHistory> {
  const { files } = await context.folder.walk(HISTORY_FOLDER)
  const sizes = new Map(files.map(({ path, info }) => [path, info.size]))
  const old = await findOldFiles(context, sizes)
  const bytes = old.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  return { files: old, bytes, confirmed: sha256(old.toSorted().join('\n')) }
}

/**
 * Removes for good what is old in the history.
 *
 * @param confirmed from the list that the user has seen
 * @throws AppError `needs-confirmation` where by now something else would go
 */
export async function pruneHistory(context: ArchiveContext, confirmed: string): Promise<OldHistory> {
  requireWritable(context)
  const old = await findOldHistory(context)
  if (old.confirmed !== confirmed) {
    throw new AppError('needs-confirmation', 'The list of old versions has changed since it was shown.', {
      files: old.files.length,
    })
  }
  for (const path of old.files) await context.folder.remove(path)
  context.points.forget()
  return old
}
