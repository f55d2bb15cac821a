import {
  close,
  closeSync,
  fstat,
  fstatSync,
  fsync,
  open as openFileDescriptor,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  write,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { outcomeOf, type BatchCalls, type FileContent, type FilePart, type Outcome } from './batch-calls.ts'

/** Work in one go before others get their turn, in milliseconds. */
const LONGEST_TURN = 8
/** Files that are synced at the same time: as many as Node has threads for it. */
const SYNCS_AT_ONCE = 4

// Several times cheaper than the file handles of `node:fs/promises`.
const openFile = promisify(openFileDescriptor)
const writeFile = promisify(write)
const statFile = promisify(fstat)
const syncContent = promisify(fsync)
const closeFile = promisify(close)

async function inTurns<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Value,
): Promise<readonly Outcome<Value>[]> {
  const outcomes: Outcome<Value>[] = []
  let began = performance.now()
  for (const item of items) {
    if (performance.now() - began > LONGEST_TURN) {
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    }
    try {
      outcomes.push({ done: true, value: work(item) })
    } catch (error) {
      outcomes.push({ done: false, error })
    }
  }
  return outcomes
}

function createFile({ path, bytes }: FileContent): number {
  const file = openSync(path, 'wx', 0o666)
  try {
    let position = 0
    while (position < bytes.length) {
      const taken = writeSync(file, bytes, position, bytes.length - position, position)
      if (taken <= 0) break
      position += taken
    }
    return fstatSync(file).size
  } finally {
    closeSync(file)
  }
}

function readPart(file: number, { position, length }: FilePart): Uint8Array {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const got = readSync(file, bytes, filled, length - filled, position + filled)
    if (got === 0) break
    filled += got
  }
  return bytes.subarray(0, filled)
}

async function syncFile(path: string): Promise<null> {
  // Windows syncs only what may be written.
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  return null
}

/** Making a file can wait for the disk too, where others are being synced: all of it is done beside the main thread. */
async function createSynced({ path, bytes }: FileContent): Promise<number> {
  const file = await openFile(path, 'wx', 0o666)
  try {
    let position = 0
    while (position < bytes.length) {
      const { bytesWritten } = await writeFile(file, bytes, position, bytes.length - position, position)
      if (bytesWritten <= 0) break
      position += bytesWritten
    }
    const { size } = await statFile(file)
    await syncContent(file)
    return size
  } finally {
    await closeFile(file)
  }
}

async function fewAtOnce<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Outcome<Value>[]> {
  const outcomes: Outcome<Value>[] = []
  const left = items.entries()
  // All workers take from the one iterator.
  const worker = async (): Promise<void> => {
    for (const [place, item] of left) outcomes[place] = await outcomeOf(() => work(item))
  }
  await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, worker))
  return outcomes
}

/** Many calls of the real file system at once. */
export const nodeBatchCalls: BatchCalls = {
  readMany: (paths) => inTurns(paths, (path) => readFileSync(path)),
  readParts: (path, parts) =>
    Promise.resolve().then(() => {
      const file = openSync(path, 'r')
      try {
        return parts.map((part) => readPart(file, part))
      } finally {
        closeSync(file)
      }
    }),
  createMany: (files) => inTurns(files, createFile),
  renameMany: (names) =>
    inTurns(names, ({ from, to }) => {
      renameSync(from, to)
      return null
    }),
  createSynced: (files) => fewAtOnce(files, createSynced),
  syncMany: (paths) => fewAtOnce(paths, syncFile),
}
