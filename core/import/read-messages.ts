import type { ErrorCode } from '../contract/app-error.ts'
import type { PageOrder, PagePicture } from './pdf/page-picture.ts'
import type { ArticlesOfSource, ReadOrder } from './read-articles.ts'

/** What a child can be asked to do: read the articles of a source, or of several short ones, or draw a page of it. */
export type ReadTask =
  | { readonly kind: 'articles'; readonly order: ReadOrder }
  | { readonly kind: 'texts'; readonly orders: readonly ReadOrder[] }
  | { readonly kind: 'page'; readonly order: PageOrder }

/** What came of one source. */
export type ReadOutcome =
  | { readonly ok: true; readonly articles: ArticlesOfSource }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }

/** What came of a task. */
export type ReadValue =
  | { readonly kind: 'articles'; readonly articles: ArticlesOfSource }
  /** One for each order. */
  | { readonly kind: 'texts'; readonly outcomes: readonly ReadOutcome[] }
  | { readonly kind: 'page'; readonly page: PagePicture }

/** To a child that reads. One task at a time. */
export interface ReadCall {
  readonly call: number
  readonly task: ReadTask
}

/** What a child says first, when its code is loaded. */
export interface ReaderReady {
  readonly ready: true
}

/** From a child that reads. `worn`: it has grown so large that another one should read the next source. */
export type ReadReply =
  | { readonly call: number; readonly worn: boolean; readonly ok: true; readonly value: ReadValue }
  | {
      readonly call: number
      readonly worn: boolean
      readonly ok: false
      readonly code: ErrorCode
      readonly message: string
    }
