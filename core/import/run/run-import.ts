import { isAppError } from '../../contract/app-error.ts'
import type { Log } from '../../contract/log.ts'
import type { ImportItem, ImportReport } from '../../model/import-report.ts'
import type { ImportArchive } from '../import-archive.ts'
import type { Intake } from '../intake.ts'
import { announceRun, makeReport, replaceItems, saveReport } from '../ledger.ts'
import { openJournal, removeJournal } from './run-journal.ts'
import type { RunContext } from './run-context.ts'
import type { PlannedSource, RunPlan, RunPlans } from './run-plan.ts'
import { runSources, type ImportJob, type PlacedSource } from './run-sources.ts'
import type { RunGate } from './run-gate.ts'

/** What a run needs of the importer. */
export interface RunPorts {
  readonly archive: ImportArchive
  readonly intake: Intake
  readonly plans: RunPlans
  readonly gate: RunGate
  readonly log: Log
}

/** A run that begins or goes on. */
export interface RunOrder {
  readonly sources: readonly PlacedSource[]
  readonly context: RunContext
  readonly startedAt: string
  readonly chosen: RunPlan['chosen']
  /** Sources of the run, those of earlier goes too. */
  readonly total: number
  /** What the ledger holds already. */
  readonly before: readonly ImportItem[]
}

/**
 * Imports sources with everything that outlives a crash: the plan of what is still to be done, kept by the user, and the
 * ledger in the archive, written as the run goes on.
 */
export async function runImport(ports: RunPorts, order: RunOrder, job: ImportJob): Promise<ImportReport> {
  const { archive, intake, plans, gate, log } = ports
  const { context, startedAt, chosen, total, before } = order
  const { batch } = context
  for (const { source } of order.sources) await intake.moveCopy(source.id, plans.copiesOf(batch))
  // The copies have moved: the sources are asked for again.
  const sources = order.sources.map(({ place, source }) => ({ place, source: intake.find(source.id) ?? source }))
  const plan = { batch, startedAt, chosen, total }
  await plans.save({ ...plan, ended: false, sources: sources.flatMap(plannedSource) })
  if (!context.isContinued) await announceRun(archive, batch, startedAt)
  const journal = await openJournal(archive, batch, log)
  let items: readonly ImportItem[]
  try {
    items = await runSources(sources, context, { ...job, gate, onDone: (done) => journal.add(done) })
  } finally {
    await journal.flush()
  }
  const report = makeReport(batch, startedAt, job.signal?.aborted ?? false, replaceItems(before, items))
  await saveReport(archive, report)
  await removeJournal(archive, batch)
  await keepWhatIsLeft(ports, { ...plan, ended: true, sources: [] }, sources, items)
  return report
}

function plannedSource({ place, source }: PlacedSource): readonly PlannedSource[] {
  const { name, path, isCopy } = source
  return path === null ? [] : [{ place, name, path, isCopy }]
}

/** True for an outcome after which another try makes sense. */
export function canBeTriedAgain({ outcome, reason }: Pick<ImportItem, 'outcome' | 'reason'>): boolean {
  return outcome === 'failed' || (outcome === 'skipped' && reason?.startsWith('cancelled') === true)
}

/** Sources that failed or were stopped stay for another try; the copies of all others go. */
async function keepWhatIsLeft(
  { intake, plans, log }: RunPorts,
  plan: RunPlan,
  sources: readonly PlacedSource[],
  items: readonly ImportItem[],
): Promise<void> {
  const places = new Set(items.filter(canBeTriedAgain).map(({ place }) => place))
  const left = sources.filter(({ place }) => places.has(place))
  const isLeft = new Set(left.map(({ source }) => source.id))
  for (const { source } of sources) {
    if (isLeft.has(source.id)) intake.forget(source.id)
    else await intake.discard(source.id)
  }
  const planned = left.flatMap(plannedSource)
  try {
    if (planned.length === 0) await plans.remove(plan.batch)
    else await plans.save({ ...plan, sources: planned })
  } catch (error) {
    if (isAppError(error)) throw error
    log.warn(`What is left of the import ${plan.batch} was not noted: ${String(error)}`)
  }
}
