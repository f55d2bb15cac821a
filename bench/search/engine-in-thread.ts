import { join } from 'node:path'
import type { MutableCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { TagId } from '../../core/model/tag.ts'
import { createIndexHost } from '../../core/search/index-host.ts'
import { packVersions } from '../../core/search/pack-versions.ts'
import { ownSpace } from '../../core/search/query/answer-space.ts'
import { parseQuery } from '../../core/search/query/parse-query.ts'
import type { ArticleInput } from '../../core/search/segment/analyse-article.ts'
import { hashTags, sumOfHashes } from '../../core/search/tag-names.ts'
import type { EngineAnswer } from '../../core/search/text-engine.ts'
import type { CatalogDifference, CatalogRows, ReadingMode } from '../../core/search/worker-protocol.ts'
import { openOurs } from './engine-ours.ts'
import type { BenchEngine } from './engines.ts'
import { allTagNames, generateCatalog, indexableOf } from './search-catalog.ts'
import { settledMemory } from './settled-memory.ts'

const NAMES = allTagNames()
const HASHES = hashTags(NAMES)

function inputOf(number: number): ArticleInput {
  const { tags, ...article } = indexableOf(number)
  const names = tags.flatMap((tag) => NAMES.get(tag) ?? [])
  return { ...article, tagNames: names, tagHash: sumOfHashes(tags, HASHES), row: number }
}

function rowsOf(catalog: MutableCatalog): CatalogRows {
  const { columns } = catalog
  const rows = Array.from({ length: columns.rows }, (_, row) => row)
  const tagsAt = (row: number): readonly TagId[] =>
    (columns.tags[row] ?? []).map((number) => columns.tagIds[number]).filter((tag) => tag !== undefined)
  return {
    ...packVersions(rows.map((row) => ({ id: catalog.idAt(row), version: catalog.versionAt(row) }))),
    tagHashes: Uint32Array.from(rows, (row) => sumOfHashes(tagsAt(row), HASHES)),
    rows: Uint32Array.from(rows),
  }
}

/**
 * The same index in the thread of the bench, as the other engines are: what the product's search costs without its worker,
 * its catalog and the finding of tags.
 */
export function openInThread(reading: ReadingMode): BenchEngine {
  return {
    build: (folder, count) => openOurs(reading).build(folder, count),
    open(folder, count) {
      const rows = rowsOf(generateCatalog(count))
      const before = settledMemory()
      const start = performance.now()
      const host = createIndexHost(
        { folder: join(folder, 'bench', 'search'), archiveId: 'bench', reading },
        { info: () => undefined, warn: console.error, lost: () => undefined },
      )
      // What the protocol answers to this call.
      const { stale, retagged } = host.call('attach', rows) as CatalogDifference
      if (stale.length + retagged.length > 0) throw new Error('The index is not that of the articles.')
      const space = ownSpace(2 * count)
      const search = (text: string, typing: boolean): number => {
        const query = { query: parseQuery(text, 'all'), typing, aliases: [] }
        // What the protocol answers to this call.
        const { exact, loose } = host.call('search', { query, space }) as EngineAnswer
        return exact.rows.length + loose.rows.length
      }
      return Promise.resolve({
        start,
        before,
        search: ({ text, kind }) => search(text, kind === 'typing'),
        add: (number) => {
          host.call('upsert', [{ ...inputOf(number), title: `added${number}x` }])
          const total = search(`added${number}x`, false)
          if (total !== 1) throw new Error(`The article that was added is found ${total} times.`)
        },
        close: () => void host.call('close', undefined),
      })
    },
  }
}
