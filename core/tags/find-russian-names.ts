import { trimName, type FoundName, type NameRule } from './new-name.ts'
import { RUSSIAN_NOUNS, type RussianNoun } from './organisation-nouns.ts'

const STEMS = RUSSIAN_NOUNS.map(({ stem }) => stem).join('|')
/** The same with a small or a capital first letter. */
const ANY_STEMS = RUSSIAN_NOUNS.map(
  ({ stem }) => `[${stem.charAt(0)}${stem.charAt(0).toUpperCase()}]${stem.slice(1)}`,
).join('|')
const ADJECTIVE_ENDING = '(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ым|им|ом|ем|ей)'
const NAME_TAIL = '(?:\\s+(?:имени\\s+)?(?:\\p{Lu}[\\p{L}.-]+)(?:\\s+\\p{Lu}[\\p{L}.-]+){0,2})?'
/** Кардиффского университета; Евразийский национальный университет имени Гумилёва. */
const WITH_ADJECTIVE = new RegExp(
  `(?<!\\p{L})\\p{Lu}[\\p{L}-]+(?:ск|цк|н|ов|ев)${ADJECTIVE_ENDING}\\s+(?:\\p{Ll}[\\p{L}-]+${ADJECTIVE_ENDING}\\s+){0,3}(?:${STEMS})\\p{Ll}{0,5}(?!\\p{L})${NAME_TAIL}`,
  'gu',
)
/** Университет Аньхэ, Технологический университет Нордхавена. */
const WITH_NAME = new RegExp(
  `(?<!\\p{L})(?:${ANY_STEMS})\\p{Ll}{0,5}\\s+\\p{Lu}[\\p{L}-]+(?:\\s+\\p{Lu}[\\p{L}-]+){0,3}`,
  'gu',
)
const PEOPLE =
  /(?:университет|институт|компани|фонд)\p{Ll}*\s+\p{Lu}\p{L}+\s+\p{Lu}\p{L}+(?:ов|ев|ин|ко|ук|ова|ева|ина|ый|ий)$/u

/** Russian names of organisations: adjectives before a noun, or a name behind it, shown in the nominative. */
export const findRussianNames: NameRule = (text) => [
  ...[...text.matchAll(WITH_ADJECTIVE)].map(([found]) => named(found, 0.75)),
  ...[...text.matchAll(WITH_NAME)].flatMap(([found]) => (!PEOPLE.test(found) ? [named(found, 0.6)] : [])),
]

function named(found: string, score: number): FoundName {
  return { name: trimName(nominative(found)), found, kind: 'partner', how: 'organisation', score }
}

/** Brings the words up to the noun into the nominative; what follows stays as it is. */
function nominative(phrase: string): string {
  const words = phrase.split(/\s+/u)
  const place = words.findIndex((word) => nounOf(word) !== undefined)
  const noun = nounOf(words[place] ?? '')
  if (noun === undefined) return phrase
  const adjectives = words.slice(0, place).map((word) => adjective(word, noun.gender))
  const shown = place === 0 ? noun.nominative.charAt(0).toUpperCase() + noun.nominative.slice(1) : noun.nominative
  return [...adjectives, shown, ...words.slice(place + 1)].join(' ')
}

function nounOf(word: string): RussianNoun | undefined {
  const lower = word.toLowerCase()
  return RUSSIAN_NOUNS.find(({ stem }) => lower.startsWith(stem) && lower.length <= stem.length + 5)
}

function adjective(word: string, gender: RussianNoun['gender']): string {
  const base = word.replace(/(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ым|им|ом|ем|ей)$/u, '')
  if (base === word) return word
  if (gender === 'f') return `${base}ая`
  if (gender === 'n') return `${base}ое`
  return /[гкхжчшщ]$/u.test(base) ? `${base}ий` : `${base}ый`
}
