import { ARTICLE_KINDS, type ArticleKind } from '../../model/article.ts'
import { firstDayOf, isPartialDay, lastDayOf } from '../../model/calendar-day.ts'
import { ARTICLE_LANGUAGES, type ArticleLanguage } from '../../model/language.ts'
import type { FilterField } from './field-names.ts'
import type { TypedFilter } from './parsed-query.ts'

export const NO_TYPED_FILTER: TypedFilter = { from: null, to: null, languages: null, kinds: null }

/** Adds one filter as typed, beside those before it; null if its value makes no sense there. */
export function addTypedFilter(
  filter: TypedFilter,
  field: FilterField,
  value: string,
  prohibited: boolean,
): TypedFilter | null {
  switch (field) {
    case 'from':
      return isPartialDay(value) && !prohibited ? { ...filter, from: later(filter.from, firstDayOf(value)) } : null
    case 'to':
      return isPartialDay(value) && !prohibited ? { ...filter, to: earlier(filter.to, lastDayOf(value)) } : null
    case 'language': {
      const chosen = choose<ArticleLanguage>(ARTICLE_LANGUAGES, filter.languages, value, prohibited)
      return chosen === null ? null : { ...filter, languages: chosen }
    }
    case 'kind': {
      const chosen = choose<ArticleKind>(ARTICLE_KINDS, filter.kinds, value, prohibited)
      return chosen === null ? null : { ...filter, kinds: chosen }
    }
  }
}

/** Values typed one after the other are alternatives; a prohibited one is taken away. */
function choose<Value extends string>(
  all: readonly Value[],
  before: readonly Value[] | null,
  value: string,
  prohibited: boolean,
): readonly Value[] | null {
  const wanted = value.toLowerCase()
  const known = all.find((candidate) => candidate === wanted)
  if (known === undefined) return null
  if (prohibited) return (before ?? all).filter((candidate) => candidate !== known)
  return [...new Set([...(before ?? []), known])]
}

/** The later of two days, if there is one already. */
export function later(left: string | null, right: string | null): string | null {
  return left === null || (right !== null && right > left) ? right : left
}

/** The earlier of two days, if there is one already. */
export function earlier(left: string | null, right: string | null): string | null {
  return left === null || (right !== null && right < left) ? right : left
}
