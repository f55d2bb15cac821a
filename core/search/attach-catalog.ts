import { versionWords } from './segment/analyse-article.ts'
import { ID_LENGTH, idAt } from './segment/segment.ts'
import type { SegmentStore } from './segment/segment-store.ts'
import type { CatalogDifference, CatalogRows } from './worker-protocol.ts'

/** Gives the articles of the index their rows, buries those that are gone, and tells what differs from the catalog. */
export function attachCatalog(store: SegmentStore, catalog: CatalogRows): CatalogDifference {
  const numbers = new Map<string, number>()
  for (let index = 0; index < catalog.rows.length; index += 1) {
    numbers.set(catalog.ids.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH), index)
  }
  const stale: number[] = []
  const retagged: number[] = []
  const gone: { segment: (typeof store.segments)[number]; document: number }[] = []
  for (const segment of store.segments) {
    for (let document = 0; document < segment.documents; document += 1) {
      if (segment.dead[document] === 1) continue
      const id = idAt(segment, document)
      const index = numbers.get(id)
      if (index === undefined) {
        gone.push({ segment, document })
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
  for (const place of gone) store.bury(place)
  for (const index of numbers.values()) stale.push(catalog.rows[index] ?? -1)
  store.touch()
  return {
    stale: Uint32Array.from(stale),
    retagged: Uint32Array.from(retagged),
    indexed: store.view().documents,
  }
}
