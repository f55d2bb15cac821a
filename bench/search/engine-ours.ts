import { readdir, rm } from 'node:fs/promises'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { createSearchService, type SearchService } from '../../core/search/search-service.ts'
import type { ReadingMode } from '../../core/search/worker-protocol.ts'
import type { MutableCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { BenchEngine } from './engines.ts'
import { addToCatalog, allTagNames, generateCatalog, indexableOf } from './search-catalog.ts'
import { settledMemory } from './settled-memory.ts'

/** Articles are generated in slices, so that the thread that does it still answers. */
const SLICE = 64

function serviceOver(catalog: MutableCatalog, folder: string, reading: ReadingMode): SearchService {
  const numbers = new Map(Array.from({ length: catalog.size }, (_, number) => [catalog.summaryAt(number)?.id, number]))
  return createSearchService({
    catalog,
    texts: async function* (ids) {
      const wanted = ids === null ? [...numbers.values()] : ids.map((id) => numbers.get(id) ?? -1)
      for (const [index, number] of wanted.entries()) {
        if (index % SLICE === 0) await new Promise(setImmediate)
        yield indexableOf(number)
      }
    },
    cacheFolder: folder,
    archiveId: 'bench',
    tagNames: () => names,
    clock: () => new Date(),
    log: { info: () => undefined, warn: console.error, error: console.error },
    onState: () => undefined,
    reading,
  })
}

const names = allTagNames()
/** So long nothing changes on disk when all merges are done, in milliseconds. */
const QUIET = 4_000

/** Waits until the segments of an index are no longer joined in the background. */
async function mergesEnd(folder: string): Promise<void> {
  const list = async (): Promise<string> => (await readdir(folder, { recursive: true })).sort().join()
  let since = performance.now()
  for (let known = await list(); performance.now() - since < QUIET;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = await list()
    if (now === known) continue
    known = now
    since = performance.now()
  }
}

/** The product's own search: the service with its worker; a query finds all hits with their scores, as with the others. */
export function openOurs(reading: ReadingMode): BenchEngine {
  return {
    async build(folder, count) {
      await rm(folder, { recursive: true, force: true })
      const service = serviceOver(generateCatalog(count), folder, reading)
      await service.ready()
      return async () => {
        await mergesEnd(folder)
        await service.close()
      }
    },
    open(folder, count) {
      const catalog = generateCatalog(count)
      const before = settledMemory()
      const start = performance.now()
      const service = serviceOver(catalog, folder, reading)
      const run = (query: string, typing: boolean, limit = 0) =>
        service.search({ query, filter: NO_FILTER, sort: 'relevance', offset: 0, limit, facets: limit > 0, typing })
      return Promise.resolve({
        start,
        before,
        search: async ({ text, kind }) => (await run(text, kind === 'typing')).total,
        page: async ({ text, kind }) => (await run(text, kind === 'typing', 50)).total,
        add: async (number) => {
          addToCatalog(catalog, number)
          await service.articlesChanged([{ ...indexableOf(number), title: `added${number}x` }], [])
          const { total } = await run(`added${number}x`, false)
          if (total !== 1) throw new Error(`The article that was added is found ${total} times.`)
        },
        close: () => service.close(),
      })
    },
  }
}
