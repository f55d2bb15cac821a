import type { ArchiveClient } from './archive-api.ts'
import type { SubscribeToEvents } from './archive-events.ts'
import type { Dispatch } from './dispatch.ts'

/** A file on its way from the core to a host, read piece by piece. */
export interface HostFile {
  readonly fileName: string
  /** Length in bytes. */
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

/** What a host needs of the core. Files travel as streams under ids, never by path and never as JSON. */
export interface HostCore {
  readonly dispatch: Dispatch
  readonly client: ArchiveClient
  readonly subscribe: SubscribeToEvents
  readonly intake: {
    /** Lays bytes ready for `import.run`; returns the source id. `name` is the file's name as the user knows it. */
    addBytes(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>
    /** Lays a file, or all files of a folder, ready; only for hosts whose user names paths (the command line). */
    addPath(path: string): Promise<readonly string[]>
  }
  readonly documents: {
    /** @throws AppError `not-found` */
    open(document: string): Promise<HostFile>
    /** Copies a finished document to a path that the user chose, whole or not at all. */
    copyTo(document: string, path: string): Promise<void>
  }
  readonly attachments: {
    /** @throws AppError `not-found` */
    open(article: string, name: string): Promise<HostFile>
  }
  close(): Promise<void>
}
