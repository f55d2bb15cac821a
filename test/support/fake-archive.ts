import { createHash } from 'node:crypto'
import type { Catalog } from '../../core/archive/catalog/catalog.ts'
import type { ChangePorts } from '../../core/archive/undoable-change.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article, ArticleSummary } from '../../core/model/article.ts'
import { catalogOf } from './catalog-of.ts'

/** Articles in memory with the change, undo and version rules of the real archive, without files. */
export interface FakeArchive extends ChangePorts {
  article(id: ArticleId): Article
  /** All articles as text, to be compared to the byte. */
  dump(): string
  /** Ids whose writes fail from now on. */
  readonly failing: Set<ArticleId>
  articleTexts(ids: readonly ArticleId[]): AsyncIterable<Article>
}

/** Starts with these articles; `bodies` are their texts by id. */
export function fakeArchive(
  summaries: readonly ArticleSummary[],
  bodies: ReadonlyMap<ArticleId, string> = new Map(),
): FakeArchive {
  const versionOf = (article: ArticleSummary): string =>
    createHash('sha256')
      .update(JSON.stringify({ ...article, version: '' }))
      .digest('hex')
  const current = new Map(summaries.map((summary) => [summary.id, { ...summary, version: versionOf(summary) }]))
  const history = new Map([...current.values()].map((summary) => [summary.version, summary]))
  const failing = new Set<ArticleId>()
  let clock = 0
  let built: Catalog | null = null
  const live = (): Catalog => (built ??= catalogOf([...current.values()]))
  // A property that is read anew each time, as the real catalog changes in place.
  const catalog = new Proxy({} as Catalog, { get: (_target, key) => Reflect.get(live(), key) as unknown })
  const articleOf = (summary: ArticleSummary): Article => ({
    ...summary,
    url: '',
    summary: '',
    notes: '',
    body: bodies.get(summary.id) ?? '',
    attachments: [],
    imported: null,
  })
  const store = (summary: ArticleSummary): void => {
    built = null
    current.set(summary.id, summary)
    history.set(summary.version, summary)
  }
  const failure = (id: ArticleId) => ({ id, code: 'save-failed', message: 'refused by the test' })
  return {
    catalog,
    failing,
    article: (id) => articleOf(current.get(id)!),
    dump: () => JSON.stringify([...current.values()]),
    changeArticles: (ids, change) => {
      const changed: ArticleId[] = []
      const known = ids.filter((id) => current.has(id) && !failing.has(id))
      for (const id of known) {
        const old = current.get(id)!
        const { tags, story } = change(articleOf(old))
        if (JSON.stringify([tags, story]) === JSON.stringify([old.tags, old.story])) continue
        clock += 1
        const next = { ...old, tags, story, updated: `time ${clock}` }
        store({ ...next, version: versionOf(next) })
        changed.push(id)
      }
      const failed = ids.filter((id) => failing.has(id)).map(failure)
      return Promise.resolve({ changed, unchanged: known.length - changed.length, failed })
    },
    putBack: (list) => {
      const good = list.filter(({ id, current: version }) => current.get(id)?.version === version && !failing.has(id))
      for (const { earlier } of good) store(history.get(earlier)!)
      return Promise.resolve({
        changed: good.map(({ id }) => id),
        unchanged: 0,
        failed: list.filter((item) => !good.includes(item)).map(({ id }) => failure(id)),
      })
    },
    async *articleTexts(ids) {
      for (const id of ids) yield await Promise.resolve(articleOf(current.get(id)!))
    },
  }
}
