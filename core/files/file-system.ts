import type { BatchCalls } from './batch-calls.ts'

/** What a directory entry is. `link` covers symbolic links and junctions. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other'

/** What the file system says of one entry, links not followed. */
export interface FileInfo {
  readonly kind: EntryKind
  /** Length in bytes. */
  readonly size: number
  /** Last change in milliseconds since 1970, with fractions where the system has them. */
  readonly modified: number
  /** Device and file number: the same for two names of one file. */
  readonly identity: string
  /** Number of names of the file. */
  readonly links: number
}

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string
  readonly kind: EntryKind
}

/** A file that was just made and is being filled. */
export interface NewFile {
  /** Writes some of the bytes at a position and returns how many it took, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>
  /** Length that the system sees, in bytes. */
  size(): Promise<number>
  /** Waits until the content is on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * The few file system calls that the archive is made of. They fail with Node's errors (`code` such as `ENOSPC`). Tests put
 * faults and power cuts behind this interface.
 */
export interface FileSystem extends BatchCalls {
  read(path: string): Promise<Uint8Array>
  /** Makes a file that must not exist yet. */
  create(path: string): Promise<NewFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes one folder; fails with `EEXIST` where there is something of that name. */
  makeFolder(path: string): Promise<void>
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>
  list(path: string): Promise<readonly FolderEntry[]>
  info(path: string): Promise<FileInfo>
  /** `info` of many names of one folder; null where it fails because the name is gone. */
  infos(folder: string, names: readonly string[]): Promise<readonly (FileInfo | null)[]>
  /** Waits until the names in a folder are on the disk; does nothing where the system cannot. */
  syncFolder(path: string): Promise<void>
  realPath(path: string): Promise<string>
}

/** The system's code of a failed call, such as `ENOENT`, or empty text. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** True where a call failed because nothing of that name is there. */
export function isMissing(error: unknown): boolean {
  const code = systemCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
