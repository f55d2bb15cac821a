import type { ArchiveClient } from './archive-api.ts'
import type { SubscribeToEvents } from './archive-events.ts'

/** What this host can do. A control whose ability is missing offers the nearest thing or is absent, never dead. */
export interface HostCapabilities {
  readonly kind: 'electron' | 'web'
  /** A native dialog to choose a folder. */
  readonly pickFolder: boolean
  /** Show a file in the system's file manager, open it in its own program. */
  readonly revealFiles: boolean
  /** The browser keeps Ctrl+N, Ctrl+1 ... for itself. */
  readonly ownsAllKeys: boolean
}

/** What only a host can do. Files are known by ids, never by path. */
export interface HostApi {
  readonly capabilities: HostCapabilities
  /** Path of the folder chosen, or null when the user closed the dialog. */
  pickFolder(): Promise<string | null>
  /** Lays files that the user chose or dropped ready for `import.run`; returns one source id each. */
  stageFiles(files: readonly File[]): Promise<readonly string[]>
  /** The bytes of a finished document. */
  readDocument(document: string): Promise<Blob>
  /** Hands a finished document to the user: a save dialog, or a download. Returns the path where known. */
  saveDocument(document: string, fileName: string): Promise<string | null>
  /** Bytes of an attachment, for images in the text. */
  readAttachment(article: string, name: string): Promise<Blob>
  saveAttachment(article: string, name: string): Promise<void>
  /** Opens an http, https or mailto link outside the program after asking. */
  openLink(url: string): Promise<void>
  /** Shows the open archive's folder in the file manager; a web host does nothing. */
  revealArchive(): Promise<void>
}

/** All that the interface needs from the outside world. */
export interface HostConnection {
  readonly request: ArchiveClient
  readonly subscribe: SubscribeToEvents
  readonly host: HostApi
}
