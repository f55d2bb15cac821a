import { CalendarX2, Library, Table2 } from 'lucide-react'
import { GRAINS, LANE_FIELDS, type Timeline } from '../../../core/model/timeline.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, navigate, useRoute } from '../../state/route-store.ts'
import { DensityStrip } from '../library/density-strip.tsx'
import { DensityChart } from './density-chart.tsx'
import { LaneChart } from './lane-chart.tsx'
import { TimelineTable } from './timeline-table.tsx'
import styles from './timeline-screen.module.css'
import { unitsOf, widened } from './units.ts'
import { changeView, useTimeline, useTimelineView, type TimelineView } from './use-timeline.ts'

/** All years above, the chosen period below: by time, and by lanes. The same numbers stand in a table. */
export function TimelineScreen() {
  const translate = useTranslate()
  const view = useTimelineView()
  const { timeline, error, retry } = useTimeline(view)
  return (
    <section className={styles.screen} aria-labelledby="timeline-title" data-pane="list" tabIndex={-1}>
      <header className={styles.head}>
        <h1 id="timeline-title">{translate('timeline.title')}</h1>
        <p className={styles.count} role="status">
          {timeline === undefined ? '' : translate('library.articles', { count: timeline.total })}
        </p>
        <Tools view={view} />
      </header>
      <div className={styles.overview}>
        <DensityStrip />
      </div>
      {error === null ? null : <ErrorPanel error={error} onRetry={retry} />}
      {timeline === undefined ? null : <Detail timeline={timeline} view={view} />}
    </section>
  )
}

function Tools({ view }: { readonly view: TimelineView }) {
  const translate = useTranslate()
  const { filter } = useRoute()
  const fields = ['none', ...LANE_FIELDS] as const
  return (
    <div className={styles.tools}>
      <Choice
        label={translate('timeline.grain')}
        value={view.grain}
        choices={(['auto', ...GRAINS] as const).map((value) => ({
          value,
          label: translate(`timeline.grains.${value}`),
        }))}
        onChange={(grain) => changeView({ grain })}
      />
      <Choice
        label={translate('timeline.lanes')}
        value={view.lanes ?? 'none'}
        choices={fields.map((value) => ({ value, label: translate(`timeline.laneFields.${value}`) }))}
        onChange={(lanes) => changeView({ lanes: lanes === 'none' ? null : lanes })}
      />
      <Button
        icon={<Table2 size={15} aria-hidden />}
        aria-pressed={view.asTable}
        onClick={() => changeView({ asTable: !view.asTable })}
      >
        {translate('timeline.asTable')}
      </Button>
      <Button icon={<Library size={15} aria-hidden />} onClick={() => navigate({ screen: 'library' })}>
        {translate('timeline.openInLibrary')}
      </Button>
      {filter.from === null && filter.to === null ? null : (
        <Button look="quiet" onClick={() => changeFilter({ from: null, to: null })}>
          {translate('timeline.wholeTime')}
        </Button>
      )}
    </div>
  )
}

function Detail({ timeline, view }: { readonly timeline: Timeline; readonly view: TimelineView }) {
  const translate = useTranslate()
  const { filter } = useRoute()
  const { span, grain } = timeline
  if (span === null) {
    return (
      <>
        <Remainder timeline={timeline} />
        <EmptyState title={translate('timeline.emptyTitle')}>{translate('timeline.emptyBody')}</EmptyState>
      </>
    )
  }
  const range = widened(unitsOf({ from: filter.from ?? span.from, to: filter.to ?? span.to }, grain))
  return (
    <>
      <Remainder timeline={timeline} />
      {view.asTable ? (
        <TimelineTable timeline={timeline} />
      ) : (
        <>
          <DensityChart timeline={timeline} range={range} />
          {view.lanes === null ? null : <LaneChart timeline={timeline} range={range} field={view.lanes} />}
        </>
      )}
    </>
  )
}

/** Articles that stand in no bar are counted and named, never dropped. */
function Remainder({ timeline: { undated, imprecise } }: { readonly timeline: Timeline }) {
  const translate = useTranslate()
  if (undated === 0 && imprecise === 0) return null
  return (
    <p className={styles.remainder}>
      <CalendarX2 size={14} aria-hidden />
      {undated === 0 ? null : (
        <button
          type="button"
          onClick={() => {
            changeFilter({ from: null, to: null, undated: true })
            navigate({ screen: 'library' })
          }}
        >
          {translate('timeline.undated', { count: undated })}
        </button>
      )}
      {imprecise === 0 ? null : <span>{translate('timeline.imprecise', { count: imprecise })}</span>}
    </p>
  )
}
