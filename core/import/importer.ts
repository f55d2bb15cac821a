import { join } from 'node:path'
import { AppError, isAppError } from '../contract/app-error.ts'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { Log } from '../contract/log.ts'
import type { BulkChange, ImportRun } from '../contract/results.ts'
import type {
  ImportItem,
  ImportPreview,
  ImportQuestions,
  ImportReport,
  RunningImport,
  UnfinishedRun,
} from '../model/import-report.ts'
import type { TagKind, TagId } from '../model/tag.ts'
import type { ReadOrder } from './read-articles.ts'
import type { ImportArchive } from './import-archive.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Intake, StagedSource } from './intake.ts'
import { makeReport, readReport, readRuns, replaceItems, saveReport } from './ledger.ts'
import { addedByRun, undoRun, type AddedArticles } from './undo-run.ts'
import { createKnownTexts } from './duplicates/known-texts.ts'
import { isLightSource } from './light-source.ts'
import { inspectSources, previewSource } from './preview-source.ts'
import { createReadPool, type ReadPool } from './read-pool.ts'
import { createTextBatches } from './text-batches.ts'
import { activeRules } from './rules/apply-rules.ts'
import type { RuleStore } from './rules/rule-store.ts'
import { givenUpItems, pasteSource } from './run/other-sources.ts'
import { createArticleWriter } from './run/article-writer.ts'
import type { RunContext } from './run/run-context.ts'
import { createRunGate } from './run/run-gate.ts'
import { canBeTriedAgain, runImport, type RunOrder, type RunPorts } from './run/run-import.ts'
import { removeJournal } from './run/run-journal.ts'
import { createRunPlans, type RunPlan } from './run/run-plan.ts'
import type { ImportJob } from './run/run-sources.ts'

export type { ImportJob } from './run/run-sources.ts'

export interface ImporterOptions {
  readonly archive: ImportArchive
  readonly intake: Intake
  readonly rules: RuleStore
  readonly clock: () => Date
  readonly log: Log
  /** Per-user folder for caches; may be emptied at any time. */
  readonly cacheFolder: string
  /** Per-user folder for what must outlive a crash. */
  readonly privateFolder: string
  /** Random bytes. */
  readonly random: (count: number) => Uint8Array
  /** Kind of a tag of the registry, or undefined for an unknown tag. */
  readonly kindOfTag: (id: TagId) => TagKind | undefined
}

/** Takes sources into the archive. Runs do not overlap: a second one waits for the first. */
export interface Importer {
  run(argument: RequestArgument<'import.run'>, job?: ImportJob): Promise<ImportReport>
  text(argument: RequestArgument<'import.text'>): Promise<ImportReport>
  inspect(argument: RequestArgument<'import.inspect'>): Promise<ImportQuestions>
  preview(argument: RequestArgument<'import.preview'>): Promise<ImportPreview>
  discard(sources: readonly string[]): Promise<void>
  /** Holds the run before its next source, or lets it go on. */
  pause(paused: boolean): boolean
  /** The run that goes on now, or null. */
  running(): RunningImport | null
  runs(): Promise<readonly ImportRun[]>
  /** @throws AppError `not-found` */
  report(batch: string): Promise<ImportReport>
  /** Runs of this computer with sources that can still be imported. */
  unfinished(): Promise<readonly UnfinishedRun[]>
  /** Imports what is left of a run. @throws AppError `not-found` */
  continue(batch: string, job?: ImportJob): Promise<ImportReport>
  /** Gives up what is left of a run. @throws AppError `not-found` */
  giveUp(batch: string): Promise<ImportReport>
  /** Moves to the trash what a run added; articles that were edited since are named as failed. @throws AppError `not-found` */
  undo(batch: string, job?: ImportJob, check?: (ids: readonly ArticleId[]) => void): Promise<BulkChange>
  /** What a run added and is still there. @throws AppError `not-found` */
  added(batch: string): Promise<AddedArticles>
  /** Reads one source in another process, unless it is one short text alone. */
  read: RunContext['read']
  /** Draws a page of a PDF in another process. @throws AppError `not-found`, `unreadable-source` */
  draw: ReadPool['draw']
  /** Ends the processes that read sources. */
  close(): Promise<void>
}

function batchName(now: Date, random: Uint8Array): string {
  return `${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${Buffer.from(random).toString('hex')}`
}

