import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import type { ImportRun } from '../contract/results.ts'
import { isArticleId, type ArticleId } from '../model/article-id.ts'
import { isPartialDay, type PartialDay } from '../model/calendar-day.ts'
import { IMPORT_OUTCOMES, type ImportItem, type ImportReport } from '../model/import-report.ts'
import { ARTICLE_LANGUAGES } from '../model/language.ts'
import type { ImportArchive } from './import-archive.ts'

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
const runSchema = v.object(runFields)
const itemSchema = v.object({
  source: v.string(),
  outcome: v.picklist(IMPORT_OUTCOMES),
  id: v.nullable(v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value))),
  title: v.string(),
  publishedOn: v.nullable(v.custom<PartialDay>((value) => typeof value === 'string' && isPartialDay(value))),
  language: v.nullable(v.picklist(ARTICLE_LANGUAGES)),
  outlet: v.string(),
  doubts: v.array(v.string()),
  notices: v.exactOptional(v.array(v.string())),
  reason: v.nullable(v.string()),
})
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

/** @throws AppError `not-found` where the archive has no readable report of that run */
export async function readReport(archive: ImportArchive, batch: string): Promise<ImportReport> {
  const file = /^[\w-]{1,64}$/.test(batch) ? await archive.readFile(fileOf(batch)) : null
  const parsed = v.safeParse(reportSchema, file === null ? null : parseJson(file.bytes))
  if (!parsed.success) throw new AppError('not-found', `There is no report of the import ${batch}.`, { batch })
  return parsed.output
}

/** Writes the report of a run into the archive and names it in the list of runs. */
export async function saveReport(archive: ImportArchive, report: ImportReport): Promise<void> {
  const old = await archive.readFile(fileOf(report.batch))
  await archive.saveFile(fileOf(report.batch), toBytes(report), old?.version ?? null)
  const { items: _items, cancelled: _cancelled, ...run } = report
  const list = await archive.readFile(LIST)
  const others = (await readRuns(archive)).filter(({ batch }) => batch !== report.batch)
  await archive.saveFile(LIST, toBytes([run, ...others]), list?.version ?? null)
}
