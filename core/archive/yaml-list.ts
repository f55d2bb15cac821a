import { parse, stringify } from 'yaml'
import { AppError, isAppError } from '../contract/app-error.ts'

/** The archive's own small files. */
export interface ArchiveFiles {
  /** Bytes and version of a file directly in the archive's folder, or null if it is not there. */
  readonly readFile: (name: string) => Promise<{ readonly bytes: Uint8Array; readonly version: string } | null>
  /** Saves safely; `version` is the one that the change was made from, null for a new file. Fails with `version-conflict`. */
  readonly saveFile: (name: string, bytes: Uint8Array, version: string | null) => Promise<unknown>
}

/** A short list kept in a YAML file that people may read and edit. */
export interface YamlList<Item> {
  /** The items that make sense; others stay out of sight but in the file only until the next change. */
  read(): Promise<readonly Item[]>
  /** Changes the list as it is on disk now. Nothing is written if the same array comes back. */
  change(edit: (items: readonly Item[]) => readonly Item[]): Promise<void>
}

/** What a list is kept in. */
export interface YamlListOptions<Item> {
  readonly files: ArchiveFiles
  /** Name of the file. */
  readonly name: string
  /** Comment at the head of the file: lines that begin with `# `. */
  readonly head: string
  /** The item as read from the file, all scalars as text; null for what is none. */
  readonly parseItem: (value: unknown) => Item | null
}

const MOST_TRIES = 4
const LONGEST_FILE = 4_000_000

/** Opens a list; a missing file is an empty list. @throws AppError `archive-damaged` where the file is no YAML list */
export function createYamlList<Item>({ files, name, head, parseItem }: YamlListOptions<Item>): YamlList<Item> {
  let queue: Promise<unknown> = Promise.resolve()

  const load = async (): Promise<{ readonly items: readonly Item[]; readonly version: string | null }> => {
    const file = await files.readFile(name)
    if (file === null) return { items: [], version: null }
    return { items: parseList(file.bytes, name).flatMap((value) => parseItem(value) ?? []), version: file.version }
  }
  const save = async (edit: (items: readonly Item[]) => readonly Item[]): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const { items, version } = await load()
      const changed = edit(items)
      if (changed === items) return
      const text = head + stringify(changed, { lineWidth: 120 })
      try {
        await files.saveFile(name, new TextEncoder().encode(text), version)
        return
      } catch (error) {
        if (!isAppError(error, 'version-conflict') || attempt === MOST_TRIES) throw error
      }
    }
  }

  return {
    read: async () => {
      await queue
      return (await load()).items
    },
    change: (edit) => {
      const result = queue.then(() => save(edit))
      queue = result.catch(() => undefined)
      return result
    },
  }
}

function parseList(bytes: Uint8Array, name: string): readonly unknown[] {
  const damaged = (reason: string): AppError =>
    new AppError('archive-damaged', `${name} cannot be read: ${reason}`, { file: name, reason })
  if (bytes.length > LONGEST_FILE) throw damaged('It is larger than 4 MB.')
  let value: unknown
  try {
    value = parse(new TextDecoder().decode(bytes), { schema: 'failsafe', maxAliasCount: 0, prettyErrors: false })
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  if (value === null || value === '') return []
  if (!Array.isArray(value)) throw damaged('It is no list.')
  return value
}
