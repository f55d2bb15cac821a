import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { formatMonth, formatNumber } from '../../../core/model/locale.ts'
import { tagName, type TagId } from '../../../core/model/tag.ts'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
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
              <TagFacts tag={tag} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function TagFacts({ tag }: { readonly tag: TagUsage }) {
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
