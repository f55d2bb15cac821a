import { layoutVariantsOf } from './analysis/keyboard-layouts.ts'
import { isStopWord, queryTermsOf } from './analysis/terms.ts'
import { tokenise } from './analysis/tokenise.ts'
import type { ParsedQuery, WordMember } from './query/parsed-query.ts'
import { TermLookup, type TermEntry } from './query/term-lookup.ts'
import { indexTermOf } from './segment/term-table.ts'
import type { IndexView } from './segment/index-view.ts'
import { postingLists, readPostings } from './segment/postings.ts'
import type { SegmentStore } from './segment/segment-store.ts'

const RARE = 2
/** A rare word is doubted only if a neighbour is this many times more frequent. */
const MUCH_MORE = 20
const SHORTEST_ONE_EDIT = 4
const SHORTEST_TWO_EDITS = 8
const LONGEST_WORD = 20
/** Words of a query that are looked into. */
const MOST_WORDS = 3
const LIMITS = { terms: 256, postings: 1_000_000 }

/**
 * Another spelling of the whole query, where a word of it is in no article, or in hardly any while one that is spelt nearly
 * the same is in many; null where there is nothing better.
 */
export function suggestSpelling(store: SegmentStore, view: IndexView, query: ParsedQuery, hits: number): string | null {
  if (hits > MUCH_MORE) return null
  const lookup = new TermLookup(view)
  let text = query.text
  for (const word of doubtfulWords(query, lookup)) {
    const better = betterWord(store, view, lookup, word)
    if (better !== null) text = text.replace(word.typed, better)
  }
  return text === query.text ? null : text
}

function doubtfulWords(query: ParsedQuery, lookup: TermLookup): WordMember[] {
  return query.groups
    .filter((group) => group.presence !== 'prohibited')
    .flatMap((group) => group.members)
    .filter((member): member is WordMember => member.kind === 'word' && /^\p{L}+$/u.test(member.text))
    .filter((member) => !isStopWord(member.text))
    .filter((member) => member.text.length <= LONGEST_WORD && frequencyOf(member.text, lookup) <= RARE)
    .map((member) => ({ ...member, typed: typedForm(query.text, member) }))
    .slice(0, MOST_WORDS)
}

/** The word as it stands in the query, where lunr's parser gave it back in small letters. */
function typedForm(text: string, member: WordMember): string {
  const at = text.toLowerCase().indexOf(member.typed)
  return at < 0 ? member.typed : text.slice(at, at + member.typed.length)
}

function frequencyOf(word: string, lookup: TermLookup): number {
  return queryTermsOf(word).reduce((sum, term) => sum + (lookup.entry(term)?.frequency ?? 0), 0)
}

function betterWord(store: SegmentStore, view: IndexView, lookup: TermLookup, word: WordMember): string | null {
  const needed = frequencyOf(word.text, lookup) === 0 ? 1 : frequencyOf(word.text, lookup) * MUCH_MORE
  const retyped = layoutVariantsOf(word.typed).find((variant) => frequencyOf(variant, lookup) >= needed)
  if (retyped !== undefined) return retyped
  for (const [distance, shortest] of [
    [1, SHORTEST_ONE_EDIT],
    [2, SHORTEST_TWO_EDITS],
  ] as const) {
    if (word.text.length < shortest) return null
    const near = new Set(queryTermsOf(word.text).flatMap((term) => lookup.near(term, distance, LIMITS).entries))
    const best = [...near]
      .filter((entry) => entry.frequency >= needed && /\p{L}/u.test(entry.term))
      .sort(byFrequency)[0]
    if (best !== undefined) return commonForm(store, view, best)
  }
  return null
}

function byFrequency(left: TermEntry, right: TermEntry): number {
  return right.frequency - left.frequency || (left.term < right.term ? -1 : 1)
}

/** A real form of a term: the commonest one in one article that has it. */
function commonForm(store: SegmentStore, view: IndexView, entry: TermEntry): string | null {
  for (const [index, segment] of view.segments.entries()) {
    const term = entry.at[index] ?? -1
    if (term < 0) continue
    const documents: number[] = []
    for (const list of postingLists(segment, term, 255)) {
      if (list !== undefined) readPostings(list, (document) => documents.push(document))
    }
    const document = documents.find((candidate) => segment.dead[candidate] === 0)
    if (document === undefined) continue
    const text = store.textAt({ segment, document })
    const counts = new Map<string, number>()
    const words = [text.title, text.subtitle, text.body, text.outlet, ...text.authors, ...text.tagNames].flatMap(
      tokenise,
    )
    for (const token of words) {
      if (indexTermOf(token.text, text.language) === entry.term)
        counts.set(token.text, (counts.get(token.text) ?? 0) + 1)
    }
    const [best] = [...counts].sort((left, right) => right[1] - left[1])
    if (best !== undefined) return best[0]
  }
  return null
}
