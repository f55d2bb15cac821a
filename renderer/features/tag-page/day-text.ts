import type { ArticleSummary } from '../../../core/model/article.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { Silence } from '../../../core/model/moments.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** The date of an article, or empty. */
export function dayOfArticle(article: ArticleSummary | null, { language }: Translate): string {
  return article?.published == null ? '' : formatDay(article.published, language)
}

/** A silent period in words; one that lasts has no end. */
export function silenceText({ from, to, open }: Silence, translate: Translate): string {
  const dayIn = (text: string): string => (isPartialDay(text) ? formatDay(text, translate.language) : text)
  return open
    ? translate('tagPage.gapOpen', { from: dayIn(from) })
    : translate('tagPage.gap', { from: dayIn(from), to: dayIn(to) })
}
