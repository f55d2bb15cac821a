import type { ErrorCode } from '../contract/app-error.ts'
import type { ArticleKind } from '../model/article.ts'
import type { ColumnMapping } from '../model/table-field.ts'
import type { TagsByKind } from '../model/tag.ts'

/** What a source says about itself in so many words; absent means that it says nothing. Values are raw text. */
export interface StatedFields {
  readonly title?: string
  readonly subtitle?: string
  /** A date in any form, or the beginning of a line with one. */
  readonly published?: string
  readonly outlet?: string
  readonly authors?: readonly string[]
  readonly url?: string
  readonly language?: string
  readonly kind?: ArticleKind
  readonly tags?: TagsByKind
  /** Subject words of the source; they are no tags of the registry. */
  readonly keywords?: readonly string[]
  readonly summary?: string
  readonly notes?: string
}

/** A file that belongs to an article: an image in its text or something enclosed. */
export interface PieceFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly role: 'image' | 'file'
}

/** One article as a reader found it, before recognition. */
export interface ReadPiece {
  /** Name inside the source (`row 3`, a title of a feed); empty where the source is one article. */
  readonly name: string
  readonly body: { readonly kind: 'plain' | 'markdown'; readonly text: string }
  readonly stated: StatedFields
  readonly files: readonly PieceFile[]
  /** Fields that the reader itself is unsure of. */
  readonly doubts: readonly string[]
  /** What was left out or blocked, one English sentence each. */
  readonly notices: readonly string[]
}

/** A file inside the source that goes through the importer by itself. */
export interface ReadMember {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A part of the source that could not be read, or need not be. */
export interface ReadFault {
  readonly name: string
  readonly outcome: 'failed' | 'skipped'
  readonly code: ErrorCode
  readonly message: string
}

/** The beginning of a table, to be shown before it is imported. */
export interface TableSample {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly mapping: ColumnMapping
  /** Rows below the head. */
  readonly count: number
  /** True where the user chose the columns of such tables before. */
  readonly isKnown: boolean
}

/** All that a reader makes of one source. */
export interface ReadResult {
  readonly pieces: readonly ReadPiece[]
  readonly members: readonly ReadMember[]
  readonly faults: readonly ReadFault[]
  /** Only where a table was asked for its first rows. */
  readonly table?: TableSample
}

/** The result of a source that is one article. */
export function onePiece(piece: Partial<ReadPiece> & Pick<ReadPiece, 'body'>): ReadResult {
  return {
    pieces: [{ name: '', stated: {}, files: [], doubts: [], notices: [], ...piece }],
    members: [],
    faults: [],
  }
}
