import type { Catalog } from '../archive/catalog/catalog.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields } from '../model/article.ts'
import type { TagId } from '../model/tag.ts'
import type { TaskContext, TaskRegistry } from '../tasks/task-registry.ts'
import { changeTags, requireTags } from './assign-tags.ts'
import type { TagStore } from './tag-store.ts'
import { countTagUsage } from './tag-usage.ts'

/** Changes many articles; an article whose fields come back unchanged is not written. */
export type ChangeArticles = (
  ids: readonly ArticleId[],
  change: (article: Article) => ArticleFields,
  context: TaskContext,
) => Promise<BulkChange>

/** What the tags need of the open archive. */
export interface TagPorts {
  readonly store: TagStore
  readonly catalog: Catalog
  readonly changeArticles: ChangeArticles
  readonly tasks: Pick<TaskRegistry, 'run'>
}

type TagRequest = 'tags.list' | 'tags.create' | 'tags.update' | 'tags.delete' | 'tags.assign'

/** Makes the handlers of the tags' requests. */
export function createTagHandlers({
  store,
  catalog,
  changeArticles,
  tasks,
}: TagPorts): Pick<RequestHandlers, TagRequest> {
  return {
    'tags.list': () => Promise.resolve(countTagUsage(store.list(), catalog)),
    'tags.create': (tag) => store.create(tag),
    'tags.update': ({ id, ...changes }) => store.update(id, changes),
    'tags.delete': ({ id, task }) =>
      tasks.run(task, async (context) => {
        requireTags([id], (wanted) => store.get(wanted))
        const remove = new Set([id])
        const change = await changeArticles(
          articlesWithTag(catalog, id),
          (article) => ({ ...article, tags: changeTags(article.tags, [], remove) }),
          context,
        )
        // An article that kept the tag still needs its entry.
        if (change.failed.length === 0) await store.remove(id)
        return change
      }),
    'tags.assign': ({ ids, add, remove, task }) =>
      tasks.run(task, async (context) => {
        const added = requireTags(add, (wanted) => store.get(wanted))
        const removed = new Set(remove)
        return changeArticles(
          ids,
          (article) => ({ ...article, tags: changeTags(article.tags, added, removed) }),
          context,
        )
      }),
  }
}

/** All articles that carry a tag. */
export function articlesWithTag(catalog: Catalog, id: TagId): readonly ArticleId[] {
  const { columns } = catalog
  const tagNumber = columns.tagIds.indexOf(id)
  if (tagNumber < 0) return []
  const ids: ArticleId[] = []
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.tags[row]?.includes(tagNumber) !== true) continue
    const summary = catalog.summaryAt(row)
    if (summary !== undefined) ids.push(summary.id)
  }
  return ids
}
