import * as v from 'valibot'
import type { Log } from '../../contract/log.ts'
import type { ImportItem } from '../../model/import-report.ts'
import type { ImportArchive } from '../import-archive.ts'
import { itemSchema } from './item-schema.ts'

/** The ledger of a run while it goes on: written in pieces, so that what ended is known after a crash. */
export interface RunJournal {
  /** Notes what became of a source; written within a second. */
  add(items: readonly ImportItem[]): void
  /** Writes what is not written yet. */
  flush(): Promise<void>
}

const MOST_PENDING = 200
const MOST_WAIT_MS = 1_000

function pieceOf(batch: string, number: number): string {
  return `imports/${batch}.part-${String(number).padStart(6, '0')}.json`
}

/** Opens the journal of a run, behind the pieces that it has already. */
export async function openJournal(archive: ImportArchive, batch: string, log: Log): Promise<RunJournal> {
  let next = (await countPieces(archive, batch)) + 1
  let pending: ImportItem[] = []
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    if (pending.length === 0) return
    const items = pending
    pending = []
    try {
      await archive.saveFile(pieceOf(batch, next), new TextEncoder().encode(`${JSON.stringify(items)}\n`), null)
      next += 1
    } catch (error) {
      // They go with the next piece, or with the report at the end, whose failure the user sees.
      pending = [...items, ...pending]
      log.warn(`The ledger of the running import was not written: ${String(error)}`)
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    last = last.then(write)
    return last
  }
  return {
    add: (items) => {
      pending.push(...items)
      if (pending.length >= MOST_PENDING) void flush()
      else timer ??= setTimeout(() => void flush(), MOST_WAIT_MS)
    },
    flush,
  }
}

async function countPieces(archive: ImportArchive, batch: string): Promise<number> {
  let count = 0
  while ((await archive.readFile(pieceOf(batch, count + 1))) !== null) count += 1
  return count
}

/**
 * What a run that did not end had noted. A damaged piece is left out. The items of one source stand in one piece; where it
 * was tried again, only those of the last try count.
 */
export async function readJournal(archive: ImportArchive, batch: string): Promise<readonly ImportItem[]> {
  let items: readonly ImportItem[] = []
  for (let number = 1; ; number += 1) {
    const file = await archive.readFile(pieceOf(batch, number))
    if (file === null) return items
    const parsed = v.safeParse(v.array(itemSchema), parseJson(file.bytes))
    if (!parsed.success) continue
    const places = new Set(parsed.output.map(({ place }) => place))
    items = [...items.filter(({ place }) => place === undefined || !places.has(place)), ...parsed.output]
  }
}

/** Removes the pieces once the report holds all that they held. */
export async function removeJournal(archive: ImportArchive, batch: string): Promise<void> {
  for (let number = await countPieces(archive, batch); number > 0; number -= 1) {
    await archive.removeFile(pieceOf(batch, number))
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
