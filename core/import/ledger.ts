import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import type { ImportRun } from '../contract/results.ts'
import type { ImportItem, ImportReport } from '../model/import-report.ts'
import type { ImportArchive } from './import-archive.ts'
import { itemSchema } from './run/item-schema.ts'
import { readJournal } from './run/run-journal.ts'

const LIST = 'imports/runs.json'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const runFields = {
  batch: v.string(),
  startedAt: v.string(),
  total: count,
  added: count,
  duplicates: count,
  skipped: count,
  failed: count,
}
const runSchema = v.object({ ...runFields, open: v.exactOptional(v.boolean()) })
const reportSchema = v.object({ ...runFields, cancelled: v.boolean(), items: v.array(itemSchema) })

function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function fileOf(batch: string): string {
  return `imports/${batch}.json`
}

function requireBatch(batch: string): string {
  if (!/^[\w-]{1,64}$/.test(batch)) throw noReport(batch)
  return batch
}

function noReport(batch: string): AppError {
  return new AppError('not-found', `There is no report of the import ${batch}.`, { batch })
}

/** Adds up the outcomes: total = added + duplicates + skipped + failed. */
export function makeReport(
  batch: string,
  startedAt: string,
  cancelled: boolean,
  items: readonly ImportItem[],
): ImportReport {
  const countOf = (outcome: ImportItem['outcome']): number => items.filter((item) => item.outcome === outcome).length
  return {
    batch,
    startedAt,
    total: items.length,
    added: countOf('added'),
    duplicates: countOf('duplicate'),
    skipped: countOf('skipped'),
    failed: countOf('failed'),
    cancelled,
    items,
  }
}

/** Runs of the archive, newest first. A damaged list counts as empty; the reports themselves are kept apart. */
export async function readRuns(archive: ImportArchive): Promise<readonly ImportRun[]> {
  const file = await archive.readFile(LIST)
  const parsed = v.safeParse(v.array(runSchema), file === null ? [] : parseJson(file.bytes))
  return parsed.success ? parsed.output : []
}

/**
 * The report of a run; of one that did not come to its end, what it had noted.
 *
 * @throws AppError `not-found` where the archive has no readable report of that run
 */
export async function readReport(archive: ImportArchive, batch: string): Promise<ImportReport> {
  const file = await archive.readFile(fileOf(requireBatch(batch)))
  if (file !== null) {
    const parsed = v.safeParse(reportSchema, parseJson(file.bytes))
    if (parsed.success) return withJournal(archive, parsed.output)
  }
  const run = (await readRuns(archive)).find((candidate) => candidate.batch === batch)
  if (run?.open !== true) throw noReport(batch)
  return makeReport(batch, run.startedAt, false, await readJournal(archive, batch))
}

/** A run that is gone on with has pieces again: they replace what the report says of the same sources. */
async function withJournal(archive: ImportArchive, report: ImportReport): Promise<ImportReport> {
  const noted = await readJournal(archive, report.batch)
  if (noted.length === 0) return report
  const { batch, startedAt, cancelled, items } = report
  return makeReport(batch, startedAt, cancelled, replaceItems(items, noted))
}

/** Puts later items in the place of those of the same sources; in the order of the sources. */
export function replaceItems(before: readonly ImportItem[], later: readonly ImportItem[]): readonly ImportItem[] {
  const places = new Set(later.map(({ place }) => place))
  const kept = before.filter(({ place }) => place === undefined || !places.has(place))
  return [...kept, ...later].sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
}

/** Names a run that begins in the list of runs, so that it is known after a crash. */
export async function announceRun(archive: ImportArchive, batch: string, startedAt: string): Promise<void> {
  const { items: _items, cancelled: _cancelled, ...run } = makeReport(batch, startedAt, false, [])
  await saveRun(archive, { ...run, open: true })
}

/** Writes the report of a run into the archive and names it in the list of runs. */
export async function saveReport(archive: ImportArchive, report: ImportReport): Promise<void> {
  const old = await archive.readFile(fileOf(report.batch))
  await archive.saveFile(fileOf(report.batch), toBytes(report), old?.version ?? null)
  const { items: _items, cancelled: _cancelled, ...run } = report
  await saveRun(archive, run)
}

async function saveRun(archive: ImportArchive, run: ImportRun): Promise<void> {
  const list = await archive.readFile(LIST)
  const runs = await readRuns(archive)
  const others = runs.filter(({ batch }) => batch !== run.batch)
  const newer = others.filter(({ batch }) => batch > run.batch)
  await archive.saveFile(LIST, toBytes([...newer, run, ...others.slice(newer.length)]), list?.version ?? null)
}
