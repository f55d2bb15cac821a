import { lstatSync, type Dirent, type Stats } from 'node:fs'
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rmdir,
  unlink,
  type FileHandle,
} from 'node:fs/promises'
import { join } from 'node:path'
import { nodeBatchCalls } from './node-batch-calls.ts'
import { isMissing, type EntryKind, type FileInfo, type FileSystem, type NewFile } from './file-system.ts'

/** Names looked at in one go before other work gets its turn; about 2 ms on a local disk. */
const INFOS_PER_TURN = 500

function kindOf(entry: Stats | Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}

function infoOf(stats: Stats): FileInfo {
  return {
    kind: kindOf(stats),
    size: stats.size,
    modified: stats.mtimeMs,
    identity: `${String(stats.dev)}:${String(stats.ino)}`,
    links: stats.nlink,
  }
}

function newFile(handle: FileHandle): NewFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    size: async () => (await handle.stat()).size,
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** Many small calls are several times faster without a promise for each; the pauses keep other work going. */
async function infosOf(folder: string, names: readonly string[]): Promise<readonly (FileInfo | null)[]> {
  const found: (FileInfo | null)[] = []
  for (const [place, name] of names.entries()) {
    if (place > 0 && place % INFOS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    try {
      found.push(infoOf(lstatSync(join(folder, name))))
    } catch (error) {
      if (!isMissing(error)) throw error
      found.push(null)
    }
  }
  return found
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this, and keeps names in its own journal.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  read: (path) => readFile(path),
  create: async (path) => newFile(await open(path, 'wx', 0o666)),
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  makeFolder: async (path) => {
    await mkdir(path)
  },
  removeFolder: (path) => rmdir(path),
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
  info: async (path) => infoOf(await lstat(path)),
  infos: infosOf,
  syncFolder,
  realPath: (path) => realpath(path),
  ...nodeBatchCalls,
}
