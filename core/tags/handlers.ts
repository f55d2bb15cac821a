import type { ArchiveFiles } from '../archive/yaml-list.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { TAG_REQUESTS } from '../contract/tag-requests.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { TAG_KINDS, type TagId } from '../model/tag.ts'
import type { KnownTagSuggestion, TagSuggestion } from '../model/tag-suggestion.ts'
import type { TaskContext, TaskRegistry } from '../tasks/task-registry.ts'
import { createRefusals, type Refusals } from './refusals.ts'
import { createTagSuggester, type TagSuggester } from './suggest-tags.ts'
import {
  createTagOperations,
  type OperationPorts,
  type TagOperationDone,
  type TagOperations,
} from './tag-operations.ts'
import { countTagPairs } from './tag-matrix.ts'
import { readTagPage } from './tag-page.ts'
import { createTagRules, type TagRules } from './tag-rules.ts'
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
  return {
    'tags.list': async () => {
      await store.reload()
      return countTagUsage(store.list(), catalog)
    },
    'tags.problems': async () => {
      await store.reload()
      return { damaged: store.isDamaged(), problems: store.problems() }
    },
    'tags.create': (tag) => store.create(tag),
    'tags.update': ({ id, ...changes }) => store.update(id, changes),
    'tags.delete': ({ id, task }) =>
      tasks.run(task, async (context) => {
        const { change } = await operations.make({ type: 'delete', id, replaceWith: null }, context)
        return change
      }),
    'tags.assign': ({ task, ...assignment }) =>
      tasks.run(task, async (context) => {
        const { change } = await operations.make({ type: 'assign', ...assignment }, context)
        return change
      }),
    'tags.preview': ({ operation }) => operations.preview(operation),
    'tags.change': ({ operation, task }) => tasks.run(task, (context) => operations.make(operation, context)),
    'tags.undo': ({ undo, task }) => tasks.run(task, (context) => operations.undo(undo, context)),
    'tags.suggest': ({ id }) => suggestForArticle(id, ports, suggester, refusals, rules),
    'tags.suggestFor': async ({ title, body, tags }) =>
      suggester.suggest({ id: null, title, body, tags }, await refusals.read()),
    'tags.refuse': async (refusal) => {
      await refusals.add(refusal)
      return null
    },
    'tags.rules': () => rules.list(),
    'tags.saveRule': (rule) => rules.save(rule),
    'tags.deleteRule': async ({ id }) => {
      await rules.remove(id)
      return null
    },
    'tags.ruleMatches': async ({ id }) => rules.matches(await rules.get(id), null),
    'tags.runRules': ({ ids, task }) => tasks.run(task, (context) => assignByRules(ids, rules, operations, context)),
    'tags.page': ({ id, today }) => Promise.resolve(readTagPage(catalog, store, id, today)),
    'tags.matrix': async ({ rows, columns, query, filter, limit }) =>
      countTagPairs(catalog, store, { rows, columns, limit }, await matchingRows(query, filter)),
  }
}

async function suggestForArticle(
  id: ArticleId,
  ports: TagPorts,
  suggester: TagSuggester,
  refusals: Refusals,
  rules: TagRules,
): Promise<readonly TagSuggestion[]> {
  const article = await ports.readArticle(id)
  const tags = TAG_KINDS.flatMap((kind) => article.tags[kind])
  const refused = await refusals.read()
  const byText = suggester.suggest({ id, title: article.title, body: article.body, tags }, refused)
  const byRule: KnownTagSuggestion[] = []
  for (const rule of await rules.list()) {
    const tag = ports.store.get(rule.tag)
    const present = tags.includes(rule.tag) || byText.some((found) => found.type === 'known' && found.tag === rule.tag)
    if (tag === undefined || present || refused.hasTag(id, rule.tag)) continue
    if (!(await rules.matches(rule, [id])).includes(id)) continue
    const reason = { how: 'rule', spelling: rule.name, found: rule.query, place: 'title', paragraph: 0 } as const
    byRule.push({ type: 'known', tag: tag.id, kind: tag.kind, score: 0.9, reason, newAlias: null })
  }
  return [...byText, ...byRule].sort((one, other) => other.score - one.score)
}

/** Sets the tags of all rules that may assign by themselves, as one change that is taken back as one. */
async function assignByRules(
  ids: readonly ArticleId[] | null,
  rules: TagRules,
  operations: TagOperations,
  context: TaskContext,
): Promise<TagOperationDone> {
  const tagsOf = new Map<ArticleId, TagId[]>()
  for (const rule of await rules.list()) {
    if (rule.mode !== 'assign') continue
    for (const id of await rules.matches(rule, ids)) tagsOf.set(id, [...(tagsOf.get(id) ?? []), rule.tag])
  }
  return operations.assignEach(tagsOf, context)
}
