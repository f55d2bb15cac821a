import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { PutBack } from '../archive/put-back.ts'
import { ACT_NAMES, type DryRuns } from '../archive/dry-runs.ts'
import { changeNoting, createUndoLog, type ChangePorts } from '../archive/undoable-change.ts'
import type { BulkChange } from '../contract/results.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleSummary } from '../model/article.ts'
import type { Tag, TagId, TagsByKind } from '../model/tag.ts'
import type { TagOperation, TagPreview } from '../model/tag-operation.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import { changeTags } from './assign-tags.ts'
import { planOperation, type TagPlan } from './plan-operation.ts'
import { TAGS_FILE, type RegistryChange, type TagStore } from './tag-store.ts'

/** What operations need of the open archive. */
export interface OperationPorts extends ChangePorts {
  readonly dryRuns: DryRuns
  readonly store: TagStore
  /** Rows that match a query within a filter. */
  readonly matchingRows: (query: string, filter: ArticleFilter) => Promise<RowSet>
}

/** An operation that was made. */
export interface TagOperationDone {
  readonly change: BulkChange
  /** Token with which it can be taken back while the archive is open, or null where nothing changed. */
  readonly undo: string | null
}

/** A task with the token of the dry run that was shown before it. */
export interface ConfirmedTask extends TaskContext {
  readonly confirmed?: string | undefined
}

/** Both fail with `needs-confirmation` where many articles change and no dry run of them was shown. */
export interface TagOperations {
  preview(operation: TagOperation): Promise<TagPreview>
  /** Articles that cannot be written keep their tags, and then no tag is removed from the registry. */
  make(operation: TagOperation, context: ConfirmedTask): Promise<TagOperationDone>
  /** Adds tags, others to each article, as one change. Tags that are not registered are left out. */
  assignEach(tagsOf: ReadonlyMap<ArticleId, readonly TagId[]>, context: ConfirmedTask): Promise<TagOperationDone>
  /** Fails with `nothing-to-undo` for an unknown token; what was changed since stays and is named. */
  undo(token: string, context: TaskContext): Promise<BulkChange>
}

interface Made {
  readonly registry: { readonly before: string; readonly after: string }
  /** What takes it back entry by entry, for a registry that was changed since. */
  readonly reverse: RegistryChange
  readonly articles: readonly PutBack[]
}

interface Work {
  readonly put: readonly Tag[]
  readonly remove: readonly TagId[]
  readonly ids: readonly ArticleId[]
  readonly change: (article: Article) => TagsByKind
}

const MOST_SHOWN = 200

/** Makes the operations on tags, with previews and undo. */
export function createTagOperations(ports: OperationPorts): TagOperations {
  const { store, catalog } = ports
  const log = createUndoLog<Made>('tags')

  const plan = async (operation: TagOperation): Promise<TagPlan> => {
    const matching = operation.type === 'split' ? await articlesToSplit(ports, operation) : []
    return planOperation(store.list(), operation, matching)
  }

  /** Puts tags in, changes articles, takes tags out: at no time does an article name a tag that is not there. */
  const carryOut = async (work: Work, context: TaskContext): Promise<TagOperationDone> => {
    const { put, remove, ids } = work
    const before = store.text()
    const reverse = reverseOf(store, put, remove)
    const file = {
      path: TAGS_FILE,
      before,
      after: store.textWith([
        { put, remove: [] },
        { put: [], remove },
      ]),
    }
    if (put.length > 0) await store.apply({ put, remove: [] })
    const { change, articles } = await changeNoting(
      ports,
      ids,
      (article) => ({ ...article, tags: work.change(article) }),
      file.before === file.after ? context : { ...context, file },
    )
    // An article that kept a tag still needs its entry.
    if (remove.length > 0 && change.failed.length === 0) await store.apply({ put: [], remove })
    const registry = { before, after: store.text() }
    const nothing = articles.length === 0 && registry.before === registry.after
    return { change, undo: nothing ? null : log.add({ registry, reverse, articles }) }
  }

  /** The very bytes, unless somebody changed the registry since. */
  const restoreRegistry = async ({ registry, reverse }: Made): Promise<void> => {
    if (registry.before === registry.after) return
    if (store.text() === registry.after) await store.restoreText(registry.after, registry.before)
    else await store.apply(reverse)
  }

  return {
    preview: async (operation) => {
      const planned = await plan(operation)
      const touched = touchedArticles(catalog, planned)
      const confirmed = ports.dryRuns.confirmedFor(nameOf(operation), idsOf(touched))
      return { ...showPlan(store, planned, touched), confirmed }
    },
    make: async (operation, context) => {
      await store.reload()
      const planned = await plan(operation)
      const { put, remove, touches, change } = planned
      ports.dryRuns.require(nameOf(operation), idsOf(touchedArticles(catalog, planned)), context.confirmed)
      return carryOut(
        { put, remove, ids: touchedIds(catalog, touches), change: (article) => change(article.tags) },
        context,
      )
    },
    assignEach: async (tagsOf, context) => {
      ports.dryRuns.require(ACT_NAMES.runRules, [...tagsOf.keys()], context.confirmed)
      return carryOut(
        {
          put: [],
          remove: [],
          ids: [...tagsOf.keys()],
          change: ({ id, tags }) =>
            changeTags(
              tags,
              (tagsOf.get(id) ?? []).flatMap((tag) => store.get(tag) ?? []),
              new Set(),
            ),
        },
        context,
      )
    },
    undo: async (token, context) => {
      const entry = log.get(token)
      await store.reload()
      const takesTagsOut = entry.reverse.remove.length > 0
      if (!takesTagsOut) await restoreRegistry(entry)
      const change = await ports.putBack(entry.articles, context)
      if (takesTagsOut && change.failed.length === 0) await restoreRegistry(entry)
      log.remove(token)
      return change
    },
  }
}

