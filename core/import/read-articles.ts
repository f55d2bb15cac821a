import { AppError } from '../contract/app-error.ts'
import { printOf, type TextPrint } from './duplicates/text-print.ts'
import type { PieceFile, ReadFault, ReadMember, StatedFields, TableSample } from './read-result.ts'
import { readSource, type ReadRequest } from './read-source.ts'
import { markdownToPlain } from './text/markdown-blocks.ts'
import { recogniseArticle, type RecognisedArticle, type RecogniseOptions } from './recognise/recognise-article.ts'

/** One article of a source, read and recognised. */
export interface ArticleOfSource {
  /** Name inside the source; empty where the source is one article. */
  readonly name: string
  readonly recognised: RecognisedArticle
  /** Of its body. */
  readonly print: TextPrint
  readonly keywords: NonNullable<StatedFields['keywords']>
  readonly files: readonly PieceFile[]
  readonly notices: readonly string[]
}

/** All that came of one source. */
export interface ArticlesOfSource {
  readonly articles: readonly ArticleOfSource[]
  readonly members: readonly ReadMember[]
  readonly faults: readonly ReadFault[]
  /** Only where a table was asked for its first rows. */
  readonly table?: TableSample
}

/** What is asked of a reader. */
export interface ReadOrder {
  readonly request: ReadRequest
  readonly options: Omit<RecogniseOptions, 'sourceName'>
}

/** Longest text that one source may give, in characters. */
const MOST_TEXT = 50_000_000

/**
 * Reads a source and recognises the articles in it.
 *
 * @throws AppError `empty-file`, `too-large`, `unknown-format`, `unreadable-source`
 */
export async function readArticles({ request, options }: ReadOrder): Promise<ArticlesOfSource> {
  const { pieces, members, faults, table } = await readSource(request)
  const length = pieces.reduce((sum, { body }) => sum + body.text.length, 0)
  if (length > MOST_TEXT) throw new AppError('too-large', `${request.name} holds more text than is read.`)
  const articles = pieces.map((piece) => {
    const recognised = recogniseArticle(piece, { ...options, sourceName: request.name })
    return {
      name: piece.name,
      recognised,
      print: printOf(markdownToPlain(recognised.fields.body)),
      keywords: piece.stated.keywords ?? [],
      files: piece.files,
      notices: piece.notices,
    }
  })
  return { articles, members, faults, ...(table === undefined ? {} : { table }) }
}
