import { plainText } from '../search/analysis/plain-text.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Tag, TagId } from '../model/tag.ts'
import type { KnownTagSuggestion, TagSuggestion } from '../model/tag-suggestion.ts'
import { createTagFinder, type TagFinder } from './find-tag.ts'
import { createNameTrie, type NameTrie } from './name-trie.ts'
import type { RefusedSet } from './refusals.ts'
import { suggestKnownTags } from './suggest-known-tags.ts'
import { suggestNewTags } from './suggest-new-tags.ts'
import type { TagStore } from './tag-store.ts'
import { textPartsOf } from './text-words.ts'

/** A text for which tags are sought. */
export interface TaggedText {
  /** Null while the article is not saved. */
  readonly id: ArticleId | null
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly tags: readonly TagId[]
}

/** Suggests tags for texts; prepares itself anew when the registry changed. */
export interface TagSuggester {
  suggest(text: TaggedText, refused: RefusedSet): readonly TagSuggestion[]
}

const MOST = 12

/** Binds the suggestions to the registry. */
export function createTagSuggester(store: Pick<TagStore, 'list' | 'subscribe'>): TagSuggester {
  let prepared: { readonly trie: NameTrie; readonly finder: TagFinder } | null = null
  store.subscribe(() => {
    prepared = null
  })
  return {
    suggest: (text, refused) => {
      prepared ??= prepare(store.list())
      const parts = textPartsOf(text.title, plainText(text.body))
      const known = suggestKnownTags(prepared.trie, parts)
      const wanted = known.filter(
        ({ tag }) => !text.tags.includes(tag) && (text.id === null || !refused.hasTag(text.id, tag)),
      )
      const isKnown = createNameCheck(prepared.finder, known, refused)
      const names = suggestNewTags(parts, isKnown, MOST)
      return [...wanted, ...names].sort((one, other) => other.score - one.score).slice(0, MOST)
    },
  }
}

function prepare(tags: readonly Tag[]): { readonly trie: NameTrie; readonly finder: TagFinder } {
  return { trie: createNameTrie(tags), finder: createTagFinder(tags) }
}

/** A name is known if a tag has it, if it was found as a form of a tag's name, or if it was refused. */
function createNameCheck(
  finder: TagFinder,
  known: readonly KnownTagSuggestion[],
  refused: RefusedSet,
): (name: string) => boolean {
  const found = known.flatMap(({ reason }) => [reason.found.toLowerCase(), reason.spelling.toLowerCase()])
  return (name) => {
    if (refused.hasName(name) || finder.find(null, name) !== undefined) return true
    const lower = name.toLowerCase()
    return found.some((text) => text.includes(lower) || lower.includes(text))
  }
}
