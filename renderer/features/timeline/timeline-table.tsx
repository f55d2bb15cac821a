import { ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { laneLabel } from '../../../core/translate/lane-label.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import type { TimelineView } from './timeline-view.ts'
import figures from './figures-table.module.css'
import styles from './timeline-table.module.css'
import { unitLabel } from './units.ts'

/** Cells shown at once; the table goes on page by page, so that the screen stays quick. */
const MOST_CELLS = 2_000

interface TableProps {
  readonly timeline: Timeline
  readonly view: TimelineView
  /** Asks for more lanes. */
  readonly onMore: () => void
}

interface Row {
  readonly name: string
  readonly numbers: readonly number[]
}

/** The numbers of the chart as a table: a row for each unit with articles and for what stands in none, a column for each lane. */
export function TimelineTable({ timeline, view, onMore }: TableProps) {
  const translate = useTranslate()
  const { names, rows } = tableOf(timeline, view, translate)
  const perPage = Math.max(10, Math.floor(MOST_CELLS / (names.length + 1)))
  const pages = Math.max(1, Math.ceil(rows.length / perPage))
  const [wanted, setPage] = useState(0)
  const page = Math.min(wanted, pages - 1)
  const missing = timeline.laneCount - timeline.lanes.length
  const number = (value: number): string => formatNumber(value, translate.language)
  return (
    <>
      <div className={styles.acts}>
        <CopyButton names={names} rows={rows} />
        {missing > 0 ? (
          <Button look="quiet" onClick={onMore}>
            {translate('timeline.moreLanes', { count: missing })}
          </Button>
        ) : null}
        {pages > 1 ? (
          <span className={styles.pages}>
            <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
              {translate('timeline.earlier')}
            </Button>
            <span role="status">{`${number(page + 1)} / ${number(pages)}`}</span>
            <Button disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
              {translate('timeline.later')}
            </Button>
          </span>
        ) : null}
      </div>
      <div
        className={classNames(figures.scroll, styles.scroll)}
        tabIndex={0}
        role="group"
        aria-label={translate('timeline.detail')}
      >
        <table className={classNames(figures.table, styles.table)} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col">{translate('timeline.period')}</th>
              {names.map((name, place) => (
                <th key={place} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * perPage, (page + 1) * perPage).map((row, place) => (
              <tr key={row.name} aria-rowindex={page * perPage + place + 2}>
                <th scope="row">{row.name}</th>
                {row.numbers.map((value, column) => (
                  <td key={column}>{number(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Every column adds up to its total: the units, what is known less exactly, what has no date. */
function tableOf(
  timeline: Timeline,
  { lanes: field }: TimelineView,
  translate: Translate,
): { readonly names: readonly string[]; readonly rows: readonly Row[] } {
  const { grain, buckets, lanes } = timeline
  const columns = [timeline, ...lanes]
  const counts = columns.map((column) => new Map(column.buckets.map(({ start, count }) => [start, count])))
  const remainder = (name: string, of: (column: Pick<Timeline, 'undated' | 'imprecise' | 'total'>) => number): Row => ({
    name,
    numbers: columns.map(of),
  })
  return {
    names: [
      translate('timeline.articles'),
      ...lanes.map((lane) => (field === null ? lane.label : laneLabel(lane, field, translate))),
    ],
    rows: [
      ...buckets.map(({ start }) => ({
        name: unitLabel(unitOfDay(dayNumber(start), grain), grain, translate),
        numbers: counts.map((column) => column.get(start) ?? 0),
      })),
      remainder(translate('timeline.impreciseRow'), ({ imprecise }) => imprecise),
      remainder(translate('timeline.undatedRow'), ({ undated }) => undated),
      remainder(translate('timeline.totalRow'), ({ total }) => total),
    ],
  }
}

/** Copies all pages, parted by tabs as spreadsheet programs take them. */
function CopyButton({ names, rows }: { readonly names: readonly string[]; readonly rows: readonly Row[] }) {
  const context = useCommandContext()
  const { translate } = context
  const copy = async (): Promise<void> => {
    const lines = [[translate('timeline.period'), ...names], ...rows.map(({ name, numbers }) => [name, ...numbers])]
    const plain = (cell: string | number): string => String(cell).replace(/[\t\r\n]+/g, ' ')
    await navigator.clipboard.writeText(lines.map((line) => line.map(plain).join('\t')).join('\n'))
    notify(translate('timeline.tableCopied'))
  }
  return (
    <Button icon={<ClipboardCopy size={15} aria-hidden />} onClick={() => runAct(copy, context)}>
      {translate('timeline.copyTable')}
    </Button>
  )
}
