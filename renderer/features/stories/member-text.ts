import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** Outlet and date of an article, in words. */
export function placeText({ outlet, published }: ArticleSummary, translate: Translate): string {
  return [
    outlet || translate('library.untitledOutlet'),
    published === null ? translate('library.noDate') : formatDay(published, translate.language),
  ].join(' · ')
}

/** The language attribute of an article's text. */
export function langOf({ language }: ArticleSummary): string | undefined {
  return language === 'other' ? undefined : language
}
