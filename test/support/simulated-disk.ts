import { basename, dirname } from 'node:path'
import type { BatchCalls } from '../../core/files/batch-calls.ts'
import type { FileInfo, FileSystem } from '../../core/files/file-system.ts'
import { batchCallsOf } from './batch-calls.ts'

/** A failure as Node reports it. */
export function systemFailure(code: string): Error {
  const { stackTraceLimit } = Error
  // Most are questions after files that are not there: where each was asked is a tenth of all the work.
  Error.stackTraceLimit = 0
  const failure = Object.assign(new Error(`${code}: simulated`), { code })
  Error.stackTraceLimit = stackTraceLimit
  return failure
}

interface FileNode {
  readonly kind: 'file'
  readonly number: number
  content: Uint8Array
  /** What is on the disk for certain; null: nothing yet. */
  durable: Uint8Array | null
  modified: number
}

interface FolderNode {
  readonly kind: 'folder'
  readonly number: number
  readonly names: Map<string, Node>
  readonly durable: Map<string, Node>
}

type Node = FileNode | FolderNode

/** Names set or removed together: a rename is one change of two names. */
type NameChange = readonly { readonly folder: FolderNode; readonly name: string; readonly node: Node | null }[]

/** What a power cut does to what was not waited for. */
export interface CutChoice {
  /** Content that was not synced. */
  content(): 'kept' | 'dropped' | 'cut' | 'zeroed'
  /** True: a change of names that was not synced is on the disk nevertheless. */
  keepsName(): boolean
}

/** A file system in memory that knows what a power cut would leave of it. */
export interface SimulatedDisk {
  readonly system: FileSystem
  /** Runs before every call; may throw to make the call fail. */
  onCall: (call: keyof FileSystem | 'write' | 'sync' | 'close' | 'size', path: string) => void
  /** Replaces the number of bytes that a write takes; null: all. */
  takenByWrite: (length: number) => number | null
  /** The disk as it is found after a power cut now. */
  cut(choice: CutChoice): SimulatedDisk
  /** All files by path. */
  files(): ReadonlyMap<string, Uint8Array>
  /** Changes a file behind the program's back. */
  overwrite(path: string, content: Uint8Array): void
}

