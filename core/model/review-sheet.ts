import type { Article, ArticleSummary } from './article.ts'
import type { CharsetReading } from './import-report.ts'
import type { FieldFinding, SimilarArticle } from './import-evidence.ts'

/** An article with nearly the same text, to be shown beside the one under review. */
export interface SimilarView extends SimilarArticle {
  readonly article: ArticleSummary
  /** Markdown. */
  readonly body: string
}

/** The source as it was, as far as it can be shown as text. */
export interface OriginalView {
  readonly name: string
  /** Words of the original, or null where it is no text that can be shown so (a PDF, a picture). */
  readonly text: string | null
  /** True where `text` is only the beginning. */
  readonly cut: boolean
  /** True where its pages can be shown as pictures. */
  readonly hasPages: boolean
}

/** A page of an original as a picture; its bytes are fetched as a finished document is. */
export interface PageView {
  readonly document: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** From 1. */
  readonly page: number
  /** Pages of the whole original. */
  readonly pages: number
}

/** All that helps to judge an imported article. */
export interface ReviewSheet {
  readonly article: Article
  /** How its fields were found; empty for articles of older imports. */
  readonly findings: readonly FieldFinding[]
  /** What was left out or blocked, one English sentence each. */
  readonly notices: readonly string[]
  readonly original: OriginalView | null
  /** Other readings of the original's letters, likeliest first; empty where its character set is certain. */
  readonly charsets: readonly CharsetReading[]
  readonly similar: readonly SimilarView[]
}
