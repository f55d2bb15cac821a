import { trimName, type FoundName, type NameRule } from './new-name.ts'
import { KAZAKH_NOUNS } from './organisation-nouns.ts'

const STEMS = KAZAKH_NOUNS.map(([stem]) => stem).join('|')
/** Such a noun in any case. */
const NOUN = new RegExp(`(?<!\\p{L})(?:${STEMS})\\p{Ll}{0,10}(?!\\p{L})`, 'gu')
/** The words right before it, with nothing but blanks between. */
const WORDS_BEFORE = /(?:[\p{L}-]+\s+){1,8}$/u
const LONGEST_LEAD = 160
const CAPITAL = /^\p{Lu}/u
const IN_A_PLACE = /(?:[дт][ае]ғы|[дт][ае]гі|нд[ае]ғы|нд[ае]гі)$/u
const CASE_ENDING = /(?:ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|мен|бен|пен|ып|іп)$/u
/** Words that open sentences. */
const OPENING = new Set(
  'Ал Бұл Осы Сол Ол Олар Біз Сіз Мен Біздің Оның Олардың Енді Биыл Былтыр Бүгін Кеше Қазір Бірақ Сонымен Барлық Әр Ректор Профессор Директор Министр Президент Декан'.split(
    ' ',
  ),
)
const NAMED_AFTER = 'атындағы'
const MOST_SMALL_WORDS = 4

/**
 * Kazakh names of organisations: from a capitalised word to a noun with possessive ending, without its case ending.
 *
 * @example 'Көл экологиясы институтының директоры' // gives 'Көл экологиясы институты'
 */
export const findKazakhNames: NameRule = (text) =>
  [...text.matchAll(NOUN)].flatMap(({ 0: last, index }): readonly FoundName[] => {
    const lead = WORDS_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_LEAD), index))?.[0] ?? ''
    const noun = KAZAKH_NOUNS.find(([stem]) => last.startsWith(stem))
    // Without possessive ending it is a phrase, not a name.
    if (noun === undefined || !last.startsWith(noun[1].slice(0, noun[0].length + 1))) return []
    const before = nameBefore(lead.trim().split(/\s+/u))
    if (before.length === 0) return []
    const capitals = before.filter((word) => CAPITAL.test(word)).length
    const score = capitals === before.length ? 0.7 : 0.6
    const name = trimName([...before, noun[1]].join(' '))
    return [{ name, found: [...before, last].join(' '), kind: 'partner', how: 'organisation', score }]
  })

/** The words before the noun that belong to the name: small ones back to a capital one, and the capitals before that. */
function nameBefore(words: readonly string[]): readonly string[] {
  let start = words.length
  while (start > 0 && !CAPITAL.test(words[start - 1] ?? '')) start -= 1
  if (start === 0 || words.length - start > MOST_SMALL_WORDS) return []
  start -= 1
  while (start > 0 && (CAPITAL.test(words[start - 1] ?? '') || words[start - 1] === NAMED_AFTER)) start -= 1
  while (start < words.length - 1 && isOutside(words[start] ?? '') && words.slice(start + 1).some(isCapital)) start += 1
  return words.slice(start)
}

const isCapital = (word: string): boolean => CAPITAL.test(word)

/** "Түркиядағы" tells where; a word with a case ending opens a sentence rather than a name. */
function isOutside(word: string): boolean {
  return !CAPITAL.test(word) || OPENING.has(word) || IN_A_PLACE.test(word) || CASE_ENDING.test(word)
}
