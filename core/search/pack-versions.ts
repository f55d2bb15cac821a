import { versionWords } from './segment/analyse-article.ts'
import { ID_LENGTH } from './segment/segment.ts'
import type { CatalogRows } from './worker-protocol.ts'

/** Ids and versions of articles as bytes: strings of 100,000 articles would take long on their way to the worker. */
export function packVersions(
  articles: readonly { readonly id: string; readonly version: string }[],
): Pick<CatalogRows, 'ids' | 'versions'> {
  const ids = new Uint8Array(articles.length * ID_LENGTH)
  Buffer.from(ids.buffer).write(articles.map(({ id }) => id).join(''), 'latin1')
  const versions = new Uint32Array(articles.length * 2)
  articles.forEach(({ version }, number) => versions.set(versionWords(version), number * 2))
  return { ids, versions }
}
