import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useLayoutEffect, useRef, useState, type MouseEvent } from 'react'
import { isArticleId, type ArticleId } from '../../../core/model/article-id.ts'
import { classNames } from '../../components/class-names.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { PAGE_SIZE, useSearchList, type SearchList } from '../../data/use-search.ts'
import { useSettings } from '../../data/use-settings.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { clearSelection, selectArticles, toggleSelected, useSelectionStore } from '../../state/selection-store.ts'
import { focusPane } from '../shell/panes.ts'
import { ArticleRow } from './article-row.tsx'
import styles from './article-list.module.css'
import { ListEmpty } from './list-empty.tsx'
import type { MenuPlace } from './list-context-menu.tsx'
import { startDragging } from './dragged-articles.ts'
import { ListHead } from './list-head.tsx'
import { MonthBar } from './month-bar.tsx'
import { ROW_HEIGHT, SNIPPET_HEIGHT } from './row-height.ts'
import { useListKeys } from './use-list-keys.ts'

const ListContextMenu = lazy(async () => ({ default: (await import('./list-context-menu.tsx')).ListContextMenu }))

const OVERSCAN = 6
const rowId = (row: number): string => `row-${String(row)}`

/** Count, filters, order and the virtual list of what was found. */
export function ArticleList() {
  const [shown, setShown] = useState({ from: 0, to: PAGE_SIZE - 1 })
  const list = useSearchList(shown.from, shown.to)
  return (
    <section className={styles.pane} aria-labelledby="list-title" data-pane="list">
      <ListHead list={list} />
      {list.error === null ? null : <ErrorPanel error={list.error} onRetry={list.retry} />}
      {list.total === 0 && list.error === null && !list.isFirstLoad ? (
        <ListEmpty />
      ) : (
        <Rows list={list} onShow={setShown} />
      )}
    </section>
  )
}

interface RowsProps {
  readonly list: SearchList
  readonly onShow: (rows: { readonly from: number; readonly to: number }) => void
}

/** Row that the cursor is on: the article in the reader decides where it is known, so that the cursor stays on it. */
function useActiveRow(list: SearchList): readonly [number, (row: number) => void] {
  const { article } = useRoute()
  const [active, setActive] = useState(0)
  const bounded = Math.max(0, Math.min(active, list.total - 1))
  if (article !== null && list.hitAt(bounded)?.article.id !== article) {
    const near = [...Array(Math.min(list.total, PAGE_SIZE)).keys()].find(
      (row) => list.hitAt(row)?.article.id === article,
    )
    if (near !== undefined) return [near, setActive]
  }
  return [bounded, setActive]
}

