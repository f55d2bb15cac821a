import { AppError, isAppError } from '../contract/app-error.ts'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { Log } from '../contract/log.ts'
import type { BulkChange, ImportRun } from '../contract/results.ts'
import type { ImportItem, ImportReport } from '../model/import-report.ts'
import type { TagKind, TagId } from '../model/tag.ts'
import type { ImportArchive } from './import-archive.ts'
import type { Intake, StagedSource } from './intake.ts'
import { failedItem, importSource, type RunContext } from './import-source.ts'
import { makeReport, readReport, readRuns, saveReport } from './ledger.ts'
import { undoRun } from './undo-run.ts'
import { openKnownTexts } from './duplicates/known-texts.ts'
import { isLightSource } from './light-source.ts'
import { readArticles } from './read-articles.ts'
import { createReadPool } from './read-pool.ts'

export interface ImporterOptions {
  readonly archive: ImportArchive
  readonly intake: Intake
  readonly clock: () => Date
  readonly log: Log
  /** Per-user folder for caches; may be emptied at any time. */
  readonly cacheFolder: string
  /** Random bytes. */
  readonly random: (count: number) => Uint8Array
  /** Kind of a tag of the registry, or undefined for an unknown tag. */
  readonly kindOfTag: (id: TagId) => TagKind | undefined
}

export interface ImportJob {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number, current: string) => void
}

/** Takes sources into the archive. Runs do not overlap: a second one waits for the first. */
export interface Importer {
  run(argument: RequestArgument<'import.run'>, job?: ImportJob): Promise<ImportReport>
  text(argument: RequestArgument<'import.text'>): Promise<ImportReport>
  runs(): Promise<readonly ImportRun[]>
  /** @throws AppError `not-found` */
  report(batch: string): Promise<ImportReport>
  /** Moves to the trash what a run added; articles that were edited since are named as failed. @throws AppError `not-found` */
  undo(batch: string, job?: ImportJob): Promise<BulkChange>
  /** Ends the processes that read sources. */
  close(): Promise<void>
}

/** Sources that are read and written at the same time. */
const AT_ONCE = 8

function batchName(now: Date, random: Uint8Array): string {
  return `${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${Buffer.from(random).toString('hex')}`
}

/** The user's own calendar day. */
function dayOf(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function pasteSource(text: string): StagedSource {
  const bytes = new TextEncoder().encode(text)
  return {
    id: 'paste',
    name: 'paste',
    size: bytes.length,
    modified: null,
    fault: null,
    read: () => Promise.resolve(bytes),
    companions: () => Promise.resolve([]),
  }
}

function skippedItem(source: string): ImportItem {
  return failedItem(source, new AppError('cancelled', 'The import was stopped before its turn.'), 'skipped')
}

/** Works on sources in order, several at once; results keep the order of the sources. */
async function importAll(
  sources: readonly StagedSource[],
  context: RunContext,
  { signal, onProgress }: ImportJob,
): Promise<readonly ImportItem[]> {
  const results: (readonly ImportItem[])[] = []
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    for (;;) {
      const place = next
      const source = sources[place]
      if (source === undefined) return
      next += 1
      results[place] = signal?.aborted ? [skippedItem(source.name)] : await importSource(source, context)
      done += 1
      onProgress?.(done, sources.length, source.name)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results.flat()
}

/** Makes the importer of an open archive. */
export function createImporter(options: ImporterOptions): Importer {
  const { archive, intake, clock, log, cacheFolder, random } = options
  const pool = createReadPool()
  let last: Promise<unknown> = Promise.resolve()

  const checkTags = (tags: readonly TagId[]): void => {
    const unknown = tags.find((tag) => options.kindOfTag(tag) === undefined)
    if (unknown !== undefined) throw new AppError('not-found', `There is no tag ${unknown}.`, { tag: unknown })
  }

  const runSources = async (
    sources: readonly StagedSource[],
    chosen: Pick<RequestArgument<'import.run'>, 'kind' | 'outlet' | 'tags'>,
    job: ImportJob,
  ): Promise<ImportReport> => {
    checkTags(chosen.tags)
    const started = clock()
    const batch = batchName(started, random(3))
    const known = await openKnownTexts(archive, cacheFolder)
    const context: RunContext = {
      archive,
      batch,
      today: dayOf(started),
      known,
      claims: new Map(),
      read: (order) => (isLightSource(order.request) ? readArticles(order) : pool.read(order, job.signal)),
      chosen: { kind: chosen.kind, outlet: chosen.outlet, tags: chosen.tags },
      kindOfTag: options.kindOfTag,
      log,
    }
    const items = await importAll(sources, context, job)
    const report = makeReport(batch, started.toISOString(), job.signal?.aborted ?? false, items)
    await saveReport(archive, report)
    await known.save().catch((error: unknown) => log.warn(`The text keys were not kept: ${String(error)}`))
    return report
  }

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work)
    last = result.catch((error: unknown) => {
      if (!isAppError(error)) log.error('An import ended with a fault.', error)
    })
    return result
  }

  const findSources = (ids: readonly string[]): readonly StagedSource[] =>
    ids.map((id) => {
      const source = intake.find(id)
      if (source === undefined) throw new AppError('not-found', `There is no source ${id} to import.`, { source: id })
      return source
    })

  return {
    run: (argument, job = {}) =>
      inTurn(async () => {
        const report = await runSources(findSources(argument.sources), argument, job)
        await Promise.all(argument.sources.map((id) => intake.discard(id)))
        return report
      }),
    text: (argument) => inTurn(() => runSources([pasteSource(argument.text)], argument, {})),
    runs: () => readRuns(archive),
    report: (batch) => readReport(archive, batch),
    undo: (batch, job = {}) => inTurn(() => undoRun(archive, batch, job)),
    close: async () => {
      await last
      await pool.close()
    },
  }
}
