import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { formatMonth, formatNumber } from '../../../core/model/locale.ts'
import { isTagId, tagName, type TagId } from '../../../core/model/tag.ts'
import { RowList } from '../../components/row-list.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { TagTrend } from './tag-trend.tsx'
import styles from './tag-table.module.css'

const ROW_HEIGHT = 44
/** Trends are asked for in stretches of so many rows, so that scrolling does not ask for every row. */
const STRETCH = 50

interface TagTableProps {
  readonly tags: readonly TagUsage[]
  readonly chosen: TagId | null
  readonly onChoose: (id: TagId) => void
}

/** Tags in rows, each with its names, its trend and its numbers. */
export function TagTable({ tags, chosen, onChoose }: TagTableProps) {
  const translate = useTranslate()
  const [[first, last], setStretch] = useState<readonly [first: number, last: number]>([0, STRETCH])
  const trendOf = useTrends(tags.slice(first, last))
  const onSight = useCallback((top: number, bottom: number): void => {
    const next = [Math.floor(top / STRETCH) * STRETCH, Math.ceil((bottom + 1) / STRETCH) * STRETCH] as const
    setStretch((known) => (known[0] === next[0] && known[1] === next[1] ? known : next))
  }, [])
  return (
    <RowList
      rowHeight={ROW_HEIGHT}
      onSight={onSight}
      label={translate('tags.title')}
      rows={tags}
      chosen={chosen}
      onChoose={onChoose}
      rowClass={styles.row}
    >
      {(tag) => <TagFacts tag={tag} trend={trendOf(tag.id)} />}
    </RowList>
  )
}

/** How the articles of the tags in sight lie in time. */
function useTrends(tags: readonly TagUsage[]): (tag: TagId) => readonly number[] | undefined {
  const ids = useDeferredValue(tags.map(({ id }) => id).join(' '))
  const argument = useMemo(() => ({ ids: ids.split(' ').filter(isTagId) }), [ids])
  const { data } = useRequest('tags.trends', argument, { enabled: ids !== '', keepPrevious: true })
  const partsOf = useMemo(() => new Map(data?.counts.map(({ tag, parts }) => [tag, parts])), [data])
  return (tag) => partsOf.get(tag)
}

interface TagFactsProps {
  readonly tag: TagUsage
  readonly trend: readonly number[] | undefined
}

function TagFacts({ tag, trend }: TagFactsProps) {
  const { language } = useTranslate()
  const name = tagName(tag, language)
  const others = LANGUAGES.filter((other) => other !== language).flatMap((other) => {
    const text = tag.names[other]
    return text === undefined || text === name ? [] : [{ other, text }]
  })
  return (
    <>
      <TagDot color={tag.color} />
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.others}>
          {others.map(({ other, text }) => (
            <span key={other} lang={other}>
              {text}
            </span>
          ))}
        </span>
      </span>
      <TagTrend parts={trend} color={tag.color} />
      <span className={styles.period}>{periodOf(tag, language)}</span>
      <span className={styles.count}>{formatNumber(tag.count, language)}</span>
    </>
  )
}

function periodOf({ first, last }: TagUsage, language: Parameters<typeof formatMonth>[1]): string {
  if (first === null || last === null) return ''
  const [from, to] = [first, last].map((day) => (day.length === 4 ? day : formatMonth(day, language)))
  return from === to ? (from ?? '') : `${from} – ${to}`
}
