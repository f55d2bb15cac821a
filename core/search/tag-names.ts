import type { TagId } from '../model/tag.ts'
import { isStopWord, queryTermsOf } from './analysis/terms.ts'
import { fold } from './analysis/fold.ts'
import type { ParsedQuery, WordMember } from './query/parsed-query.ts'

/** Longest name that is looked for in queries, in words. */
const MOST_WORDS = 12
const SEPARATORS = /[\s\-\u2010\u2011]+/

/** A name of a tag. */
interface NameEntry {
  readonly tag: TagId
  readonly name: string
}

/** A tag whose name was found in a query. */
export interface NamedTag {
  readonly tag: TagId
  readonly from: number
  readonly to: number
  readonly typed: string
}

/** Finds names and aliases of tags in queries, in any inflected form. */
export class TagNameFinder {
  private readonly byFirstTerm = new Map<string, NameEntry[]>()
  /** Names in their terms, once a query has begun like them: most names are never met. */
  private readonly wordsOfName = new Map<string, readonly ReadonlySet<string>[]>()

  constructor(names: ReadonlyMap<TagId, readonly string[]>) {
    const byFirstWord = new Map<string, NameEntry[]>()
    for (const [tag, list] of names) {
      for (const name of new Set(list))
        listUnder(byFirstWord, name.split(SEPARATORS).find(isMeant) ?? '', { tag, name })
    }
    for (const [word, entries] of byFirstWord) {
      for (const term of formsOf(word)) for (const entry of entries) listUnder(this.byFirstTerm, term, entry)
    }
  }

  private termsOf(name: string): readonly ReadonlySet<string>[] {
    const known = this.wordsOfName.get(name)
    if (known !== undefined) return known
    const words = name.split(SEPARATORS).filter(isMeant).map(formsOf)
    this.wordsOfName.set(name, words)
    return words
  }

  /** The tags whose whole names stand in the words of a query, side by side. The longest name at a place counts. */
  find(query: ParsedQuery): readonly NamedTag[] {
    const words = query.groups.map((group) => {
      const [member] = group.members
      const plain = group.members.length === 1 && group.presence !== 'prohibited'
      if (!plain || member === undefined) return null
      if (member.kind === 'phrase' && member.within === null)
        return { typed: member.typed, forms: null, slots: member.slots }
      return member.kind === 'word' ? { typed: member.typed, forms: formsOfMember(member), slots: null } : null
    })
    const found: NamedTag[] = []
    words.forEach((word, from) => {
      if (word === null) return
      if (word.slots !== null) {
        const forms = word.slots.map((slot) => ('text' in slot ? formsOf(slot.text) : new Set<string>()))
        for (const tag of this.match(
          forms.filter((set) => set.size > 0),
          true,
        ))
          found.push({ tag: tag.tag, from, to: from + 1, typed: word.typed })
        return
      }
      const following: ReadonlySet<string>[] = []
      for (const next of words.slice(from, from + MOST_WORDS)) {
        if (next?.forms === undefined || next.forms === null) break
        following.push(next.forms)
      }
      for (const { tag, length } of this.match(following, false)) {
        const typed = words
          .slice(from, from + length)
          .map((entry) => entry?.typed ?? '')
          .join(' ')
        found.push({ tag, from, to: from + length, typed })
      }
    })
    return found
  }

  private match(words: readonly ReadonlySet<string>[], whole: boolean): { tag: TagId; length: number }[] {
    const found = new Map<TagId, number>()
    for (const term of words[0] ?? []) {
      for (const { tag, name: written } of this.byFirstTerm.get(term) ?? []) {
        const name = this.termsOf(written)
        if (name.length > MOST_WORDS || name.length > words.length || (whole && name.length !== words.length)) continue
        const fits = name.every((forms, index) => !forms.isDisjointFrom(words[index] ?? new Set()))
        if (fits) found.set(tag, Math.max(found.get(tag) ?? 0, name.length))
      }
    }
    const longest = Math.max(0, ...found.values())
    return [...found].filter(([, length]) => length === longest).map(([tag, length]) => ({ tag, length }))
  }
}

function listUnder(lists: Map<string, NameEntry[]>, key: string, entry: NameEntry): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [entry])
  else known.push(entry)
}

/** Whether a word of a name carries meaning. */
function isMeant(word: string): boolean {
  return !isStopWord(word.toLowerCase()) && queryTermsOf(word).length > 0
}

/** The terms of a word, plain and in folded letters; none for a function word. */
function formsOf(word: string): ReadonlySet<string> {
  const terms = queryTermsOf(word)
  if (isStopWord(word.toLowerCase())) return new Set()
  return new Set([...terms, ...terms.map(fold)])
}

function formsOfMember(member: WordMember): ReadonlySet<string> {
  return formsOf(member.text)
}

/** A number that changes when one of the names does; adding the numbers of all tags of an article tells of any change. */
function hashNames(names: readonly string[]): number {
  let hash = 2_166_136_261
  for (const character of names.join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return hash
}

/** The hash of the names of each tag. */
export function hashTags(names: ReadonlyMap<TagId, readonly string[]>): ReadonlyMap<TagId, number> {
  return new Map([...names].map(([tag, list]) => [tag, hashNames([tag, ...list])]))
}

/** What the index keeps of the tags of an article: the sum of the hashes of their names. */
export function sumOfHashes(tags: readonly TagId[], hashes: ReadonlyMap<TagId, number>): number {
  return tags.reduce((sum, tag) => (sum + (hashes.get(tag) ?? 0)) >>> 0, 0)
}
