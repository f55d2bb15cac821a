import type { ErrorCode } from '../contract/app-error.ts'
import type { ArticlesOfSource, ReadOrder } from './read-articles.ts'

/** To a child that reads. One order at a time. */
export interface ReadCall {
  readonly call: number
  readonly order: ReadOrder
}

/** What a child says first, when its code is loaded. */
export interface ReaderReady {
  readonly ready: true
}

/** From a child that reads. `worn`: it has grown so large that another one should read the next source. */
export type ReadReply =
  | { readonly call: number; readonly worn: boolean; readonly ok: true; readonly value: ArticlesOfSource }
  | {
      readonly call: number
      readonly worn: boolean
      readonly ok: false
      readonly code: ErrorCode
      readonly message: string
    }
