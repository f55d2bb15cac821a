import { AppError, isAppError } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Charset } from '../model/charset.ts'
import type { SimilarArticle } from '../model/import-evidence.ts'
import type { ImportItem } from '../model/import-report.ts'
import { addArticle, doubtsOf } from './add-article.ts'
import { openCharset } from './charset/open-charset.ts'
import { textKey } from './duplicates/text-key.ts'
import { MOST_BODY_LENGTH } from './import-limits.ts'
import type { StagedSource } from './intake.ts'
import type { ArticleOfSource } from './read-articles.ts'
import type { ReadMember } from './read-result.ts'
import { judgeArticle, type JudgedArticle } from './rules/apply-rules.ts'
import { placesOf } from './rules/source-places.ts'
import type { RunContext } from './run/run-context.ts'

/** Containers inside containers are followed this deep. */
const DEEPEST_MEMBER = 4

/** The item of a source that did not become an article. Bugs are named as such, without their text. */
export function failedItem(source: string, error: unknown, outcome: 'failed' | 'skipped' = 'failed'): ImportItem {
  const reason = isAppError(error)
    ? `${error.code}: ${error.message}`
    : 'internal: An unexpected fault; the log has its details.'
  return { source, outcome, id: null, title: '', publishedOn: null, language: null, outlet: '', doubts: [], reason }
}

function articleItem(
  source: string,
  outcome: 'added' | 'duplicate',
  id: ArticleId,
  article: JudgedArticle,
  notices: readonly string[],
  similar: readonly SimilarArticle[] = [],
): ImportItem {
  const { title, published, language, outlet } = article.fields
  return {
    source,
    outcome,
    id,
    title,
    publishedOn: published,
    language,
    outlet,
    doubts: doubtsOf(article, similar),
    ...(notices.length === 0 ? {} : { notices }),
    findings: article.findings,
    ...(similar.length === 0 ? {} : { similar }),
    reason: outcome === 'duplicate' ? `duplicate: The archive has this text already, in the article ${id}.` : null,
  }
}

/** True for an article that this very run added from this source before it was broken off. */
async function isOwn(id: ArticleId, source: string, context: RunContext): Promise<boolean> {
  if (!context.isContinued) return false
  const { imported } = await context.archive.readArticle(id)
  return imported?.batch === context.batch && imported.source === source
}

/**
 * Writes the article unless its text is there already or is being written by another source of the run; the promise in
 * `claims` keeps two equal sources from both being added.
 */
async function importPiece(
  piece: ArticleOfSource,
  original: { readonly name: string; readonly bytes: Uint8Array },
  source: string,
  context: RunContext,
): Promise<ImportItem> {
  const article = judgeArticle(piece.recognised, source, context.rules)
  if (article.fields.body.length > MOST_BODY_LENGTH) {
    throw new AppError('too-large', `${source} has more text than an article may have.`, { source })
  }
  // The rules change fields and never the body.
  const key = piece.print.key ?? textKey(article.fields)
  for (;;) {
    const claimed = context.claims.get(key)
    if (claimed === undefined) break
    const id = await claimed
    if (id !== null) return articleItem(source, 'duplicate', id, article, piece.notices)
    if (context.claims.get(key) === claimed) context.claims.delete(key)
  }
  const known = context.known.find(key)
  if (known !== undefined) {
    const outcome = (await isOwn(known, source, context)) ? 'added' : 'duplicate'
    return articleItem(source, outcome, known, article, piece.notices)
  }
  const made = addArticle({ article, key, piece, original, source }, context)
  context.claims.set(
    key,
    made.then(({ id }) => id).catch(() => null),
  )
  const { id, similar } = await made
  return articleItem(source, 'added', id, article, piece.notices, similar)
}

async function importPieceSafely(
  piece: ArticleOfSource,
  original: { readonly name: string; readonly bytes: Uint8Array },
  source: string,
  context: RunContext,
): Promise<ImportItem> {
  try {
    return await importPiece(piece, original, source, context)
  } catch (error) {
    // Without a place to write, every further article would fail the same way.
    if (isAppError(error, 'read-only') || isAppError(error, 'archive-offline')) throw error
    if (!isAppError(error)) context.log.error(`Importing ${source} ended with a fault.`, error)
    return failedItem(source, error)
  }
}

/** The character set that the user chose for this import, or for this place; null where the bytes show their own. */
function charsetFor(name: string, bytes: Uint8Array, { chosen, rules }: RunContext): Charset | null {
  const charset = chosen.charset ?? rules.charsetOf(placesOf(name, { url: '', outlet: chosen.outlet }))
  return charset === null ? null : openCharset(bytes, charset)
}

async function importBytes(
  name: string,
  bytes: Uint8Array,
  depth: number,
  context: RunContext,
  companions: readonly ReadMember[] = [],
): Promise<readonly ImportItem[]> {
  const { kind, outlet } = context.chosen
  const result = await context.read({
    request: {
      name,
      bytes,
      charset: charsetFor(name, bytes, context),
      companions,
      tables: { known: context.rules.columns, sampleOnly: false },
    },
    options: { today: context.today, kind, outlet },
  })
  const items: ImportItem[] = []
  for (const piece of result.articles) {
    const source = piece.name === '' ? name : `${name} › ${piece.name}`
    items.push(await importPieceSafely(piece, { name, bytes }, source, context))
  }
  for (const fault of result.faults) {
    items.push(failedItem(`${name} › ${fault.name}`, new AppError(fault.code, fault.message), fault.outcome))
  }
  for (const member of result.members) {
    const source = `${name} › ${member.name}`
    items.push(...(await importMember(source, member.bytes, depth + 1, context)))
  }
  return items
}

async function importMember(
  source: string,
  bytes: Uint8Array,
  depth: number,
  context: RunContext,
): Promise<readonly ImportItem[]> {
  if (depth > DEEPEST_MEMBER) {
    return [failedItem(source, new AppError('too-large', 'It lies in too many archives inside each other.'))]
  }
  return withFaults(source, context, () => importBytes(source, bytes, depth, context))
}

async function withFaults(
  source: string,
  context: RunContext,
  work: () => Promise<readonly ImportItem[]>,
): Promise<readonly ImportItem[]> {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error, 'read-only') || isAppError(error, 'archive-offline')) throw error
    if (isAppError(error, 'cancelled')) return [failedItem(source, error, 'skipped')]
    if (!isAppError(error)) context.log.error(`Reading ${source} ended with a fault.`, error)
    return [failedItem(source, error)]
  }
}

/** Takes one source into the archive; one item for each article, member or row in it. Never stops the run for a bad source. */
export async function importSource(source: StagedSource, context: RunContext): Promise<readonly ImportItem[]> {
  return withFaults(source.name, context, async () =>
    importBytes(source.name, await source.read(), 0, context, await source.companions()),
  )
}
