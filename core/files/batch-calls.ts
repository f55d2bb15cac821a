/** What became of one of many calls. */
export type Outcome<Value> =
  { readonly done: true; readonly value: Value } | { readonly done: false; readonly error: unknown }

/** A part of a file, in bytes. */
export interface FilePart {
  readonly position: number
  readonly length: number
}

/** A file to be made. */
export interface FileContent {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file and the name that it is to get. */
export interface NewName {
  readonly from: string
  readonly to: string
}

/**
 * The same few calls of the file system for many files at once: a promise for each call would cost several times what
 * the call itself does. One that fails does not stop the others; outcomes are in the order of what was given.
 */
export interface BatchCalls {
  readMany(paths: readonly string[]): Promise<readonly Outcome<Uint8Array>[]>
  /** Parts of one file, each shorter where the file ends before it. */
  readParts(path: string, parts: readonly FilePart[]): Promise<readonly Uint8Array[]>
  /** Makes files that must not exist yet, without waiting for the disk. The value is the length that the system sees. */
  createMany(files: readonly FileContent[]): Promise<readonly Outcome<number>[]>
  /** As `createMany`, but waits until the content of each is on the disk. */
  createSynced(files: readonly FileContent[]): Promise<readonly Outcome<number>[]>
  renameMany(names: readonly NewName[]): Promise<readonly Outcome<null>[]>
  /** Waits until the content of files is on the disk. */
  syncMany(paths: readonly string[]): Promise<readonly Outcome<null>[]>
}

/** The value of a call. @throws the error that the call failed with */
export function valueOf<Value>(outcome: Outcome<Value> | undefined): Value {
  if (outcome === undefined) throw new RangeError('A batch of calls has fewer outcomes than calls.')
  if (!outcome.done) throw outcome.error
  return outcome.value
}

/** Runs work and tells what became of it. */
export async function outcomeOf<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { done: true, value: await work() }
  } catch (error) {
    return { done: false, error }
  }
}
