import { isAppError } from '../contract/app-error.ts'
import type { Charset } from '../model/charset.ts'
import type {
  CharsetQuestion,
  ImportPreview,
  ImportQuestions,
  PreviewArticle,
  TableQuestion,
} from '../model/import-report.ts'
import { charsetReadings } from './charset/open-charset.ts'
import { guessCharset } from './charset/guess-charset.ts'
import { detectFormat, type SourceFormat } from './detect-format.ts'
import type { StagedSource } from './intake.ts'
import type { ArticlesOfSource, ReadOrder } from './read-articles.ts'
import { activeRules, type ActiveRules } from './rules/apply-rules.ts'
import type { RuleStore } from './rules/rule-store.ts'
import { placesOf } from './rules/source-places.ts'

/** What a preview works with. */
export interface PreviewPorts {
  readonly read: (order: ReadOrder) => Promise<ArticlesOfSource>
  readonly rules: RuleStore
  /** `yyyy-MM-dd` on the user's calendar. */
  readonly today: () => string
}

/** Formats whose letters depend on a character set that they may not name. */
const OPEN_LETTERS: ReadonlySet<SourceFormat> = new Set(['text', 'markdown', 'csv', 'html'])
const TABLES: ReadonlySet<SourceFormat> = new Set(['csv', 'xlsx', 'json'])
const MOST_ASKED = 20
const MOST_LOOKED_AT = 2_000
/** Larger sources are not looked at beforehand. In bytes. */
const MOST_SIZE = 5_000_000
const MOST_ARTICLES = 5
const SAMPLE_LENGTH = 600

async function readTableQuestion(
  source: StagedSource,
  bytes: Uint8Array,
  rules: ActiveRules,
  charset: Charset | null,
  { read, today }: PreviewPorts,
): Promise<(TableQuestion & { readonly isKnown: boolean }) | null> {
  const { table } = await read({
    request: { name: source.name, bytes, charset, tables: { known: rules.columns, sampleOnly: true } },
    options: { today: today(), kind: 'coverage', outlet: '' },
  })
  if (table === undefined) return null
  const { head, rows, mapping, count, isKnown } = table
  return { source: source.id, name: source.name, head, rows, mapping, count, isKnown }
}

/** Asks only where the letters may be wrong and nothing was chosen for such sources. */
function charsetQuestion(
  source: StagedSource,
  bytes: Uint8Array,
  rules: ActiveRules,
  outlet: string,
): CharsetQuestion | null {
  const { charset, doubtful } = guessCharset(bytes)
  const places = placesOf(source.name, { url: '', outlet })
  if (!doubtful || rules.charsetOf(places) !== null) return null
  return { source: source.id, name: source.name, charset, readings: charsetReadings(bytes), places }
}

/** Looks through sources for what a person should decide before they are imported. Faults are left to the import. */
export async function inspectSources(
  sources: readonly StagedSource[],
  outlet: string,
  ports: PreviewPorts,
): Promise<ImportQuestions> {
  const rules = activeRules(await ports.rules.list())
  const charsets: CharsetQuestion[] = []
  const tables = new Map<string, TableQuestion>()
  for (const source of sources.slice(0, MOST_LOOKED_AT)) {
    if (source.fault !== null || source.size > MOST_SIZE) continue
    if (charsets.length >= MOST_ASKED && tables.size >= MOST_ASKED) break
    try {
      const bytes = await source.read()
      const format = detectFormat(source.name, bytes)
      const letters = format === 'text' || format === 'csv' ? charsetQuestion(source, bytes, rules, outlet) : null
      if (letters !== null && charsets.length < MOST_ASKED) charsets.push(letters)
      const table = TABLES.has(format) ? await readTableQuestion(source, bytes, rules, null, ports) : null
      if (table?.isKnown === false && tables.size < MOST_ASKED) tables.set(table.head.join('\n'), table)
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return { charsets, tables: [...tables.values()] }
}

function previewArticles({ articles }: ArticlesOfSource): readonly PreviewArticle[] {
  return articles.slice(0, MOST_ARTICLES).map(({ recognised: { fields, doubts } }) => ({
    title: fields.title,
    publishedOn: fields.published,
    language: fields.language,
    outlet: fields.outlet,
    doubts,
    sample: fields.body.slice(0, SAMPLE_LENGTH),
  }))
}

/** What bytes would become, read in a character set or in the one that is found. */
export async function previewBytes(
  source: StagedSource,
  bytes: Uint8Array,
  charset: Charset | null,
  ports: PreviewPorts,
): Promise<ImportPreview> {
  const format = detectFormat(source.name, bytes)
  const rules = activeRules(await ports.rules.list())
  const table = TABLES.has(format) ? await readTableQuestion(source, bytes, rules, charset, ports) : null
  const isUsable = table === null || table.mapping.includes('title') || table.mapping.includes('body')
  const result = isUsable
    ? await ports.read({
        request: { name: source.name, bytes, charset, tables: { known: rules.columns, sampleOnly: false } },
        options: { today: ports.today(), kind: 'coverage', outlet: '' },
      })
    : { articles: [], members: [], faults: [] }
  return {
    name: source.name,
    charsets: OPEN_LETTERS.has(format) ? charsetReadings(bytes, charset) : [],
    table,
    articles: previewArticles(result),
    total: result.articles.length + result.members.length + result.faults.length,
  }
}

/** What would come of a source. @throws AppError with the reason why it cannot be read */
export async function previewSource(
  source: StagedSource,
  charset: Charset | null,
  ports: PreviewPorts,
): Promise<ImportPreview> {
  return previewBytes(source, await source.read(), charset, ports)
}
