import type { TagId } from '../model/tag.ts'
import type { KnownTagSuggestion } from '../model/tag-suggestion.ts'
import { COMMON_WORDS } from './common-words.ts'
import { plainNameKey } from './name-key.ts'
import type { NameHit, NameTrie } from './name-trie.ts'
import type { TextPart, TextWord } from './text-words.ts'

const SCORES = { exact: 1, form: 0.8, sound: 0.65 } as const
/** A word that opens a sentence is written large anyway. */
const OPENING_FACTOR = 0.9
/** Topics are ordinary words: one mention says less. */
const TOPIC_FACTOR = 0.8
const LEAST_SCORE = 0.6

interface FoundTag {
  readonly hit: NameHit
  readonly part: TextPart
  readonly score: number
}

/** The tags whose names or aliases stand in the text in some form, best first, each with its best place. */
export function suggestKnownTags(trie: NameTrie, parts: readonly TextPart[]): readonly KnownTagSuggestion[] {
  const best = new Map<TagId, FoundTag>()
  for (const part of parts) {
    for (const hit of withoutNested(trie.find(part))) {
      const score = scoreOf(hit, part)
      const present = best.get(hit.spelling.tag.id)
      if (score >= LEAST_SCORE && (present === undefined || score > present.score)) {
        best.set(hit.spelling.tag.id, { hit, part, score })
      }
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).map(describe)
}

/** A name inside a longer one belongs to that one: no "Minerva" in "Minerva Foundation", no culture in "Culture University". */
function withoutNested(hits: readonly NameHit[]): readonly NameHit[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          (hit.spelling.tag.kind === 'topic' || other.spelling.tag.kind === hit.spelling.tag.kind) &&
          other.spelling.tag.id !== hit.spelling.tag.id &&
          other.first <= hit.first &&
          other.last >= hit.last &&
          other.last - other.first > hit.last - hit.first,
      ),
  )
}

function scoreOf(hit: NameHit, part: TextPart): number {
  const words = part.words.slice(hit.first, hit.last + 1)
  const [first] = words
  if (first === undefined) return 0
  if (hasCaseInside(hit, words)) return 0
  const { kind } = hit.spelling.tag
  const score = SCORES[hit.how] * (kind === 'topic' ? TOPIC_FACTOR : 1)
  if (kind === 'topic' || part.shouted) return score
  if (words.length > 1) return words.some((word) => word.capital) ? score : 0
  return scoreOfOneWord(hit, first, score)
}

/** Kazakh endings of cases that no Russian ending looks like. */
const KAZAKH_CASES = /^(?:н?[дт][ае]|[ғгқк][ае]|[дтн][ае]н|[нтд][ыі]ң|[мбп]ен)$/u

/** Of a Kazakh name only the last word takes a case: “ауылда дәрігер жоқ” does not speak of “Ауыл дәрігері”. */
function hasCaseInside({ spelling }: NameHit, words: readonly TextWord[]): boolean {
  return words.slice(0, -1).some(({ text }, place) => {
    const [found, wanted] = [plainNameKey(text), spelling.words[place] ?? '']
    return wanted !== '' && found.startsWith(wanted) && KAZAKH_CASES.test(found.slice(wanted.length))
  })
}

/** One word alone must look like a name. */
function scoreOfOneWord(hit: NameHit, word: TextWord, score: number): number {
  if (!word.capital) return 0
  if (word.quoted || !word.opens) return score
  if (hit.spelling.words.some((name) => COMMON_WORDS.has(name))) return 0
  return score * OPENING_FACTOR
}

function describe({ hit, part, score }: FoundTag): KnownTagSuggestion {
  const found = part.text.slice(part.words[hit.first]?.start, part.words[hit.last]?.end)
  const { tag, text } = hit.spelling
  return {
    type: 'known',
    tag: tag.id,
    kind: tag.kind,
    score,
    reason: { how: hit.how, spelling: text, found, place: part.place, paragraph: part.paragraph },
    newAlias: hit.how === 'exact' || plainNameKey(found) === plainNameKey(text) ? null : found,
  }
}
