import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './row-list.module.css'

interface RowListProps<Row extends { readonly id: string }> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly chosen: Row['id'] | null
  readonly onChoose: (id: Row['id']) => void
  /** In pixels, the same for every row. */
  readonly rowHeight: number
  /** Told the places of the first and last row in sight, or a little beyond, whenever they change. */
  readonly onSight?: (first: number, last: number) => void
  /** How the facts of a row stand beside each other. */
  readonly rowClass: string | undefined
  readonly children: (row: Row) => ReactNode
}

/**
 * Rows one of which is chosen, by pointer or arrow keys; what is chosen shows beside the list. Only the rows in sight are
 * in the page, so that thousands stay fluid.
 */
export function RowList<Row extends { readonly id: string }>(props: RowListProps<Row>) {
  const { label, rows, chosen, onChoose, rowHeight, onSight, rowClass, children } = props
  const list = useId()
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onSight?.(first, last), [onSight, first, last])
  const place = rows.findIndex(({ id }) => id === chosen)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(rows.length - 1, place + step))
    const row = rows[next]
    if (row === undefined) return
    virtual.scrollToIndex(next)
    onChoose(row.id)
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={place < 0 ? undefined : `${list}-${place}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={row.id}
              id={`${list}-${index}`}
              className={classNames(styles.row, rowClass)}
              role="option"
              aria-selected={row.id === chosen}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => onChoose(row.id)}
            >
              {children(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
