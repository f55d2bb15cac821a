import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER, type ArticleFilter } from '../../../core/model/article-filter.ts'
import { isPartialDay, lastDayOf, type PartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay, formatMonth, formatYear } from '../../../core/model/locale.ts'
import type { Language } from '../../../core/model/language.ts'
import { tagName, type TagId } from '../../../core/model/tag.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** One condition of a filter, as a chip shows it. */
export interface FilterPart {
  readonly key: string
  readonly label: string
  readonly color: string | null
  /** The filter without this condition. */
  readonly without: ArticleFilter
}

function dayText(day: string, language: Language): string {
  return isPartialDay(day) ? formatDay(day, language) : day
}

/** A period in words: whole years and months are named as such. */
export function periodText(from: string | null, to: string | null, translate: Translate): string {
  const { language } = translate
  if (from === null) return translate('library.periodTo', { to: dayText(to ?? '', language) })
  if (to === null) return translate('library.periodFrom', { from: dayText(from, language) })
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
    return first === last ? formatYear(first, language) : `${first}–${formatYear(last, language)}`
  }
  // The month of an existing day is a partial day.
  if (from.endsWith('-01') && to === lastDayOf(to.slice(0, 7) as PartialDay)) {
    const [first, last] = [formatMonth(from, language), formatMonth(to, language)]
    return first === last ? first : translate('library.period', { from: first, to: last })
  }
  if (from === to) return dayText(from, language)
  return translate('library.period', { from: dayText(from, language), to: dayText(to, language) })
}

/** The conditions of a filter, each with the filter that is left without it. */
export function filterParts(
  filter: ArticleFilter,
  tags: ReadonlyMap<TagId, TagUsage>,
  translate: Translate,
): readonly FilterPart[] {
  const parts: FilterPart[] = []
  const add = (key: string, label: string, change: Partial<ArticleFilter>, color: string | null = null): void => {
    parts.push({ key, label, color, without: { ...filter, ...change } })
  }
  const { from, to } = filter
  if (from !== null || to !== null) {
    add('period', periodText(from, to, translate), { from: NO_FILTER.from, to: NO_FILTER.to })
  }
  if (filter.undated) add('undated', translate('shell.undatedArticles'), { undated: false })
  if (filter.oneStory === true) add('stories', translate('library.oneStory'), { oneStory: false })
  if (filter.doubtful) add('doubtful', translate('shell.reviewQueue'), { doubtful: false })
  if (filter.ids !== null) {
    add('ids', translate('library.articles', { count: filter.ids.length }), { ids: null })
  }
  for (const id of filter.tags) {
    const tag = tags.get(id)
    const label = tag === undefined ? id : tagName(tag, translate.language)
    add(`tag-${id}`, label, { tags: filter.tags.filter((other) => other !== id) }, tag?.color)
  }
  for (const outlet of filter.outlets) {
    const rest = filter.outlets.filter((other) => other !== outlet)
    add(`outlet-${outlet}`, outlet || translate('library.untitledOutlet'), { outlets: rest })
  }
  for (const language of filter.languages) {
    const rest = filter.languages.filter((other) => other !== language)
    add(`language-${language}`, translate(`shell.languages.${language}`), { languages: rest })
  }
  for (const kind of filter.kinds) {
    const rest = filter.kinds.filter((other) => other !== kind)
    add(`kind-${kind}`, translate(`shell.kinds.${kind}`), { kinds: rest })
  }
  return parts
}
