import { fieldBit, type SearchField } from '../fields.ts'

/** What a user may write before a colon, in any of the three languages, with the field it means. */
const FIELD_WORDS: ReadonlyMap<string, SearchField> = new Map<string, SearchField>([
  ['title', 'title'],
  ['headline', 'title'],
  ['заголовок', 'title'],
  ['тақырып', 'title'],
  ['text', 'text'],
  ['body', 'text'],
  ['текст', 'text'],
  ['мәтін', 'text'],
  ['tag', 'tag'],
  ['tags', 'tag'],
  ['метка', 'tag'],
  ['тег', 'tag'],
  ['outlet', 'outlet'],
  ['издание', 'outlet'],
  ['басылым', 'outlet'],
  ['author', 'author'],
  ['автор', 'author'],
])

export type FilterField = 'from' | 'to' | 'language' | 'kind'

const FILTER_WORDS: ReadonlyMap<string, FilterField> = new Map<string, FilterField>([
  ['from', 'from'],
  ['since', 'from'],
  ['to', 'to'],
  ['until', 'to'],
  ['lang', 'language'],
  ['language', 'language'],
  ['kind', 'kind'],
])

/** The field of the index that a word before a colon names, or undefined. */
export function searchFieldOf(word: string): SearchField | undefined {
  return FIELD_WORDS.get(word.toLowerCase())
}

/** The mask of the field that a word before a colon names, or undefined. */
export function fieldMaskOfWord(word: string): number | undefined {
  const field = searchFieldOf(word)
  return field === undefined ? undefined : fieldBit(field)
}

/** The filter that a word before a colon names, or undefined. */
export function filterFieldOf(word: string): FilterField | undefined {
  return FILTER_WORDS.get(word.toLowerCase())
}
