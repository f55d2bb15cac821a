import { throwIfCancelled } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { TAG_KINDS, type TagId } from '../model/tag.ts'
import type { GatheredSuggestion, KnownTagSuggestion, TagSuggestion } from '../model/tag-suggestion.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import { latinNameKey } from './name-key.ts'
import type { RefusedSet, Refusals } from './refusals.ts'
import type { TagSuggester } from './suggest-tags.ts'
import type { TagRules } from './tag-rules.ts'
import type { TagStore } from './tag-store.ts'

/** What suggestions for articles of the archive need. */
export interface ArticleSuggesterPorts {
  readonly store: Pick<TagStore, 'get'>
  readonly readArticle: (id: ArticleId) => Promise<Article>
  readonly suggester: TagSuggester
  readonly refusals: Refusals
  readonly rules: TagRules
}

/** Of all suggestions for many articles, so many are told. */
const MOST_GATHERED = 100
/** A saved search that fits says as much as a name in another form. */
const RULE_SCORE = 0.9

/** The suggestions of text and rules for one article, best first. */
export async function suggestForArticle(
  ports: ArticleSuggesterPorts,
  id: ArticleId,
): Promise<readonly TagSuggestion[]> {
  const ruleTags = await findRuleTags(ports, [id])
  return suggestFor(ports, await ports.readArticle(id), await ports.refusals.read(), ruleTags)
}

/**
 * The suggestions for many articles, gathered by tag; those for most articles first, names of the registry before new
 * ones.
 *
 * @throws AppError `cancelled`
 */
export async function suggestForMany(
  ports: ArticleSuggesterPorts,
  ids: readonly ArticleId[],
  { signal, onProgress }: TaskContext,
): Promise<readonly GatheredSuggestion[]> {
  const ruleTags = await findRuleTags(ports, ids)
  const refused = await ports.refusals.read()
  const gathered = new Map<string, GatheredSuggestion>()
  for (const [place, id] of ids.entries()) {
    throwIfCancelled(signal)
    const article = await ports.readArticle(id)
    onProgress(place, ids.length, article.title)
    for (const suggestion of suggestFor(ports, article, refused, ruleTags)) {
      const key = suggestion.type === 'known' ? `known ${suggestion.tag}` : `new ${latinNameKey(suggestion.name)}`
      const present = gathered.get(key)
      const better = present === undefined || suggestion.score > present.suggestion.score
      const place = { id, title: article.title, reason: suggestion.reason }
      gathered.set(key, {
        suggestion: better ? suggestion : present.suggestion,
        articles: [...(present?.articles ?? []), place],
      })
    }
  }
  const weight = ({ suggestion, articles }: GatheredSuggestion): number =>
    articles.length * suggestion.score + (suggestion.type === 'known' ? ids.length : 0)
  return [...gathered.values()].sort((one, other) => weight(other) - weight(one)).slice(0, MOST_GATHERED)
}

type RuleTags = ReadonlyMap<ArticleId, readonly KnownTagSuggestion[]>

/** What the rules propose for each of some articles. */
async function findRuleTags({ rules, store }: ArticleSuggesterPorts, ids: readonly ArticleId[]): Promise<RuleTags> {
  const found = new Map<ArticleId, KnownTagSuggestion[]>()
  for (const rule of await rules.list()) {
    const tag = store.get(rule.tag)
    if (tag === undefined) continue
    const reason = { how: 'rule', spelling: rule.name, found: rule.query, place: 'title', paragraph: 0 } as const
    const suggestion = {
      type: 'known',
      tag: tag.id,
      kind: tag.kind,
      score: RULE_SCORE,
      reason,
      newAlias: null,
    } as const
    for (const id of await rules.matches(rule, ids)) found.set(id, [...(found.get(id) ?? []), suggestion])
  }
  return found
}

function suggestFor(
  { suggester }: ArticleSuggesterPorts,
  { id, title, body, tags }: Article,
  refused: RefusedSet,
  ruleTags: RuleTags,
): readonly TagSuggestion[] {
  const own = TAG_KINDS.flatMap((kind) => tags[kind])
  const byText = suggester.suggest({ id, title, body, tags: own }, refused)
  const met = new Set<TagId>([...own, ...byText.flatMap((found) => (found.type === 'known' ? [found.tag] : []))])
  const byRule: KnownTagSuggestion[] = []
  for (const suggestion of ruleTags.get(id) ?? []) {
    if (met.has(suggestion.tag) || refused.hasTag(id, suggestion.tag)) continue
    met.add(suggestion.tag)
    byRule.push(suggestion)
  }
  return [...byText, ...byRule].sort((one, other) => other.score - one.score)
}
