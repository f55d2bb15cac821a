import { memo, useCallback, useMemo, useState } from 'react'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { dayText } from '../../../core/model/calendar-units.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LiveText } from '../../components/live-text.tsx'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, useRoute } from '../../state/route-store.ts'
import { DensityStrip } from '../library/density-strip.tsx'
import { Comparison } from './comparison.tsx'
import { DensityChart } from './density-chart.tsx'
import { SettledFilterLine } from './settled-filter-line.tsx'
import { LaneChart } from './lane-chart.tsx'
import { MomentsPanel } from './moments-panel.tsx'
import { Remainder } from './remainder.tsx'
import { shownOf, type Shown } from './shown-range.ts'
import { StackKey } from './stack-key.tsx'
import styles from './timeline-screen.module.css'
import { TimelineTable } from './timeline-table.tsx'
import { Moving, TimelineToolbar, ViewChoices } from './timeline-toolbar.tsx'
import type { TimelineView } from './timeline-view.ts'
import { useMarks, useTimeline, useTimelineView } from './use-timeline.ts'

/** Lanes shown at once; the rest on request. */
const LANES_STEP = 24

/** All years above, the chosen period below: by time, and by lanes. The same numbers stand in a table. */
export function TimelineScreen() {
  const translate = useTranslate()
  const view = useTimelineView()
  const { filter } = useRoute()
  const [limit, setLimit] = useState(LANES_STEP)
  const { timeline, error, isStale, retry } = useTimeline(view, limit)
  const laneCount = timeline?.laneCount ?? 0
  const showMore = useCallback(
    () => setLimit((before) => before + (view.mode === 'table' ? laneCount : LANES_STEP)),
    [view.mode, laneCount],
  )
  const { from, to } = filter
  const shown = useMemo(() => (timeline === undefined ? null : shownOf(timeline, { from, to })), [timeline, from, to])
  return (
    <section
      className={styles.screen}
      aria-labelledby="timeline-title"
      aria-busy={isStale}
      data-pane="list"
      tabIndex={-1}
    >
      <header className={styles.head}>
        <h1 id="timeline-title">{translate('timeline.title')}</h1>
        <p className={styles.count}>
          {timeline === undefined ? '' : translate('library.articles', { count: timeline.total })}
        </p>
        <TimelineToolbar view={view} />
      </header>
      <Announcement timeline={isStale ? undefined : timeline} shown={shown} />
      <div className={styles.filters}>
        <SettledFilterLine />
      </div>
      <div className={styles.overview}>
        <Overview />
      </div>
      <div className={styles.line}>
        {shown === null ? null : <Moving shown={shown} />}
        <ViewChoices view={view} />
      </div>
      {error === null ? null : <ErrorPanel error={error} onRetry={retry} />}
      {timeline === undefined ? null : (
        <Detail timeline={timeline} shown={shown} view={view} isStale={isStale} onMore={showMore} />
      )}
    </section>
  )
}

/** It asks for its own numbers: the rest of the screen need not draw it again. */
const Overview = memo(DensityStrip)

/** Says what is shown after every step, for those who do not see it. */
function Announcement({ timeline, shown }: { readonly timeline: Timeline | undefined; readonly shown: Shown | null }) {
  const translate = useTranslate()
  if (timeline === undefined) return null
  const count = translate('library.articles', { count: timeline.total })
  if (shown === null) return <LiveText text={count} />
  const [from, to] = [dayText(shown.period.from), dayText(shown.period.to)].map((day) =>
    isPartialDay(day) ? formatDay(day, translate.language) : day,
  )
  return <LiveText text={`${from ?? ''} – ${to ?? ''}: ${count}`} />
}

interface DetailProps {
  readonly timeline: Timeline
  readonly shown: Shown | null
  readonly view: TimelineView
  readonly isStale: boolean
  readonly onMore: () => void
}

const Detail = memo(function Detail({ timeline, shown, view, isStale, onMore }: DetailProps) {
  if (view.mode === 'moments') return <MomentsPanel view={view} timeline={timeline} />
  if (view.mode === 'compare') return <Comparison view={view} />
  if (shown === null || (timeline.span === null && timeline.outside.dated === 0)) {
    return (
      <>
        <Remainder timeline={timeline} />
        <NothingToShow />
      </>
    )
  }
  return (
    <>
      <Remainder timeline={timeline} />
      {view.mode === 'table' ? (
        <TimelineTable timeline={timeline} view={view} onMore={onMore} />
      ) : (
        <Drawing timeline={timeline} shown={shown} view={view} isStale={isStale} onMore={onMore} />
      )}
    </>
  )
})

function Drawing({ timeline, shown, view, isStale, onMore }: DetailProps & { readonly shown: Shown }) {
  const marks = useMarks(view)
  const laneView = useMemo(() => (view.lanes === null ? null : { ...view, lanes: view.lanes }), [view])
  return (
    <>
      <DensityChart timeline={timeline} shown={shown} logScale={view.logScale} isStale={isStale} />
      {timeline.stack === null || view.stack === null ? null : <StackKey stack={timeline.stack} field={view.stack} />}
      {laneView === null ? null : (
        <LaneChart timeline={timeline} marks={marks} shown={shown} view={laneView} onMore={onMore} />
      )}
    </>
  )
}

function NothingToShow() {
  const translate = useTranslate()
  const { filter } = useRoute()
  const hasPeriod = filter.from !== null || filter.to !== null
  return (
    <EmptyState
      title={translate('timeline.emptyTitle')}
      actions={
        hasPeriod ? (
          <Button onClick={() => changeFilter({ from: null, to: null })}>{translate('timeline.wholeTime')}</Button>
        ) : undefined
      }
    >
      {translate('timeline.emptyBody')}
    </EmptyState>
  )
}
