import { trimName, type FoundName, type NameRule } from './new-name.ts'
import { ENGLISH_NOUNS } from './organisation-nouns.ts'

const WORD = "\\p{Lu}[\\p{L}'’&-]*"
/** Nordhaven University of Technology; Institute of Lake Ecology. */
const ENDING = new RegExp(
  `(?:${WORD}(?:\\s+(?:of|and|for|the|&)(?=\\s+\\p{Lu}))?\\s+){1,8}(?:${ENGLISH_NOUNS})(?!\\p{L})(?:\\s+(?:of|for)(?:\\s+(?:the\\s+)?${WORD}|\\s+and(?=\\s+\\p{Lu})){1,6})?`,
  'gu',
)
const BEGINNING = new RegExp(
  `(?:${ENGLISH_NOUNS})\\s+(?:of|for)(?:\\s+(?:the\\s+)?${WORD}|\\s+and(?=\\s+\\p{Lu})){1,6}`,
  'gu',
)
const NOUN = new RegExp(`(?:${ENGLISH_NOUNS})(?!\\p{L})`, 'u')
/** Two names joined: "Anhe University and Cardiff University", "MGIMO and Beijing ...". */
const JOINT = new RegExp(`(?<=(?:${ENGLISH_NOUNS}|\\p{Lu}{2,}))\\s+and\\s+`, 'u')
const LEADING_WORDS =
  /^(?:(?:The|A|An|In|At|On|Of|And|Such|For|From|With|By|Both|Our|Its|Their|This|That|When|While|Before|After|Since|First|Second|New|Two|Three|Every|President|Minister|Rector|Vice-Rector|Dean|Director|Professor|Head)\s+(?:of\s+)?(?:the\s+)?)+/u
/** Universities such as A, B and C. */
const LIST =
  /(?:universities|companies|organi[sz]ations|partners|institutions|institutes)\s+(?:such as|like|including|among them|namely)\s+([^.;:]+)/giu
const LIST_PARTS = /,\s*|\s+and\s+(?!Culture|Technology|Science|Arts|Economics|Higher|Research)/u

/** English names of organisations: capitalised words around a noun, and lists after "universities such as". */
export const findEnglishNames: NameRule = (text) => [
  ...matches(text, ENDING, 0.8),
  ...matches(text, BEGINNING, 0.75),
  ...[...text.matchAll(LIST)].flatMap(([, list = '']) => list.split(LIST_PARTS).flatMap(listItem)),
]

function matches(text: string, pattern: RegExp, score: number): readonly FoundName[] {
  return [...text.matchAll(pattern)].flatMap(([whole]) =>
    whole.split(JOINT).flatMap((found): readonly FoundName[] => {
      const name = trimName(found.replace(LEADING_WORDS, ''))
      // A noun alone is no name.
      return NOUN.test(name) && name.includes(' ') && name.split(' ').length <= 9
        ? [{ name, found, kind: 'partner', how: 'organisation', score }]
        : []
    }),
  )
}

function listItem(item: string): readonly FoundName[] {
  const name = trimName(item.replace(/^(?:and|the)\s+/u, ''))
  if (!/^\p{Lu}/u.test(name) || name.split(' ').length > 8) return []
  return [{ name, found: item.trim(), kind: 'partner', how: 'list', score: 0.85 }]
}
