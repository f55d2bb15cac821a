import type { ArticleId } from '../model/article-id.ts'
import { isConflictName } from './conflict-name.ts'
import { shortIdOf } from './layout.ts'

/** What the archive remembers of one file in `articles/`. */
export interface KnownFile {
  readonly path: string
  /** Length in bytes and time of the last change, to see whether it must be read again. */
  readonly size: number
  readonly modified: number
  /** The article in it, or null where it cannot be read. */
  readonly id: ArticleId | null
  /** Why it cannot be read, or null. */
  readonly reason: string | null
}

/** All files of the archive that are, or should be, articles. */
export interface KnownFiles {
  readonly size: number
  get(path: string): KnownFile | undefined
  all(): Iterable<KnownFile>
  /** The file that stands for an article. */
  pathOf(id: ArticleId): string | undefined
  /** All files with this id: more than one is a conflict. */
  pathsOf(id: ArticleId): readonly string[]
  /** Number of articles whose id begins with these eight characters. */
  countOfShortId(short: string): number
  /** Ids that more than one file has. */
  doubled(): readonly ArticleId[]
  unreadable(): readonly KnownFile[]
  put(file: KnownFile): void
  remove(path: string): void
}

function countShortId(counts: Map<string, number>, id: ArticleId, change: number): void {
  const short = shortIdOf(id)
  counts.set(short, (counts.get(short) ?? 0) + change)
}

/** Makes an empty list. */
export function createKnownFiles(): KnownFiles {
  const files = new Map<string, KnownFile>()
  const first = new Map<ArticleId, string>()
  const more = new Map<ArticleId, string[]>()
  const unread = new Set<string>()
  // Counted when they are first asked for: opening a large archive does not wait for what only new articles need.
  let shortIds: Map<string, number> | null = null

  function countedShortIds(): Map<string, number> {
    if (shortIds === null) {
      shortIds = new Map()
      for (const id of first.keys()) countShortId(shortIds, id, 1)
    }
    return shortIds
  }

  function setFirst(id: ArticleId, path: string | undefined): void {
    const change = (path === undefined ? 0 : 1) - (first.has(id) ? 1 : 0)
    if (shortIds !== null && change !== 0) countShortId(shortIds, id, change)
    if (path === undefined) first.delete(id)
    else first.set(id, path)
  }

  function forget(file: KnownFile): void {
    unread.delete(file.path)
    if (file.id === null) return
    const others = more.get(file.id) ?? []
    const rest = others.filter((path) => path !== file.path)
    if (first.get(file.id) === file.path) {
      const next = rest.shift()
      setFirst(file.id, next)
    }
    if (rest.length === 0) more.delete(file.id)
    else more.set(file.id, rest)
  }

  return {
    get size() {
      return files.size
    },
    get: (path) => files.get(path),
    all: () => files.values(),
    pathOf: (id) => first.get(id),
    pathsOf: (id) => {
      const path = first.get(id)
      return path === undefined ? [] : [path, ...(more.get(id) ?? [])]
    },
    countOfShortId: (short) => countedShortIds().get(short) ?? 0,
    doubled: () => [...more.keys()],
    unreadable: () => [...unread].flatMap((path) => files.get(path) ?? []),
    put(file) {
      const old = files.get(file.path)
      files.set(file.path, file)
      if (old && (old.id !== file.id || old.reason !== file.reason)) forget(old)
      if (file.id === null) {
        unread.add(file.path)
        return
      }
      const main = first.get(file.id)
      if (main === undefined) setFirst(file.id, file.path)
      else if (main !== file.path && isConflictName(main) && !isConflictName(file.path)) {
        first.set(file.id, file.path)
        more.set(
          file.id,
          [...new Set([...(more.get(file.id) ?? []), main])].filter((path) => path !== file.path),
        )
      } else if (main !== file.path) more.set(file.id, [...new Set([...(more.get(file.id) ?? []), file.path])])
    },
    remove(path) {
      const old = files.get(path)
      if (!old) return
      files.delete(path)
      forget(old)
    },
  }
}
