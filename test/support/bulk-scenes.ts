import { RESTORE_POINT_ABOVE } from '../../core/archive/bulk-change.ts'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { ACTS_FOLDER } from '../../core/archive/restore-point.ts'
import { fieldsWith } from './archive.ts'
import { changeMany, goBackOrForth, restore, trash } from './archive-steps.ts'
import { findBrokenPromises, statesIn } from './broken-promises.ts'
import { day } from './catalog-of.ts'
import { copyLedger, createLedger, isTrashed, stateOf, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE } from './simulated-archive.ts'
import type { CutChoice, SimulatedDisk } from './simulated-disk.ts'

/** A disk with a closed archive, and what is known of it. */
export interface BulkScene {
  readonly disk: SimulatedDisk
  readonly ledger: Ledger
}

const DATES = [null, day('2023-11'), day('2024-02-29'), day('2024-03-01'), day('2025')]
/** One article in so many has an attachment. */
const ATTACHED = 6

/** An archive whose articles lie in several folders and are so many that an act on all needs a restore point. */
export async function makeBulkScene(random: Random): Promise<BulkScene> {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ledger = createLedger()
  const count = RESTORE_POINT_ABOVE + 1 + random.below(4)
  for (let number = 0; number < count; number += 1) {
    const body = `Text number ${number}.${' Орман ғылым 🌲'.repeat(random.below(40))}`
    const fields = fieldsWith({ title: `Article ${number}`, body, notes: 'old', published: random.pick(DATES) })
    const attachments =
      number % ATTACHED === 0 ? [{ name: 'a.txt', bytes: Buffer.from(body), role: 'file' as const }] : []
    const article = await archive.createArticle(fields, { attachments })
    ledger.confirmed.set(article.id, stateOf(article))
  }
  await archive.close()
  return { disk, ledger }
}

const ALL_KEPT: CutChoice = { content: () => 'kept', keepsName: () => true }

/** The same once more, untouched by what is done to the other. */
export function copyScene({ disk, ledger }: BulkScene): BulkScene {
  return { disk: disk.cut(ALL_KEPT), ledger: copyLedger(ledger) }
}

/** Does one random act on all articles, and keeps the ledger. */
export async function doBulkStep(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const all = [...ledger.confirmed.keys()]
  const isGone = all.some((id) => isTrashed(ledger.confirmed.get(id) ?? ''))
  const step = random.below(10)
  if (ledger.done.length > 0 && step < 4) await goBackOrForth(archive, ledger, 'undo')
  else if (ledger.undone.length > 0 && step < 6) await goBackOrForth(archive, ledger, 'redo')
  else if (isGone) await restore(archive, ledger, all)
  else if (step < 8) await changeMany(archive, random, ledger, all)
  else await trash(archive, ledger, all)
  ledger.underWay.clear()
}

/** True while an act is under way that changes the texts of articles, and so is done wholly or not at all. */
export function isChangeUnderWay({ confirmed, underWay }: Ledger): boolean {
  return (
    underWay.size > 0 && ![...underWay].some(([id, state]) => isTrashed(state) || isTrashed(confirmed.get(id) ?? ''))
  )
}

/** True for a call that replaces the text of an article in an act on many: now the restore point must be on the disk. */
export function isReplacing(call: string, path: string): boolean {
  return call === 'rename' && path.includes('/articles/') && path.endsWith('.tmp')
}

/** True where a start has to finish an act. */
export function isPending(disk: SimulatedDisk): boolean {
  return [...disk.files().keys()].some(
    (path) => path.startsWith(`${SIMULATED_ARCHIVE}/${ACTS_FOLDER}/`) && path.endsWith('.pending.json'),
  )
}

/** What is expected of an act that did not come to its end. */
export type Expected =
  /** Each article is what it was or what it was to become: the act reported failures. */
  | 'each whole'
  /** All are one or all are the other. */
  | 'all or none'
  /** All are what they were to become: the act was promised already. */
  | 'all'

/** Opens the archive as the next start does; answers what is wrong with it. */
export async function judgeBulk({ disk, ledger }: BulkScene, expected: Expected): Promise<readonly string[]> {
  const archive = await openSimulated(disk)
  const broken = [...(await findBrokenPromises(archive, ledger))]
  if (expected !== 'each whole') {
    const states = await statesIn(archive, ledger.underWay.keys())
    const done = [...ledger.underWay].filter(([id, state]) => states.get(id) === state).length
    if (done > 0 && done < ledger.underWay.size) broken.push(`${done} of ${ledger.underWay.size} articles are done`)
    if (expected === 'all' && done === 0) broken.push('an act that was promised is not done')
  }
  if (isPending(disk)) broken.push('the act is pending still')
  return broken
}