/** The user's own calendar day. */
function dayOf(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Makes the importer of an open archive. */
export function createImporter(options: ImporterOptions): Importer {
  const { archive, intake, clock, log, random, rules } = options
  const pool = createReadPool()
  const texts = createTextBatches(pool)
  const plans = createRunPlans(join(options.privateFolder, 'import-runs', archive.info.id), clock)
  const ports: RunPorts = { archive, intake, plans, log, gate: createRunGate() }
  const known = createKnownTexts(archive, options.cacheFolder)
  let running: Omit<RunningImport, 'paused'> | null = null
  let last: Promise<unknown> = Promise.resolve()

  const read = (order: ReadOrder, signal?: AbortSignal) =>
    isLightSource(order.request) ? texts.read(order, signal) : pool.read(order, signal)

  const checkTags = (tags: readonly TagId[]): void => {
    const unknown = tags.find((tag) => options.kindOfTag(tag) === undefined)
    if (unknown !== undefined) throw new AppError('not-found', `There is no tag ${unknown}.`, { tag: unknown })
  }

  const start = async (
    order: Omit<RunOrder, 'context'> & Pick<RunContext, 'batch' | 'isContinued'>,
    job: ImportJob,
  ): Promise<ImportReport> => {
    const { batch, isContinued, chosen } = order
    checkTags(chosen.tags)
    const state = { batch, task: job.task ?? null }
    running = { ...state, done: 0, total: order.sources.length, current: '' }
    const onProgress: ImportJob['onProgress'] = (done, total, current) => {
      running = { ...state, done, total, current }
      job.onProgress?.(done, total, current)
    }
    try {
      await known.refresh()
      const context: RunContext = {
        archive,
        writer: createArticleWriter(archive),
        batch,
        isContinued,
        today: dayOf(clock()),
        known,
        claims: new Map(),
        pending: new Set(),
        read: (given) => read(given, job.signal),
        chosen,
        rules: activeRules(await rules.list()),
        kindOfTag: options.kindOfTag,
        log,
      }
      return await runImport(ports, { ...order, context }, { ...job, onProgress })
    } finally {
      running = null
      ports.gate.setPaused(false)
      await known.save().catch((error: unknown) => log.warn(`The text keys were not kept: ${String(error)}`))
    }
  }

  const startNew = (
    sources: readonly StagedSource[],
    { kind, outlet, tags, charset }: RunPlan['chosen'],
    job: ImportJob,
  ): Promise<ImportReport> => {
    const now = clock()
    return start(
      {
        sources: sources.map((source, place) => ({ place, source })),
        batch: batchName(now, random(3)),
        startedAt: now.toISOString(),
        chosen: { kind, outlet, tags: [...tags], charset },
        total: sources.length,
        before: [],
        isContinued: false,
      },
      job,
    )
  }

  const continueRun = async (batch: string, job: ImportJob): Promise<ImportReport> => {
    const plan = await requirePlan(batch)
    const before = (await readReport(archive, batch)).items
    const done = plan.ended ? new Set() : placesDone(before)
    const left = plan.sources.filter(({ place }) => !done.has(place))
    const sources = []
    for (const planned of left) {
      const source = intake.find(await intake.addKnown(planned))
      if (source !== undefined) sources.push({ place: planned.place, source })
    }
    return start({ ...plan, sources, before, isContinued: true }, job)
  }

  const requirePlan = async (batch: string): Promise<RunPlan> => {
    const plan = await plans.read(batch)
    if (plan === null) throw new AppError('not-found', `Nothing is left of the import ${batch}.`, { batch })
    return plan
  }

  const giveUp = async (batch: string): Promise<ImportReport> => {
    const plan = await requirePlan(batch)
    const { items } = await readReport(archive, batch)
    const report = makeReport(batch, plan.startedAt, true, replaceItems(items, givenUpItems(plan, items)))
    await saveReport(archive, report)
    await removeJournal(archive, batch)
    await plans.remove(batch)
    return report
  }

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work)
    last = result.catch((error: unknown) => {
      if (!isAppError(error)) log.error('An import ended with a fault.', error)
    })
    return result
  }

  const findSource = (id: string): StagedSource => {
    const source = intake.find(id)
    if (source === undefined) throw new AppError('not-found', `There is no source ${id} to import.`, { source: id })
    return source
  }
  const previewPorts = { read, rules, today: () => dayOf(clock()) }

  return {
    read,
    draw: (order) => pool.draw(order),
    run: (argument, job = {}) =>
      inTurn(() => startNew(argument.sources.map(findSource), { ...argument, tags: [...argument.tags] }, job)),
    text: (argument) =>
      inTurn(() => startNew([pasteSource(argument)], { ...argument, tags: [...argument.tags], charset: null }, {})),
    inspect: ({ sources, outlet }) => inspectSources(sources.map(findSource), outlet, previewPorts),
    preview: ({ source, charset }) => previewSource(findSource(source), charset, previewPorts),
    discard: async (sources) => {
      for (const id of sources) await intake.discard(id)
    },
    pause: (paused) => {
      ports.gate.setPaused(paused && running !== null)
      return ports.gate.paused
    },
    running: () => (running === null ? null : { ...running, paused: ports.gate.paused }),
    runs: () => readRuns(archive),
    report: (batch) => readReport(archive, batch),
    unfinished: async () => {
      const left = (await plans.list()).filter(({ batch }) => batch !== running?.batch)
      return Promise.all(left.map((plan) => unfinishedRun(archive, plan)))
    },
    continue: (batch, job = {}) => inTurn(() => continueRun(batch, job)),
    giveUp: (batch) => inTurn(() => giveUp(batch)),
    undo: (batch, job = {}, check = () => undefined) => inTurn(() => undoRun(archive, batch, job, check)),
    added: (batch) => addedByRun(archive, batch),
    close: async () => {
      await last
      await pool.close()
    },
  }
}

/** Sources that a run which broke off needs no more: what failed, such as for want of room, is tried again with the rest. */
function placesDone(items: readonly ImportItem[]): ReadonlySet<number | undefined> {
  const again = new Set(items.filter(canBeTriedAgain).map(({ place }) => place))
  return new Set(items.map(({ place }) => place).filter((place) => !again.has(place)))
}

async function unfinishedRun(archive: ImportArchive, plan: RunPlan): Promise<UnfinishedRun> {
  const { batch, startedAt, total, ended, sources } = plan
  const report = ended ? null : await readReport(archive, batch).catch(() => null)
  const done = placesDone(report?.items ?? [])
  const left = sources.filter(({ place }) => !done.has(place)).length
  return { batch, startedAt, total, left, brokenOff: !ended }
}