async function articlesToSplit(
  { catalog, matchingRows }: OperationPorts,
  { id, query, filter }: Extract<TagOperation, { readonly type: 'split' }>,
): Promise<readonly ArticleId[]> {
  const rows = await matchingRows(query, filter)
  return articlesWithTags(catalog, [id], rows)
}

function touchedIds(catalog: Catalog, touches: TagPlan['touches']): readonly ArticleId[] {
  return 'ids' in touches ? touches.ids : articlesWithTags(catalog, touches.tags, null)
}

/** Articles, within a set of rows if given, that carry one of the tags. */
export function articlesWithTags(catalog: Catalog, tags: readonly TagId[], rows: RowSet | null): readonly ArticleId[] {
  const { columns } = catalog
  const numbers = new Set(tags.map((tag) => columns.tagIds.indexOf(tag)))
  numbers.delete(-1)
  if (numbers.size === 0) return []
  const ids: ArticleId[] = []
  for (let row = 0; row < columns.rows; row += 1) {
    if (rows !== null && rows[row] !== 1) continue
    if (columns.tags[row]?.some((tagNumber) => numbers.has(tagNumber)) !== true) continue
    const summary = catalog.summaryAt(row)
    if (summary !== undefined) ids.push(summary.id)
  }
  return ids
}

function reverseOf(store: TagStore, put: readonly Tag[], remove: readonly TagId[]): RegistryChange {
  const before = [...put.map((tag) => tag.id), ...remove].flatMap((id) => store.get(id) ?? [])
  return { put: before, remove: put.flatMap(({ id }) => (store.get(id) === undefined ? [id] : [])) }
}

interface Touched {
  readonly summary: ArticleSummary
  readonly after: TagsByKind
}

/** The articles whose tags a plan changes. */
function touchedArticles(catalog: Catalog, plan: TagPlan): readonly Touched[] {
  return touchedIds(catalog, plan.touches)
    .flatMap((id) => catalog.summaryOf(id) ?? [])
    .map((summary) => ({ summary, after: plan.change(summary.tags) }))
    .filter(({ summary, after }) => after !== summary.tags)
}

function idsOf(touched: readonly Touched[]): readonly ArticleId[] {
  return touched.map(({ summary }) => summary.id)
}

/** The operation as the name of an act. What it asks of each article is part of it, the articles are not. */
function nameOf(operation: TagOperation): string {
  switch (operation.type) {
    case 'merge':
      return JSON.stringify(['merge', [...operation.from].sort(), operation.into])
    case 'split':
      return JSON.stringify(['split', operation.id, operation.query, Object.entries(operation.names).sort()])
    case 'rename':
      return JSON.stringify(['rename', operation.id])
    case 'convert':
      return JSON.stringify(['convert', operation.id, operation.kind])
    case 'delete':
      return JSON.stringify(['delete', operation.id, operation.replaceWith])
    case 'assign':
      return JSON.stringify(['assign', [...operation.add].sort(), [...operation.remove].sort()])
  }
}

function showPlan(store: TagStore, plan: TagPlan, articles: readonly Touched[]): Omit<TagPreview, 'confirmed'> {
  const touched = articles.toSorted((one, other) => byDate(other.summary, one.summary))
  return {
    total: touched.length,
    articles: touched.slice(0, MOST_SHOWN).map(({ summary: { id, title, published, tags }, after }) => ({
      id,
      title,
      published,
      before: tags,
      after,
    })),
    tags: [
      ...plan.put.map((after) => ({ before: store.get(after.id) ?? null, after })),
      ...plan.remove.map((id) => ({ before: store.get(id) ?? null, after: null })),
    ],
  }
}

function byDate(one: ArticleSummary, other: ArticleSummary): number {
  const [first, second] = [one.published ?? '', other.published ?? '']
  return first === second ? 0 : first < second ? -1 : 1
}
