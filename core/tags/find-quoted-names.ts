import { trimName, type FoundName, type NameRule } from './new-name.ts'
import { ENGLISH_NOUNS, INITIATIVE_CUES, KAZAKH_NOUNS, RUSSIAN_NOUNS } from './organisation-nouns.ts'

const QUOTED = /[«“„"]([^«»“”„"\n]{2,100})[»”“"]/gu
const CUE_BEFORE = new RegExp(`(?<!\\p{L})(?:${INITIATIVE_CUES})(?!\\p{L})[^.!?»”]{0,25}$`, 'u')
const CUE_AFTER = new RegExp(`^[\\p{L}]{0,5}[\\s,]*(?:\\p{L}+\\s){0,2}(?:${INITIATIVE_CUES})(?!\\p{L})`, 'u')
const russianStems = RUSSIAN_NOUNS.map(({ stem }) => stem).join('|')
const englishNouns = ENGLISH_NOUNS.toLowerCase()
const kazakhStems = KAZAKH_NOUNS.map(([stem]) => stem).join('|')
const ORGANISATION_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${russianStems}|${kazakhStems}|${englishNouns}|тоо|ао|нао|жшс|ақ|кеақ)\\p{L}*\\s*$`,
  'u',
)
const ORGANISATION_AFTER = new RegExp(
  `^[\\p{L}]{0,5}\\s+(?:\\p{L}+\\s+){0,2}(?:${kazakhStems}|${englishNouns})\\p{L}*`,
  'u',
)
const MOST_WORDS = 9

/** Names in quotation marks. Words beside them tell an initiative from an organisation; speech is left out. */
export const findQuotedNames: NameRule = (text) => {
  const names: FoundName[] = []
  for (const match of text.matchAll(QUOTED)) {
    const [whole, inner = ''] = match
    const name = trimName(inner)
    if (!isName(inner, name)) continue
    const before = text.slice(Math.max(0, match.index - 60), match.index).toLowerCase()
    const after = text.slice(match.index + whole.length, match.index + whole.length + 60).toLowerCase()
    names.push({ name, found: whole, how: 'quoted', ...judge(before, after, name) })
  }
  return names
}

function isName(inner: string, name: string): boolean {
  const words = name.split(' ')
  if (!/^[\p{Lu}\p{N}]/u.test(name) || words.length > MOST_WORDS || name.length < 2) return false
  // A comma may stand inside English quotes, but a sentence may not, and a longer clause before a comma is speech.
  return !/[.!?…]$/u.test(inner.trim()) && !(inner.trim().endsWith(',') && words.length > 7) && !name.includes('?')
}

function judge(before: string, after: string, name: string): Pick<FoundName, 'kind' | 'score'> {
  if (CUE_BEFORE.test(before) || CUE_AFTER.test(after)) return { kind: 'initiative', score: 0.9 }
  if (ORGANISATION_BEFORE.test(before) || ORGANISATION_AFTER.test(after)) return { kind: 'partner', score: 0.9 }
  const words = name.split(' ')
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length / words.length
  return { kind: 'initiative', score: words.length <= 5 ? (capitals > 0.6 ? 0.6 : 0.5) : 0.35 }
}
