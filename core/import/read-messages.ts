import type { ErrorCode } from '../contract/app-error.ts'
import type { ArticlesOfSource, ReadOrder } from './read-articles.ts'

/** To a child that reads. One order at a time. */
export interface ReadCall {
  readonly call: number
  readonly order: ReadOrder
}

/** From a child that reads. */
export type ReadReply =
  | { readonly call: number; readonly ok: true; readonly value: ArticlesOfSource }
  | { readonly call: number; readonly ok: false; readonly code: ErrorCode; readonly message: string }
