import type { ArticleId } from '../model/article-id.ts'
import type { ArticleFields } from '../model/article.ts'
import type { SimilarArticle } from '../model/import-evidence.ts'
import { TAG_KINDS, type TagId, type TagKind, type TagsByKind } from '../model/tag.ts'
import { compareTexts, type TextShape } from './duplicates/near-texts.ts'
import { shapeOfPrint } from './duplicates/text-print.ts'
import type { ImportedFile } from './import-archive.ts'
import type { ArticleOfSource } from './read-articles.ts'
import type { JudgedArticle } from './rules/apply-rules.ts'
import type { PendingText, RunContext } from './run/run-context.ts'

/** An article on its way from its source into the archive. */
export interface FoundArticle {
  readonly article: JudgedArticle
  /** Of its normalised text. */
  readonly key: string
  readonly piece: ArticleOfSource
  readonly original: { readonly name: string; readonly bytes: Uint8Array }
  readonly source: string
}

/** An article that was added, with those that have nearly its text. */
export interface AddedArticle {
  readonly id: ArticleId
  readonly similar: readonly SimilarArticle[]
}

/** The doubts of an article, one of them that it may be there already. */
export function doubtsOf(article: JudgedArticle, similar: readonly SimilarArticle[]): readonly string[] {
  return similar.length === 0 ? article.doubts : [...article.doubts, 'duplicate'].sort()
}

/** Tags of the source that the registry knows, with those chosen for the run. */
function joinTags(own: TagsByKind, context: RunContext): TagsByKind {
  const ids = new Set([...TAG_KINDS.flatMap((kind) => own[kind]), ...context.chosen.tags])
  const ofKind = (kind: TagKind): readonly TagId[] => [...ids].filter((id) => context.kindOfTag(id) === kind)
  return { initiative: ofKind('initiative'), partner: ofKind('partner'), topic: ofKind('topic') }
}

/** Subject words of the source and tags that the registry does not know are kept as a note: nothing is dropped in silence. */
function notesWithWords(fields: ArticleFields, piece: ArticleOfSource, context: RunContext): string {
  const unknown = TAG_KINDS.flatMap((kind) => fields.tags[kind]).filter((id) => context.kindOfTag(id) === undefined)
  const words = [...piece.keywords, ...unknown]
  const lines = [fields.notes, words.length === 0 ? '' : `Keywords: ${words.join(', ')}`]
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 100_000)
}

function originalName(source: string): string {
  return source === 'paste' ? 'paste.txt' : (source.split('/').at(-1) ?? source)
}

interface ComparedArticle extends FoundArticle {
  readonly id: ArticleId
  readonly shape: TextShape
  readonly similar: readonly SimilarArticle[]
}

async function writeArticle(
  { article, key, piece, original, source, id, shape, similar }: ComparedArticle,
  context: RunContext,
): Promise<void> {
  const fields: ArticleFields = {
    ...article.fields,
    tags: joinTags(article.fields.tags, context),
    notes: notesWithWords(article.fields, piece, context),
  }
  const attachments: readonly ImportedFile[] = [
    { name: originalName(original.name), bytes: original.bytes, role: 'original' },
    ...piece.files,
  ]
  const imported = {
    source,
    batch: context.batch,
    ...(article.headline === '' ? {} : { headline: article.headline }),
    doubts: doubtsOf(article, similar),
  }
  const { version } = await context.writer.write({ id, fields, imported, attachments })
  context.known.add(key, shape, id, version)
}

/** Articles with nearly the same text: those of the archive, and those that were being written when this one came. */
async function findSimilarInRun(
  shape: TextShape,
  earlier: readonly PendingText[],
  context: RunContext,
): Promise<readonly SimilarArticle[]> {
  const found = new Map((await context.known.similar(shape)).map((similar) => [similar.id, similar]))
  for (const { id, shape: other } of earlier) {
    const likeness = compareTexts(shape, other)
    if (likeness !== null) found.set(id, { id, ...likeness })
  }
  return [...found.values()]
}

/**
 * Compares the article with those that are there and writes it. Alike texts that come together are written together:
 * what is said of one whose writing then fails is taken back.
 *
 * @throws AppError `read-only`, `disk-full`, `save-failed`
 */
export async function addArticle(found: FoundArticle, context: RunContext): Promise<AddedArticle> {
  const shape = shapeOfPrint(found.piece.print)
  const earlier = [...context.pending]
  const id = context.archive.newArticleId()
  const work = async (): Promise<readonly SimilarArticle[]> => {
    const similar = await findSimilarInRun(shape, earlier, context)
    await writeArticle({ ...found, id, shape, similar }, context)
    return similar
  }
  const made = work()
  const own: PendingText = { shape, id, written: made.then(() => true).catch(() => false) }
  context.pending.add(own)
  try {
    return { id, similar: await withoutFailed(await made, earlier) }
  } finally {
    context.pending.delete(own)
  }
}

async function withoutFailed(
  similar: readonly SimilarArticle[],
  earlier: readonly PendingText[],
): Promise<readonly SimilarArticle[]> {
  const failed = new Set<ArticleId>()
  for (const { id, written } of earlier) {
    if (similar.some((one) => one.id === id) && !(await written)) failed.add(id)
  }
  return similar.filter(({ id }) => !failed.has(id))
}
