import { idAt } from './segment/segment.ts'
import { versionWords } from './segment/analyse-article.ts'
import { TextEngine } from './text-engine.ts'
import type { CatalogDifference, CatalogRows, WorkerCall, WorkerCalls, WorkerSetup } from './worker-protocol.ts'

/** Where the worker tells what happened to the index. */
export interface HostLog {
  readonly info: (text: string) => void
  readonly warn: (text: string) => void
}

/** Answers the calls of the worker protocol on one engine. */
export interface IndexHost {
  call(name: WorkerCall, argument: unknown): unknown
}

const ID_LENGTH = 16

/** Joins an engine, and its files, to the calls of the worker protocol. */
export function createIndexHost(_setup: WorkerSetup, _log: HostLog): IndexHost {
  const engine = new TextEngine()
  const indexed = (): number => engine.store.view().documents
  const calls: WorkerCalls = {
    attach: (catalog) => attach(engine, catalog),
    upsert: (articles) => {
      engine.upsert(articles)
      return indexed()
    },
    remove: (ids) => {
      engine.removeIds(ids)
      return indexed()
    },
    retag: (articles) => {
      engine.retag(articles)
      return indexed()
    },
    search: (query) => engine.search(query),
    describe: ({ query, rows }) => engine.describe(query, rows),
    clear: () => {
      engine.store.clear()
      return 0
    },
    save: () => null,
    close: () => null,
  }
  return {
    // The protocol pairs names with arguments, and only our own client speaks it.
    call: (name, argument) => (calls[name] as (argument: unknown) => unknown)(argument),
  }
}

/** Gives the articles of the index their rows, buries those that are gone, and tells what differs. */
function attach(engine: TextEngine, catalog: CatalogRows): CatalogDifference {
  const numbers = new Map<string, number>()
  catalog.rows.forEach((_, index) => numbers.set(catalog.ids.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH), index))
  const stale: number[] = []
  const retagged: number[] = []
  for (const segment of engine.store.segments) {
    for (let document = 0; document < segment.documents; document += 1) {
      if (segment.dead[document] === 1) continue
      const id = idAt(segment, document)
      const index = numbers.get(id)
      if (index === undefined) {
        engine.store.bury({ segment, document })
        continue
      }
      numbers.delete(id)
      const row = catalog.rows[index] ?? -1
      segment.rows[document] = row
      const [high, low] = versionWords(catalog.versions[index] ?? '')
      const same = segment.versions[document * 2] === high && segment.versions[document * 2 + 1] === low
      if (!same) stale.push(row)
      else if (segment.tagHashes[document] !== catalog.tagHashes[index]) retagged.push(row)
    }
  }
  for (const index of numbers.values()) stale.push(catalog.rows[index] ?? -1)
  engine.store.touch()
  return {
    stale: Uint32Array.from(stale),
    retagged: Uint32Array.from(retagged),
    indexed: engine.store.view().documents,
  }
}
