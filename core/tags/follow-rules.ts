import type { RequestHandlers } from '../contract/archive-api.ts'
import type { Log } from '../contract/log.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import { TAG_KINDS, type TagId, type TagsByKind } from '../model/tag.ts'

type SaveHandlers = Pick<RequestHandlers, 'articles.read' | 'articles.create' | 'articles.save'>
type RuleHandlers = Pick<RequestHandlers, 'tags.rules' | 'tags.runRules' | 'tags.refuse' | 'acts.preview'>

/** What following the rules needs of the open archive. */
export interface FollowerPorts {
  readonly handlers: SaveHandlers & RuleHandlers
  readonly summaryOf: (id: ArticleId) => ArticleSummary | undefined
  /** Resolves when a search sees the articles that were reported as changed. */
  readonly upToDate: () => Promise<void>
  readonly log: Log
  /** Articles made before this time, in milliseconds since 1970, are not new. */
  readonly since: number
}

/** Sets the tags of the rules that may assign by themselves on what is saved or comes in. */
export interface RuleFollower {
  /** Saving with the rules followed: what comes back has their tags. */
  readonly handlers: Pick<SaveHandlers, 'articles.create' | 'articles.save'>
  /** Takes note of changed articles; new ones get their tags soon after. */
  follow(ids: readonly ArticleId[]): void
  /** Resolves when every article noted so far has its tags. */
  settled(): Promise<void>
}

/** Joins saving and importing with the rules. An article gets tags by a rule once when it comes in and after each save. */
export function createRuleFollower({ handlers, summaryOf, upToDate, log, since }: FollowerPorts): RuleFollower {
  const seen = new Set<ArticleId>()
  let last: Promise<void> = Promise.resolve()

  const hasAssigningRule = async (): Promise<boolean> =>
    (await handlers['tags.rules']({})).some(({ mode }) => mode === 'assign')

  const assign = async (ids: readonly ArticleId[]): Promise<void> => {
    if (ids.length === 0 || !(await hasAssigningRule())) return
    await upToDate()
    // The user has agreed when the rule was made.
    const { confirmed } = await handlers['acts.preview']({ act: { type: 'run-rules', ids } })
    await handlers['tags.runRules']({ ids, ...(confirmed === null ? {} : { confirmed }), task: undefined })
  }
  const assignTo = async (saved: Awaited<ReturnType<SaveHandlers['articles.save']>>): Promise<typeof saved> => {
    const { id } = saved.article
    seen.add(id)
    await assign([id])
    if (summaryOf(id)?.version === saved.article.version) return saved
    return { article: await handlers['articles.read']({ id }) }
  }
  const isNew = (id: ArticleId): boolean => {
    const summary = summaryOf(id)
    return summary !== undefined && summary.created === summary.updated && Date.parse(summary.created) >= since
  }

  return {
    handlers: {
      'articles.create': async (argument) => assignTo(await handlers['articles.create'](argument)),
      'articles.save': async (argument) => {
        const before = summaryOf(argument.id)?.tags
        const saved = await handlers['articles.save'](argument)
        await learnRemovedByHand(handlers, argument.id, removedTags(before, saved.article.tags))
        return assignTo(saved)
      },
    },
    follow: (ids) => {
      const fresh = ids.filter((id) => !seen.has(id) && isNew(id))
      for (const id of fresh) seen.add(id)
      last = last.then(() => assign(fresh)).catch((error: unknown) => log.error('Following the rules for tags', error))
    },
    settled: () => last,
  }
}

function removedTags(before: TagsByKind | undefined, after: TagsByKind): readonly TagId[] {
  if (before === undefined) return []
  return TAG_KINDS.flatMap((kind) => before[kind].filter((tag) => !TAG_KINDS.some((any) => after[any].includes(tag))))
}

/** A tag of a rule that somebody takes off is not wanted there. */
async function learnRemovedByHand(handlers: RuleHandlers, id: ArticleId, removed: readonly TagId[]): Promise<void> {
  if (removed.length === 0) return
  const byRule = new Set((await handlers['tags.rules']({})).map(({ tag }) => tag))
  for (const tag of removed) if (byRule.has(tag)) await handlers['tags.refuse']({ type: 'known', id, tag })
}
