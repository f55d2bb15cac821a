import { AppError, isAppError } from '../../contract/app-error.ts'
import type { ArticleId } from '../../model/article-id.ts'
import type { Article, ArticleFields } from '../../model/article.ts'
import type { Charset } from '../../model/charset.ts'
import type { CharsetReading, ImportItem, ImportPreview } from '../../model/import-report.ts'
import type { OriginalView, PageView, ReviewSheet, SimilarView } from '../../model/review-sheet.ts'
import { charsetReadings } from '../charset/open-charset.ts'
import { detectFormat, type SourceFormat } from '../detect-format.ts'
import type { ImportArchive } from '../import-archive.ts'
import type { StagedSource } from '../intake.ts'
import { readReport } from '../ledger.ts'
import { previewBytes, type PreviewPorts } from '../preview-source.ts'
import { readOriginal, type Original } from './original-file.ts'
import { originalText } from './original-text.ts'
import { createPagePictures, type PagePorts } from './page-pictures.ts'
import type { PairStore } from './pair-store.ts'

/** What the review works with. */
export interface ReviewPorts extends PreviewPorts, PagePorts {
  readonly pairs: PairStore
}

/** Looks at imported articles one by one. */
export interface ReviewService {
  /** @throws AppError `not-found` */
  read(id: ArticleId): Promise<ReviewSheet>
  /** A page of the original, where that is a PDF. @throws AppError as `PagePictures` */
  page(id: ArticleId, page: number): Promise<PageView>
  /** Remembers that two articles are no duplicates, and takes the doubt off where no other likeness is left. */
  notDuplicate(id: ArticleId, other: ArticleId): Promise<void>
  /** The original of an article in another character set. @throws AppError `not-found` where it is not kept */
  readAs(id: ArticleId, charset: Charset): Promise<ImportPreview>
  /** Gives an article the text of its original in another character set. @throws AppError `version-conflict` */
  reread(id: ArticleId, version: string, charset: Charset): Promise<Article>
}

/** Formats of one byte a letter, which may be read in a wrong set. */
const OPEN_LETTERS: ReadonlySet<SourceFormat> = new Set(['text', 'markdown', 'csv', 'html'])

/** The line of the ledger for an article, or undefined where the ledger has none. */
async function findItem(archive: ImportArchive, article: Article): Promise<ImportItem | undefined> {
  if (article.imported === null) return undefined
  try {
    const { items } = await readReport(archive, article.imported.batch)
    return items.find(({ id, outcome }) => id === article.id && outcome === 'added')
  } catch (error) {
    if (isAppError(error)) return undefined
    throw error
  }
}

function asSource({ attachment, bytes }: Original): StagedSource {
  return {
    id: '',
    name: attachment.name,
    size: bytes.length,
    modified: null,
    path: null,
    isCopy: false,
    fault: null,
    read: () => Promise.resolve(bytes),
    companions: () => Promise.resolve([]),
  }
}

function readingsOf(original: Original | null): readonly CharsetReading[] {
  if (original === null) return []
  const format = detectFormat(original.attachment.name, original.bytes)
  return OPEN_LETTERS.has(format) ? charsetReadings(original.bytes) : []
}

/** Makes the review of an open archive. */
export function createReviewService(ports: ReviewPorts): ReviewService {
  const { archive, pairs } = ports
  const pictures = createPagePictures(ports)

  const similarOf = async (article: Article, item: ImportItem | undefined): Promise<readonly SimilarView[]> => {
    const views: SimilarView[] = []
    for (const similar of item?.similar ?? []) {
      const summary = archive.catalog.summaryOf(similar.id)
      if (summary === undefined || (await pairs.has(article.id, similar.id))) continue
      views.push({ ...similar, article: summary, body: (await archive.readArticle(similar.id)).body })
    }
    return views
  }

  const originalView = async (original: Original | null): Promise<OriginalView | null> => {
    if (original === null) return null
    const { attachment, bytes } = original
    const hasPages = detectFormat(attachment.name, bytes) === 'pdf'
    return { name: attachment.name, hasPages, ...(await originalText(asSource(original), bytes, ports)) }
  }

  const requireOriginal = async (article: Article): Promise<Original> => {
    const original = await readOriginal(archive, article)
    if (original !== null) return original
    throw new AppError('not-found', `The original of ${article.id} is not kept.`, { id: article.id })
  }

  return {
    read: async (id) => {
      const article = await archive.readArticle(id)
      const [item, original] = [await findItem(archive, article), await readOriginal(archive, article)]
      return {
        article,
        findings: item?.findings ?? [],
        notices: item?.notices ?? [],
        original: await originalView(original),
        charsets: readingsOf(original),
        similar: await similarOf(article, item),
      }
    },
    page: async (id, page) => pictures.show(await archive.readArticle(id), page),
    notDuplicate: async (id, other) => {
      await pairs.add(id, other)
      const article = await archive.readArticle(id)
      const left = await similarOf(article, await findItem(archive, article))
      if (left.length === 0 && article.imported?.doubts.includes('duplicate') === true) {
        await archive.settleDoubts([id], ['duplicate'])
      }
    },
    readAs: async (id, charset) => {
      const original = await requireOriginal(await archive.readArticle(id))
      return previewBytes(asSource(original), original.bytes, charset, ports)
    },
    reread: async (id, version, charset) => {
      const article = await archive.readArticle(id)
      const fields = await readAgain(article, await requireOriginal(article), charset, ports)
      const saved = await archive.saveArticle(id, version, fields, { force: true })
      await archive.settleDoubts([id], ['charset'])
      return archive.readArticle(saved.id)
    },
  }
}

/** What a person filled in stays; what comes of the letters is read again. */
async function readAgain(
  article: Article,
  original: Original,
  charset: Charset,
  { read, today }: PreviewPorts,
): Promise<ArticleFields> {
  const result = await read({
    request: { name: original.attachment.name, bytes: original.bytes, charset },
    options: { today: today(), kind: article.kind, outlet: '' },
  })
  const part = article.imported?.source.split(' › ').at(-1) ?? ''
  const piece = result.articles.length === 1 ? result.articles[0] : result.articles.find(({ name }) => name === part)
  if (piece === undefined) {
    throw new AppError('unreadable-source', `The original of ${article.id} holds no such article any more.`, {
      id: article.id,
    })
  }
  const { fields } = piece.recognised
  return {
    ...article,
    title: fields.title,
    subtitle: fields.subtitle || article.subtitle,
    published: fields.published ?? article.published,
    outlet: fields.outlet || article.outlet,
    authors: fields.authors.length > 0 ? fields.authors : article.authors,
    language: fields.language,
    body: fields.body,
  }
}
