import { formatNumber } from '../../../core/model/locale.ts'
import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { useTranslate } from '../../i18n.tsx'
import { laneLabel } from './lane-label.ts'
import styles from './timeline-table.module.css'
import { unitLabel } from './units.ts'
import { useTimelineView } from './use-timeline.ts'

/** Lanes beside each other in the table; a screen reader reads all of the rest one by one in the chart. */
const MOST_COLUMNS = 40

/** The numbers of the chart as a table: a row for each unit with articles, a column for each lane. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const translate = useTranslate()
  const { lanes: field } = useTimelineView()
  const { grain, buckets } = timeline
  const lanes = timeline.lanes.slice(0, MOST_COLUMNS)
  const laneCounts = lanes.map((lane) => new Map(lane.buckets.map(({ start, count }) => [start, count])))
  const number = (value: number): string => formatNumber(value, translate.language)
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={translate('timeline.detail')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate('timeline.period')}</th>
            <th scope="col">{translate('timeline.articles')}</th>
            {lanes.map((lane) => (
              <th key={lane.id} scope="col">
                {field === null ? lane.label : laneLabel(lane, field, translate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ start, count }) => (
            <tr key={start}>
              <th scope="row">{unitLabel(unitOfDay(dayNumber(start), grain), grain, translate)}</th>
              <td>{number(count)}</td>
              {laneCounts.map((counts, place) => (
                <td key={lanes[place]?.id}>{number(counts.get(start) ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
