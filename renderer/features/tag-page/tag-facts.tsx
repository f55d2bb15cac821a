import type { TagUsage } from '../../../core/contract/results.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay, formatNumber } from '../../../core/model/locale.ts'
import type { TagPage } from '../../../core/model/tag-page.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { useTranslate } from '../../i18n.tsx'
import { dayOfArticle } from './day-text.ts'
import styles from './tag-page-screen.module.css'

interface TagFactsProps {
  readonly tag: TagUsage
  readonly data: TagPage
}

/** The figures of a tag, and what the office wrote about it. */
export function TagFacts({ tag, data }: TagFactsProps) {
  const translate = useTranslate()
  const number = (value: number): string => formatNumber(value, translate.language)
  const kindCount = (kind: 'own' | 'coverage'): string =>
    number(data.kinds.find(({ value }) => value === kind)?.count ?? 0)
  const facts: readonly (readonly [string, string])[] = [
    [translate('tagPage.articles'), number(data.total)],
    [translate('tagPage.own'), kindCount('own')],
    [translate('tagPage.coverage'), kindCount('coverage')],
    [translate('tagPage.first'), dayOfArticle(data.first, translate)],
    [translate('tagPage.last'), dayOfArticle(data.last, translate)],
    [
      translate('tagPage.languages'),
      data.languages
        .filter(({ count }) => count > 0)
        .map(({ value, count }) => `${translate(`shell.languages.${value}`)} ${number(count)}`)
        .join(', '),
    ],
    [
      translate('tagPage.outlets'),
      data.outlets
        .slice(0, 5)
        .map(({ value, count }) => `${value || translate('library.untitledOutlet')} ${number(count)}`)
        .join(', '),
    ],
    [translate('tagPage.country'), tag.country ?? ''],
    [translate('tagPage.active'), activeText(tag, translate)],
    [translate('tags.note'), tag.note ?? ''],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function activeText({ from, to }: TagUsage, { language }: Translate): string {
  if (from === undefined && to === undefined) return ''
  const dayIn = (day = ''): string => (isPartialDay(day) ? formatDay(day, language) : day)
  return `${dayIn(from)} – ${dayIn(to)}`
}