/** Makes a disk; `root` is used for copies after a cut. */
export function createSimulatedDisk(
  root: FolderNode = emptyFolder(),
  now: () => number = () => Date.now(),
): SimulatedDisk {
  let pending: NameChange[] = []
  let numbers = 1_000
  let time = now()
  const tick = () => (time += 1)

  function find(path: string): Node {
    let node: Node = root
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (node.kind !== 'folder') throw systemFailure('ENOTDIR')
      const next = node.names.get(name)
      if (!next) throw systemFailure('ENOENT')
      node = next
    }
    return node
  }
  function findFolder(path: string): FolderNode {
    const node = find(path)
    if (node.kind !== 'folder') throw systemFailure('ENOTDIR')
    return node
  }
  function findFile(path: string): FileNode {
    const node = find(path)
    if (node.kind !== 'file') throw systemFailure('EISDIR')
    return node
  }
  function change(names: NameChange): void {
    for (const { folder, name, node } of names) {
      if (node) folder.names.set(name, node)
      else folder.names.delete(name)
    }
    pending.push(names)
  }
  const place = (path: string) => ({ folder: findFolder(dirname(path)), name: basename(path) })
  function isThere(path: string): boolean {
    try {
      return find(path).number >= 0
    } catch {
      return false
    }
  }
  function infoOf(path: string): FileInfo {
    const node = find(path)
    const file = node.kind === 'file'
    return {
      kind: node.kind,
      size: file ? node.content.length : 0,
      modified: file ? node.modified : 0,
      identity: String(node.number),
      links: 1,
    }
  }
  function call<Result>(
    name: Parameters<SimulatedDisk['onCall']>[0],
    path: string,
    work: () => Result,
  ): Promise<Result> {
    return new Promise((resolve) => {
      disk.onCall(name, path)
      resolve(work())
    })
  }

  const single: Omit<FileSystem, keyof BatchCalls> = {
    read: (path) => call('read', path, () => Uint8Array.from(findFile(path).content)),
    create: (path) =>
      call('create', path, () => {
        const { folder, name } = place(path)
        if (folder.names.has(name)) throw systemFailure('EEXIST')
        const node: FileNode = {
          kind: 'file',
          number: (numbers += 1),
          content: new Uint8Array(),
          durable: null,
          modified: tick(),
        }
        change([{ folder, name, node }])
        return {
          write: (bytes, position) =>
            call('write', path, () => {
              const taken = disk.takenByWrite(bytes.length) ?? bytes.length
              const content = new Uint8Array(Math.max(node.content.length, position + taken))
              content.set(node.content)
              content.set(bytes.subarray(0, taken), position)
              node.content = content
              node.modified = tick()
              return taken
            }),
          size: () => call('size', path, () => node.content.length),
          sync: () => call('sync', path, () => void (node.durable = node.content)),
          close: () => call('close', path, () => undefined),
        }
      }),
    rename: (from, to) =>
      call('rename', from, () => {
        const [source, target] = [place(from), place(to)]
        const node = find(from)
        if (target.folder.names.get(target.name)?.kind === 'folder') throw systemFailure('EISDIR')
        change([
          { ...source, node: null },
          { ...target, node },
        ])
      }),
    remove: (path) =>
      call('remove', path, () => {
        findFile(path)
        change([{ ...place(path), node: null }])
      }),
    makeFolder: (path) =>
      call('makeFolder', path, () => {
        const { folder, name } = place(path)
        if (folder.names.has(name)) throw systemFailure('EEXIST')
        change([{ folder, name, node: { ...emptyFolder(), number: (numbers += 1) } }])
      }),
    removeFolder: (path) =>
      call('removeFolder', path, () => {
        if (findFolder(path).names.size > 0) throw systemFailure('ENOTEMPTY')
        change([{ ...place(path), node: null }])
      }),
    list: (path) => call('list', path, () => [...findFolder(path).names].map(([name, { kind }]) => ({ name, kind }))),
    info: (path) => call('info', path, () => infoOf(path)),
    infos: (folder, names) =>
      call('infos', folder, () =>
        names.map((name) => (isThere(`${folder}/${name}`) ? infoOf(`${folder}/${name}`) : null)),
      ),
    syncFolder: (path) =>
      call('syncFolder', path, () => {
        const folder = findFolder(path)
        const synced = pending.filter((names) => names.some((one) => one.folder === folder))
        pending = pending.filter((names) => !synced.includes(names))
        for (const names of synced) applyDurably(names)
      }),
    realPath: (path) => call('realPath', path, () => (find(path), path)),
  }
  const syncContent = (path: string) =>
    call('sync', path, () => {
      const file = findFile(path)
      file.durable = file.content
    })
  const system: FileSystem = { ...single, ...batchCallsOf(single, syncContent) }

  const disk: SimulatedDisk = {
    system,
    onCall: () => undefined,
    takenByWrite: () => null,
    cut(choice) {
      const kept = pending.filter(() => choice.keepsName())
      const overlay = new Map<FolderNode, Map<string, Node>>()
      for (const names of kept) {
        for (const { folder, name, node } of names) {
          const over = overlay.get(folder) ?? new Map(folder.durable)
          if (node) over.set(name, node)
          else over.delete(name)
          overlay.set(folder, over)
        }
      }
      return createSimulatedDisk(copyAfterCut(root, overlay, choice), now)
    },
    files() {
      const found = new Map<string, Uint8Array>()
      collect(root, '', found)
      return found
    },
    overwrite(path, content) {
      const file = findFile(path)
      file.content = content
      file.durable = content
      file.modified = tick()
    },
  }
  return disk
}

function emptyFolder(): FolderNode {
  return { kind: 'folder', number: 0, names: new Map(), durable: new Map() }
}

function applyDurably(names: NameChange): void {
  for (const { folder, name, node } of names) {
    if (node) folder.durable.set(name, node)
    else folder.durable.delete(name)
  }
}

function copyAfterCut(
  folder: FolderNode,
  overlay: ReadonlyMap<FolderNode, Map<string, Node>>,
  choice: CutChoice,
): FolderNode {
  const copy = { ...emptyFolder(), number: folder.number }
  for (const [name, node] of overlay.get(folder) ?? folder.durable) {
    const next = node.kind === 'folder' ? copyAfterCut(node, overlay, choice) : fileAfterCut(node, choice)
    copy.names.set(name, next)
    copy.durable.set(name, next)
  }
  return copy
}

function fileAfterCut(node: FileNode, choice: CutChoice): FileNode {
  const content = node.durable === node.content ? node.content : unsyncedContent(node, choice)
  return { ...node, content, durable: content }
}

function unsyncedContent({ content, durable }: FileNode, choice: CutChoice): Uint8Array {
  switch (choice.content()) {
    case 'kept':
      return content
    case 'dropped':
      return durable ?? new Uint8Array()
    case 'cut':
      return content.slice(0, Math.floor(content.length / 2))
    case 'zeroed':
      return new Uint8Array(content.length)
  }
}

function collect(folder: FolderNode, path: string, into: Map<string, Uint8Array>): void {
  for (const [name, node] of folder.names) {
    if (node.kind === 'folder') collect(node, `${path}/${name}`, into)
    else into.set(`${path}/${name}`, node.content)
  }
}