function Rows({ list, onShow }: RowsProps) {
  const translate = useTranslate()
  const { density, singleKeys } = useSettings()
  const { query, article } = useRoute()
  const tags = useTagsById()
  const selected = useSelectionStore((state) => state.ids)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useActiveRow(list)
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null)
  const withSnippet = query.trim() !== '' && density !== 'line'
  const height = ROW_HEIGHT[density] + (withSnippet ? SNIPPET_HEIGHT : 0)
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    // The row named by aria-activedescendant must stay in the document.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(count - 1, endIndex + overscan)
      const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place)
      if (active < from) return [active, ...rows]
      return active > to && active < count ? [...rows, active] : rows
    },
  })
  useLayoutEffect(() => virtualizer.measure(), [height, virtualizer])
  const items = virtualizer.getVirtualItems()
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useLayoutEffect(() => onShow({ from: startIndex, to: endIndex + OVERSCAN }), [startIndex, endIndex, onShow])

  const idAt = (row: number): ArticleId | undefined => list.hitAt(row)?.article.id
  const moveTo = (row: number): void => {
    setActive(row)
    virtualizer.scrollToIndex(row)
    const id = idAt(row)
    if (id !== undefined && !isOnePane()) navigate({ article: id }, { replace: true })
  }
  const open = (row: number): void => {
    const id = idAt(row)
    if (id === undefined) return
    setActive(row)
    navigate({ article: id })
    requestAnimationFrame(() => focusPane('reader'))
  }
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault()
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
    const cursor = row ?? document.getElementById(rowId(active))
    takeTarget(cursor?.dataset.article)
    setMenuAt(row === null && cursor !== null ? cornerOf(cursor) : { x: event.clientX, y: event.clientY })
  }
  const onKeyDown = useListKeys({
    active,
    total: list.total,
    pageRows: Math.max(1, endIndex - startIndex - 1),
    singleKeys,
    idAt,
    moveTo,
    open,
  })
  const onClick = (event: MouseEvent, row: number): void => {
    const id = idAt(row)
    if (id === undefined) return
    if (event.ctrlKey || event.metaKey) toggleSelected(id, row)
    else if (event.shiftKey) selectArticles(idsBetween(idAt, active, row), active)
    else {
      setActive(row)
      navigate({ article: id })
    }
  }
  return (
    <>
      <MonthBar hit={list.hitAt(startIndex)} />
      <div
        ref={scroller}
        className={classNames(styles.rows, list.isStale && styles.stale)}
        aria-busy={list.isStale}
        role="listbox"
        tabIndex={0}
        data-pane-focus
        aria-label={translate('library.list')}
        aria-multiselectable
        aria-activedescendant={list.total > 0 ? rowId(active) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
      >
        <div role="presentation" className={styles.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const hit = list.hitAt(index)
            const isMarked = hit != null && selected.has(hit.article.id)
            return (
              <div
                key={index}
                id={rowId(index)}
                role="option"
                aria-selected={selected.size > 0 ? isMarked : hit?.article.id === article}
                aria-setsize={list.total}
                aria-posinset={index + 1}
                data-article={hit?.article.id}
                draggable={hit != null}
                onDragStart={(event) => (hit ? startDragging(event, hit.article.id) : undefined)}
                className={classNames(
                  styles.row,
                  index === active && styles.active,
                  hit?.article.id === article && styles.open,
                  isMarked && styles.marked,
                )}
                style={{ height, transform: `translateY(${String(start)}px)` }}
                onClick={(event) => onClick(event, index)}
                onDoubleClick={() => open(index)}
              >
                {hit === undefined ? <span className={styles.skeleton} /> : null}
                {hit === null ? <span className={styles.failed}>{translate('library.rowFailed')}</span> : null}
                {hit ? <ArticleRow hit={hit} tags={tags} withSnippet={withSnippet} /> : null}
              </div>
            )
          })}
        </div>
      </div>
      {menuAt === null ? null : (
        <Suspense fallback={null}>
          <ListContextMenu at={menuAt} onClose={() => setMenuAt(null)} />
        </Suspense>
      )}
    </>
  )
}

function idsBetween(idAt: (row: number) => ArticleId | undefined, one: number, other: number): readonly ArticleId[] {
  const [from, to] = one < other ? [one, other] : [other, one]
  return Array.from({ length: to - from + 1 }, (_, place) => idAt(from + place)).filter((id) => id !== undefined)
}

/** The menu key has no pointer: the menu opens at the row that has the cursor. */
function cornerOf(row: HTMLElement): MenuPlace {
  const box = row.getBoundingClientRect()
  return { x: box.left + 24, y: box.bottom - 8 }
}

/** The row under the pointer becomes what the menu is about, unless it is one of the marked ones. */
function takeTarget(id: string | undefined): void {
  if (id === undefined || !isArticleId(id) || useSelectionStore.getState().ids.has(id)) return
  clearSelection()
  navigate({ article: id }, { replace: true })
}

/** Narrow windows show list or reader: there, moving the cursor must not leave the list. */
function isOnePane(): boolean {
  return window.matchMedia('(max-width: 899px)').matches
}
