import type { ArchiveEvent } from '../core/contract/archive-events.ts'
import type { Envelope } from '../core/contract/envelope.ts'
import type { StartChoice } from '../core/workspace/open-at-start.ts'
import type { UserFolders } from '../core/processes/user-folders.ts'

/** What the main process asks the core's process to do. Each call is answered by one envelope with the same number. */
export type CoreCall =
  | { readonly kind: 'start'; readonly folders: UserFolders; readonly choice: StartChoice }
  | { readonly kind: 'request'; readonly name: unknown; readonly argument: unknown }
  | { readonly kind: 'stage-begin'; readonly name: string }
  | { readonly kind: 'stage-chunk'; readonly stage: number; readonly bytes: Uint8Array }
  | { readonly kind: 'stage-end'; readonly stage: number }
  | { readonly kind: 'stage-cancel'; readonly stage: number }
  | { readonly kind: 'read-document'; readonly document: string }
  | { readonly kind: 'copy-document'; readonly document: string; readonly path: string }
  | { readonly kind: 'read-attachment'; readonly article: string; readonly name: string }
  | { readonly kind: 'stop' }

/** A whole file on its way to the window. */
export interface FileBytes {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** From the main process to the core's process. */
export interface CoreCallMessage {
  readonly id: number
  readonly call: CoreCall
}

/** From the core's process to the main process. */
export type CoreReplyMessage =
  { readonly id: number; readonly envelope: Envelope<unknown> } | { readonly event: ArchiveEvent }
