import type { TagUsage } from '../../../core/contract/results.ts'
import { LANGUAGES, type Language, type Names } from '../../../core/model/language.ts'
import { isPartialDay, type PartialDay } from '../../../core/model/calendar-day.ts'

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
}

/** A tag laid out for editing. */
export function draftOf(tag: TagUsage): TagDraft {
  return {
    names: { en: tag.names.en ?? '', ru: tag.names.ru ?? '', kk: tag.names.kk ?? '' },
    aliases: tag.aliases.join('\n'),
    color: tag.color,
    from: tag.from ?? '',
    to: tag.to ?? '',
    web: tag.web ?? '',
    country: tag.country ?? '',
    note: tag.note ?? '',
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
