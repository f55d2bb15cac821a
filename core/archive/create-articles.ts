import { randomBytes } from 'node:crypto'
import { AppError, isAppError } from '../contract/app-error.ts'
import { outcomeOf, valueOf, type Outcome } from '../files/batch-calls.ts'
import type { FileInfo } from '../files/file-system.ts'
import { createArticleId, type ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields, ImportRecord } from '../model/article.ts'
import { notifyArticles, requireWritable, take, type ArchiveContext } from './archive-context.ts'
import { formatArticle, type FormattedArticle } from './article-file.ts'
import { placeAttachments, type NewAttachment, type PlacedAttachment } from './attachment-store.ts'
import { summaryOf } from './catalog/summary-of.ts'
import { articlePath, shortIdOf } from './layout.ts'
import { wellFormed, wellFormedImport } from './well-formed.ts'

/** What a new article may bring along. */
export interface CreateArticleOptions {
  readonly imported?: ImportRecord | null
  readonly attachments?: readonly NewAttachment[]
  /** For samples, restores and imports; left out, a new one is made. */
  readonly id?: ArticleId
}

/** An article to be added. */
export interface NewArticle extends CreateArticleOptions {
  readonly fields: ArticleFields
}

/** Eight characters of an id stand for this many milliseconds. */
const SHORT_ID_STEP = 32

/** A new id whose first eight characters no article has, as they name files and attachment folders. */
export function newArticleId(context: ArchiveContext): ArticleId {
  const random = [...randomBytes(7)]
  let time = Math.max(context.clock().getTime(), context.lastIdTime + SHORT_ID_STEP)
  let id = createArticleId(time, random)
  while (context.files.countOfShortId(shortIdOf(id)) > 0) {
    time += SHORT_ID_STEP
    id = createArticleId(time, random)
  }
  context.lastIdTime = time
  return id
}

/** An article that is ready to be written. */
interface ReadyArticle {
  readonly id: ArticleId
  readonly fields: ArticleFields
  readonly attachments: readonly PlacedAttachment[]
  readonly formatted: FormattedArticle
}

function prepare(context: ArchiveContext, id: ArticleId, article: NewArticle): ReadyArticle {
  if (context.catalog.rowOf(id) !== undefined) {
    throw new AppError('version-conflict', `There is an article ${id} already.`, { id })
  }
  const { body, ...rest } = wellFormed(article.fields)
  const shared = context.files.countOfShortId(shortIdOf(id)) > 0
  const attachments = placeAttachments(id, shared, article.attachments ?? [])
  const now = context.clock().toISOString()
  const head = {
    ...rest,
    id,
    attachments: attachments.map(({ attachment }) => attachment),
    imported: article.imported ? wellFormedImport(article.imported) : null,
    created: now,
    updated: now,
  }
  return { id, fields: article.fields, attachments, formatted: formatArticle(head, body, null) }
}

/** Saves the attachments of the articles; an article of which one cannot be saved fails. */
async function saveAttachments(
  context: ArchiveContext,
  ready: readonly Outcome<ReadyArticle>[],
): Promise<readonly Outcome<ReadyArticle>[]> {
  const all = ready.flatMap((outcome) => (outcome.done ? outcome.value.attachments : []))
  const saved = [...(all.length === 0 ? [] : await context.folder.saveNew(all))]
  return ready.map((outcome): Outcome<ReadyArticle> => {
    if (!outcome.done) return outcome
    const own = saved.splice(0, outcome.value.attachments.length)
    return own.find((attachment) => !attachment.done) ?? outcome
  })
}

interface SavedArticle {
  readonly path: string
  readonly info: FileInfo
}

/** Saves the articles' own files; where a short name is taken, under the long one. */
async function saveFiles(
  context: ArchiveContext,
  list: readonly ReadyArticle[],
): Promise<readonly Outcome<SavedArticle>[]> {
  const save = async (suffixOf: (id: ArticleId) => string, articles: readonly ReadyArticle[]) => {
    const files = articles.map(({ id, fields, formatted }) => ({
      path: articlePath(fields.published, fields.title, suffixOf(id)),
      bytes: formatted.bytes,
    }))
    const saved = await context.folder.saveNew(files)
    return files.map(({ path }, place) => outcomeOf(() => Promise.resolve({ path, info: valueOf(saved[place]) })))
  }
  const first = await Promise.all(await save(shortIdOf, list))
  return Promise.all(
    first.map(async (outcome, place) => {
      const article = list[place]
      const isTaken = !outcome.done && isAppError(outcome.error, 'version-conflict')
      if (!isTaken || article === undefined) return outcome
      return (await save((id) => id, [article]))[0] ?? outcome
    }),
  )
}

async function createHeld(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  list: readonly NewArticle[],
): Promise<readonly Outcome<Article>[]> {
  const prepared: Outcome<ReadyArticle>[] = []
  for (const [place, article] of list.entries()) {
    // One of the ids exists for each article.
    prepared.push(await outcomeOf(() => Promise.resolve(prepare(context, ids[place] as ArticleId, article))))
  }
  const ready = await saveAttachments(context, prepared)
  const going = ready.flatMap((outcome) => (outcome.done ? [outcome.value] : []))
  const saved = [...(await saveFiles(context, going))]
  const outcomes = ready.map((outcome): Outcome<Article> => {
    if (!outcome.done) return outcome
    const file = saved.shift()
    if (file?.done !== true) return { done: false, error: file?.error }
    const { article } = outcome.value.formatted
    take(context, file.value.path, file.value.info, summaryOf(article))
    return { done: true, value: article }
  })
  notifyArticles(
    context,
    outcomes.flatMap((outcome) => (outcome.done ? [outcome.value.id] : [])),
  )
  return outcomes
}

/**
 * Adds articles: the attachments of all first, then the articles; everything is on the disk when it resolves. A crash in
 * between leaves folders that nothing refers to, never an article without its files. One that fails does not stop the
 * others; the errors are those of `createArticle`.
 */
export async function createArticles(
  context: ArchiveContext,
  list: readonly NewArticle[],
): Promise<readonly Outcome<Article>[]> {
  requireWritable(context)
  const ids = list.map(({ id }) => id ?? newArticleId(context))
  const release = await context.queue.hold(ids)
  try {
    return await createHeld(context, ids, list)
  } finally {
    release()
  }
}

/**
 * Adds an article with its attachments.
 *
 * @throws AppError `read-only`, `disk-full`, `save-failed`, `version-conflict` where the id is taken
 */
export async function createArticle(
  context: ArchiveContext,
  fields: ArticleFields,
  options: CreateArticleOptions = {},
): Promise<Article> {
  const [made] = await createArticles(context, [{ ...options, fields }])
  return valueOf(made)
}
