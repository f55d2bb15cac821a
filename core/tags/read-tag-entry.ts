import { isPartialDay } from '../model/calendar-day.ts'
import { LANGUAGES, type Language, type Names } from '../model/language.ts'
import { isTagId, TAG_KINDS, TAG_PALETTE, type Tag, type TagId, type TagKind } from '../model/tag.ts'

/** What is wrong with one entry of `tags.yaml`. Only `not-an-entry`, `bad-id`, `bad-kind` and `no-name` cost the entry. */
export interface EntryFault {
  readonly code:
    'not-an-entry' | 'bad-id' | 'bad-kind' | 'no-name' | 'bad-color' | 'bad-date' | 'bad-country' | 'bad-parent'
  readonly message: string
}

const COLOR_PATTERN = /^#[0-9a-f]{6}$/
const COUNTRY_PATTERN = /^[A-Z]{2}$/

/** Reads one entry, written by hand or by the program, as far as it makes sense. All scalars must be text. */
export function readTagEntry(entry: unknown): { readonly tag: Tag | null; readonly faults: readonly EntryFault[] } {
  if (!isRecord(entry)) return refuse('not-an-entry', 'An entry needs at least "id", "kind" and "names".')
  const id = textOf(entry['id'])
  const kind = textOf(entry['kind'])
  const names = namesOf(entry['names'])
  if (!isTagId(id)) return refuse('bad-id', `The id "${id}" may have only a-z, 0-9 and single hyphens.`)
  if (!isTagKind(kind)) return refuse('bad-kind', `The kind of "${id}" must be initiative, partner or topic.`)
  if (Object.keys(names).length === 0) return refuse('no-name', `The tag "${id}" has no name in en, ru or kk.`)
  const faults: EntryFault[] = []
  const tag: Tag = {
    id,
    kind,
    names,
    aliases: listOf(entry['aliases']),
    color: colorOf(entry['color'], id, faults),
    ...optionalFields(entry, faults),
  }
  return { tag, faults }
}

function refuse(code: EntryFault['code'], message: string): { readonly tag: null; readonly faults: EntryFault[] } {
  return { tag: null, faults: [{ code, message }] }
}

function optionalFields(
  entry: Readonly<Record<string, unknown>>,
  faults: EntryFault[],
): Partial<Pick<Tag, 'from' | 'to' | 'note' | 'web' | 'country' | 'parent'>> {
  const from = dateOf(entry, 'from', faults)
  const to = dateOf(entry, 'to', faults)
  const note = textOf(entry['note'])
  const web = textOf(entry['web'])
  const country = countryOf(entry['country'], faults)
  const parent = parentOf(entry['parent'], faults)
  return {
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(note !== '' && { note }),
    ...(web !== '' && { web }),
    ...(country !== '' && { country }),
    ...(parent !== null && { parent }),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTagKind(text: string): text is TagKind {
  // Widened, so that any text may be looked for.
  return (TAG_KINDS as readonly string[]).includes(text)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}

function listOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(items.map(textOf).filter((text) => text !== ''))]
}

/** Names by language, or one name alone, whose letters then tell the language. */
function namesOf(value: unknown): Names {
  if (typeof value === 'string') {
    const name = textOf(value)
    return name === '' ? {} : { [languageOfName(name)]: name }
  }
  if (!isRecord(value)) return {}
  const pairs = LANGUAGES.map((language) => [language, textOf(value[language])] as const)
  return Object.fromEntries(pairs.filter(([, name]) => name !== ''))
}

function languageOfName(name: string): Language {
  if (/[әғқңөұүһі]/iu.test(name)) return 'kk'
  return /[а-яё]/iu.test(name) ? 'ru' : 'en'
}

function colorOf(value: unknown, id: TagId, faults: EntryFault[]): string {
  const text = textOf(value).toLowerCase()
  if (COLOR_PATTERN.test(text)) return text
  if (text !== '') faults.push({ code: 'bad-color', message: `The colour "${text}" of "${id}" is not #rrggbb.` })
  return colorById(id)
}

/** The colour of a tag for which none was set: always the same one for the same id. */
function colorById(id: TagId): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return TAG_PALETTE[sum % TAG_PALETTE.length] ?? TAG_PALETTE[0]
}

function dateOf(entry: Readonly<Record<string, unknown>>, key: 'from' | 'to', faults: EntryFault[]): string {
  const text = textOf(entry[key])
  if (text === '' || isPartialDay(text)) return text
  faults.push({ code: 'bad-date', message: `"${key}: ${text}" is not a date yyyy-MM-dd, yyyy-MM or yyyy.` })
  return ''
}

function countryOf(value: unknown, faults: EntryFault[]): string {
  const text = textOf(value).toUpperCase()
  if (text === '' || COUNTRY_PATTERN.test(text)) return text
  faults.push({ code: 'bad-country', message: `The country "${text}" is not a code of two letters.` })
  return ''
}

function parentOf(value: unknown, faults: EntryFault[]): TagId | null {
  const text = textOf(value)
  if (text === '') return null
  if (isTagId(text)) return text
  faults.push({ code: 'bad-parent', message: `The parent "${text}" is not the id of a tag.` })
  return null
}
