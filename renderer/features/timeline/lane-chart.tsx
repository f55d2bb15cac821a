import { memo, useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import type { LaneField, Timeline, TimelineLane, TimelineMark, TimelineMarks } from '../../../core/model/timeline.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { Axis } from './density-chart.tsx'
import { filterByLane } from './lane-acts.ts'
import { Lane } from './lane.tsx'
import styles from './lane-chart.module.css'
import type { Shown } from './shown-range.ts'
import type { TimelineView } from './timeline-view.ts'
import { useGestures } from './use-gestures.ts'
import { changeView } from './use-timeline.ts'
import { useWidth } from './use-width.ts'

/** Up to so many articles lanes show numbers that can be read; above, only how high they are. */
const MOST_IN_CLUSTERS = 4_000
const NO_MARKS: readonly TimelineMark[] = []

interface LaneChartProps {
  readonly timeline: Timeline
  readonly marks: TimelineMarks | undefined
  readonly shown: Shown
  readonly view: TimelineView & { readonly lanes: LaneField }
  readonly onMore: () => void
}

/**
 * One row for each lane. Far: cells sized by count; between: clusters with their number; near: titled marks. The number of
 * elements follows the width of the window, never the number of articles.
 */
export const LaneChart = memo(function LaneChart({ timeline, marks, shown, view, onMore }: LaneChartProps) {
  const translate = useTranslate()
  const area = useRef<HTMLUListElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const width = useWidth(ruler)
  const [active, setActive] = useState<string | null>(null)
  const lanes = timeline.lanes
  const byLane = useMemo(() => (marks === undefined ? null : marksByLane(marks.marks)), [marks])
  const isNear = marks !== undefined && marks.marks.length > 0
  const most = useMemo(() => mostOf(lanes), [lanes])
  const distance = isNear ? 'near' : timeline.total <= MOST_IN_CLUSTERS ? 'middle' : 'far'
  const help = translate('timeline.laneHelp')
  const hidden = timeline.laneCount - lanes.length
  const context = useCommandContext()
  const onFilter = useCallback(
    (lane: string) => runAct(() => filterByLane(context.connection, view.lanes, lane), context),
    [context, view.lanes],
  )
  const tabStop = lanes.some(({ id }) => id === active) ? active : (lanes[0]?.id ?? null)
  return (
    <section className={styles.chart} aria-label={translate(`timeline.laneFields.${view.lanes}`)}>
      <div className={styles.title}>
        <h2>{translate(`timeline.laneFields.${view.lanes}`)}</h2>
        {view.hidden.length === 0 ? null : (
          <Button look="quiet" onClick={() => changeView({ hidden: [] })}>
            {translate('timeline.showHidden', { count: view.hidden.length })}
          </Button>
        )}
      </div>
      <div className={styles.head} aria-hidden>
        <div ref={ruler} className={styles.ruler}>
          <Axis range={shown.range} />
          <GestureArea frame={ruler} shown={shown} />
        </div>
      </div>
      <ul ref={area}>
        {lanes.map((lane) => (
          <Lane
            key={lane.id}
            lane={lane}
            marks={distance === 'near' ? (byLane?.get(lane.id) ?? NO_MARKS) : NO_MARKS}
            distance={distance}
            range={shown.range}
            view={view}
            most={most}
            width={width}
            isTabStop={lane.id === tabStop}
            help={help}
            onFocus={setActive}
            onFilter={onFilter}
          />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button look="quiet" onClick={onMore}>
          {translate('timeline.moreLanes', { count: hidden })}
        </Button>
      ) : null}
    </section>
  )
})

/** Zooming and moving along on the scale of the lanes. */
function GestureArea({ frame, shown }: { readonly frame: RefObject<HTMLElement | null>; readonly shown: Shown }) {
  const band = useGestures(frame, shown)
  return band === null ? null : (
    <div className={styles.band} style={{ left: `${band.from * 100}%`, right: `${(1 - band.to) * 100}%` }} />
  )
}

function mostOf(lanes: readonly TimelineLane[]): number {
  let most = 1
  for (const { buckets } of lanes) for (const { count } of buckets) if (count > most) most = count
  return most
}

function marksByLane(marks: readonly TimelineMark[]): ReadonlyMap<string, readonly TimelineMark[]> {
  const byLane = new Map<string, TimelineMark[]>()
  for (const mark of marks) {
    for (const id of mark.lanes) {
      const list = byLane.get(id)
      if (list === undefined) byLane.set(id, [mark])
      else list.push(mark)
    }
  }
  return byLane
}
