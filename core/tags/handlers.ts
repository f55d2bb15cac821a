import type { ArchiveFiles } from '../archive/yaml-list.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { TAG_REQUESTS } from '../contract/tag-requests.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import type { TagId } from '../model/tag.ts'
import type { TagOperation } from '../model/tag-operation.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import { learnRemoved } from './learn-removed.ts'
import { createRuleMover } from './move-rules.ts'
import { createRefusals, type Refusals } from './refusals.ts'
import { suggestForArticle, suggestForMany } from './suggest-for-articles.ts'
import { createTagSuggester } from './suggest-tags.ts'
import {
  createTagOperations,
  type ConfirmedTask,
  type OperationPorts,
  type TagOperationDone,
} from './tag-operations.ts'
import { countTagPairs } from './tag-matrix.ts'
import { readTagPage } from './tag-page.ts'
import { createTagRules, type TagRules } from './tag-rules.ts'
import { countTrends } from './tag-trends.ts'
import { countTagUsage } from './tag-usage.ts'

/** What the tags need of the open archive. */
export interface TagPorts extends OperationPorts {
  readonly files: ArchiveFiles
  readonly readArticle: (id: ArticleId) => Promise<Article>
  readonly tasks: Pick<TaskRegistry, 'run'>
}

type TagHandlers = Pick<RequestHandlers, keyof typeof TAG_REQUESTS>

/** Makes the handlers of the tags' requests. */
export function createTagHandlers(ports: TagPorts): TagHandlers {
  const { store, catalog, tasks, matchingRows } = ports
  const operations = createTagOperations(ports)
  const suggester = createTagSuggester(store)
  const refusals = createRefusals(ports.files)
  const rules = createTagRules(ports)
  const mover = createRuleMover(rules)
  const make = (operation: TagOperation, context: ConfirmedTask): Promise<TagOperationDone> =>
    learnRemoved({ catalog, refusals, rules }, operation, () =>
      mover.make(operation, () => operations.make(operation, context)),
    )
  const suggesting = { ...ports, suggester, refusals, rules }
  return {
    'tags.list': async () => {
      await store.reload()
      return countTagUsage(store.list(), catalog)
    },
    'tags.problems': async () => {
      await store.reload()
      return { damaged: store.isDamaged(), problems: store.problems() }
    },
    'tags.trends': ({ ids }) => Promise.resolve(countTrends(catalog, ids)),
    'tags.create': ({ kind, names, aliases, color, ...details }) =>
      store.create({ kind, names, aliases, color, details }),
    'tags.update': ({ id, ...changes }) => store.update(id, changes),
    'tags.delete': ({ id, confirmed, task }) =>
      tasks.run(task, async (context) => {
        const { change } = await make({ type: 'delete', id, replaceWith: null }, { ...context, confirmed })
        return change
      }),
    'tags.assign': ({ confirmed, task, ...assignment }) =>
      tasks.run(task, async (context) => {
        const { change } = await make({ type: 'assign', ...assignment }, { ...context, confirmed })
        return change
      }),
    'tags.preview': ({ operation }) => operations.preview(operation),
    'tags.change': ({ operation, confirmed, task }) =>
      tasks.run(task, (context) => make(operation, { ...context, confirmed })),
    'tags.undo': ({ undo, task }) =>
      tasks.run(task, async (context) => {
        const change = await operations.undo(undo, context)
        await mover.undone(undo)
        return change
      }),
    'tags.suggest': ({ id }) => suggestForArticle(suggesting, id),
    'tags.suggestMany': ({ ids, task }) => tasks.run(task, (context) => suggestForMany(suggesting, ids, context)),
    'tags.suggestFor': async ({ title, body, tags }) =>
      suggester.suggest({ id: null, title, body, tags }, await refusals.read()),
    'tags.refuse': async (refused) => {
      await refusals.add(
        refused.type === 'known-on-many'
          ? refused.ids.map((id) => ({ type: 'known', id, tag: refused.tag }))
          : [refused],
      )
      return null
    },
    'tags.rules': () => rules.list(),
    'tags.saveRule': (rule) => rules.save(rule),
    'tags.deleteRule': async ({ id }) => {
      await rules.remove(id)
      return null
    },
    'tags.ruleMatches': async ({ id }) => rules.matches(await rules.get(id), null),
    'tags.runRules': ({ ids, confirmed, task }) =>
      tasks.run(task, async (context) =>
        operations.assignEach(await tagsByRules(ids, rules, refusals), { ...context, confirmed }),
      ),
    'tags.page': ({ id, today }) => Promise.resolve(readTagPage(catalog, store, id, today)),
    'tags.matrix': async ({ rows, columns, query, filter, limit }) =>
      countTagPairs(catalog, store, { rows, columns, limit }, await matchingRows(query, filter)),
  }
}

/** The tags that the rules which may assign by themselves would set on each article; null: on all articles. */
async function tagsByRules(
  ids: readonly ArticleId[] | null,
  rules: TagRules,
  refusals: Refusals,
): Promise<ReadonlyMap<ArticleId, readonly TagId[]>> {
  const tagsOf = new Map<ArticleId, TagId[]>()
  const refused = await refusals.read()
  for (const rule of await rules.list()) {
    if (rule.mode !== 'assign') continue
    for (const id of await rules.matches(rule, ids)) {
      if (!refused.hasTag(id, rule.tag)) tagsOf.set(id, [...(tagsOf.get(id) ?? []), rule.tag])
    }
  }
  return tagsOf
}

/** The articles that running the rules would touch, for a dry run. */
export async function articlesForRules(
  { files, catalog, matchingRows }: Pick<TagPorts, 'files' | 'catalog' | 'matchingRows'>,
  ids: readonly ArticleId[] | null,
): Promise<readonly ArticleId[]> {
  const rules = createTagRules({ files, catalog, matchingRows })
  return [...(await tagsByRules(ids, rules, createRefusals(files))).keys()]
}
