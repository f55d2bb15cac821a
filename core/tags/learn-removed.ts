import type { Catalog } from '../archive/catalog/catalog.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { TagId } from '../model/tag.ts'
import type { TagOperation } from '../model/tag-operation.ts'
import type { Refusal, Refusals } from './refusals.ts'
import { articlesWithTags, type TagOperationDone } from './tag-operations.ts'
import type { TagRules } from './tag-rules.ts'

/** What learning needs of the open archive. */
export interface LearnPorts {
  readonly catalog: Catalog
  readonly refusals: Refusals
  readonly rules: TagRules
}

/**
 * Makes an operation, and learns that the tags of rules that it takes off articles are not wanted there: else the rule
 * would suggest or set them again.
 */
export async function learnRemoved(
  { catalog, refusals, rules }: LearnPorts,
  operation: TagOperation,
  make: () => Promise<TagOperationDone>,
): Promise<TagOperationDone> {
  const removed = tagsTakenOff(operation)
  const byRule = new Set(removed.length === 0 ? [] : (await rules.list()).map(({ tag }) => tag))
  const carriers = removed
    .filter((tag) => byRule.has(tag))
    .map((tag): readonly [TagId, ReadonlySet<ArticleId>] => [tag, new Set(articlesWithTags(catalog, [tag], null))])
  const done = await make()
  const learnt = carriers.flatMap(([tag, had]) =>
    done.change.changed.filter((id) => had.has(id)).map((id): Refusal => ({ type: 'known', id, tag })),
  )
  if (learnt.length > 0) await refusals.add(learnt)
  return done
}

/** Tags that stay in the registry and are taken off articles. */
function tagsTakenOff(operation: TagOperation): readonly TagId[] {
  if (operation.type === 'assign') return operation.remove
  return operation.type === 'split' ? [operation.id] : []
}
