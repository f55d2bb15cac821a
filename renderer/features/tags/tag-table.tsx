import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, type KeyboardEvent } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { formatMonth, formatNumber } from '../../../core/model/locale.ts'
import { isTagId, tagName, type TagId } from '../../../core/model/tag.ts'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { TagTrend } from './tag-trend.tsx'
import styles from './tag-table.module.css'

const ROW_HEIGHT = 44

interface TagTableProps {
  readonly tags: readonly TagUsage[]
  readonly chosen: TagId | null
  readonly onChoose: (id: TagId) => void
}

/** Tags in rows; only those in sight are in the page, so thousands stay fluid. */
export function TagTable({ tags, chosen, onChoose }: TagTableProps) {
  const translate = useTranslate()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: tags.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const trendOf = useTrends(
    tags,
    rows.getVirtualItems().map(({ index }) => index),
  )
  const place = tags.findIndex(({ id }) => id === chosen)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(tags.length - 1, place + step))
    const tag = tags[next]
    if (tag === undefined) return
    rows.scrollToIndex(next)
    onChoose(tag.id)
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="listbox"
      tabIndex={0}
      aria-label={translate('tags.title')}
      aria-activedescendant={place < 0 ? undefined : `tag-row-${tags[place]?.id ?? ''}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const tag = tags[index]
          return tag === undefined ? null : (
            <div
              key={tag.id}
              id={`tag-row-${tag.id}`}
              className={styles.row}
              role="option"
              aria-selected={tag.id === chosen}
              aria-setsize={tags.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(tag.id)}
            >
              <TagFacts tag={tag} trend={trendOf(tag.id)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Rows are asked for in stretches, so that scrolling does not ask for every row. */
const STRETCH = 50

/** How the articles of the tags in sight lie in time. */
function useTrends(tags: readonly TagUsage[], shown: readonly number[]): (tag: TagId) => readonly number[] | undefined {
  const first = Math.floor((shown[0] ?? 0) / STRETCH) * STRETCH
  const last = Math.ceil(((shown.at(-1) ?? 0) + 1) / STRETCH) * STRETCH
  const ids = useDeferredValue(
    tags
      .slice(first, last)
      .map(({ id }) => id)
      .join(' '),
  )
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
