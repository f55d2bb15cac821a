import type { RequestInput } from '../../../core/contract/archive-api.ts'
import { isPartialDay, type PartialDay } from '../../../core/model/calendar-day.ts'
import { LANGUAGES, type Language, type Names } from '../../../core/model/language.ts'
import { TAG_PALETTE, type Tag, type TagId } from '../../../core/model/tag.ts'

/** The fields of a tag as they are typed. */
export interface TagDraft {
  readonly names: Readonly<Record<Language, string>>
  /** One on each line. */
  readonly aliases: string
  readonly color: string
  readonly from: string
  readonly to: string
  readonly web: string
  readonly country: string
  readonly note: string
  readonly parent: TagId | ''
}

/** A tag laid out for editing; without one, the fields of a new tag. */
export function draftOf(tag: Tag | null): TagDraft {
  return {
    names: { en: tag?.names.en ?? '', ru: tag?.names.ru ?? '', kk: tag?.names.kk ?? '' },
    aliases: tag?.aliases.join('\n') ?? '',
    color: tag?.color ?? TAG_PALETTE[0],
    from: tag?.from ?? '',
    to: tag?.to ?? '',
    web: tag?.web ?? '',
    country: tag?.country ?? '',
    note: tag?.note ?? '',
    parent: tag?.parent ?? '',
  }
}

/** The names that were typed; a language left empty has none. */
export function namesOf(names: TagDraft['names']): Names {
  const typed = LANGUAGES.map((language) => [language, names[language].trim()] as const)
  return Object.fromEntries<string>(typed.filter(([, name]) => name !== ''))
}

/** The other names, without empty lines. */
export function aliasesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The date that was typed, `''` for none, or null for what is no date. */
export function dayOf(text: string): PartialDay | '' | null {
  const day = text.trim()
  if (day === '') return ''
  return isPartialDay(day) ? day : null
}

/** Whether the text is a country's code of two letters, or empty. */
export function isCountry(text: string): boolean {
  return /^(?:[a-z]{2})?$/iu.test(text.trim())
}

/** What a request about a tag takes of the draft, or null while a field is wrong. */
export function fieldsOf(draft: TagDraft): Omit<RequestInput<'tags.update'>, 'id'> | null {
  const [from, to] = [dayOf(draft.from), dayOf(draft.to)]
  const names = namesOf(draft.names)
  if (from === null || to === null || Object.keys(names).length === 0 || !isCountry(draft.country)) return null
  const { color, parent } = draft
  return {
    ...{ names, from, to, color, parent },
    aliases: [...aliasesOf(draft.aliases)],
    web: draft.web.trim(),
    country: draft.country.trim().toUpperCase(),
    note: draft.note.trim(),
  }
}
