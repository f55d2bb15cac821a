import { BookOpen, ChevronLeft, ChevronRight, Library, ListTree, Scale, Table2, ZoomIn, ZoomOut } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { GRAINS, LANE_FIELDS, LANE_ORDERS, STACK_FIELDS } from '../../../core/model/timeline.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { changeFilter, navigate, useRoute } from '../../state/route-store.ts'
import { showPeriod } from './open-unit.ts'
import { panned, zoomed } from './periods.ts'
import { SaveMenu } from './save-menu.tsx'
import type { Shown } from './shown-range.ts'
import styles from './timeline-screen.module.css'
import type { TimelineMode, TimelineView } from './timeline-view.ts'
import { changeView } from './use-timeline.ts'

interface ToolbarProps {
  readonly view: TimelineView
}

/** What is shown, and what can be made of it. */
export const TimelineToolbar = memo(function TimelineToolbar({ view }: ToolbarProps) {
  const translate = useTranslate()
  return (
    <div className={styles.tools}>
      <ModeButton view={view} mode="table" icon={<Table2 size={15} aria-hidden />} label="timeline.asTable" />
      <ModeButton view={view} mode="moments" icon={<ListTree size={15} aria-hidden />} label="timeline.moments" />
      <ModeButton view={view} mode="compare" icon={<Scale size={15} aria-hidden />} label="timeline.compare" />
      <Button icon={<Library size={15} aria-hidden />} onClick={() => navigate({ screen: 'library' })}>
        {translate('timeline.openInLibrary')}
      </Button>
      <Button
        icon={<BookOpen size={15} aria-hidden />}
        onClick={() => openDialog({ name: 'export', ids: [], preset: { kind: 'book' } })}
      >
        {translate('timeline.pressBook')}
      </Button>
      <SaveMenu view={view} />
    </div>
  )
})

interface ModeButtonProps extends ToolbarProps {
  readonly mode: TimelineMode
  readonly icon: ReactNode
  readonly label: 'timeline.asTable' | 'timeline.moments' | 'timeline.compare'
}

function ModeButton({ view, mode, icon, label }: ModeButtonProps) {
  const translate = useTranslate()
  return (
    <Button
      icon={icon}
      aria-pressed={view.mode === mode}
      onClick={() => changeView({ mode: view.mode === mode ? 'chart' : mode })}
    >
      {translate(label)}
    </Button>
  )
}

/** How it is drawn: units, divided bars, scale, lanes and their order. */
export const ViewChoices = memo(function ViewChoices({ view }: ToolbarProps) {
  const translate = useTranslate()
  const isChart = view.mode === 'chart'
  const hasLanes = isChart || view.mode === 'table'
  return (
    <div className={styles.choices}>
      <Choice
        label={translate('timeline.grain')}
        value={view.grain}
        choices={(['auto', ...GRAINS] as const).map((value) => ({
          value,
          label: translate(`timeline.grains.${value}`),
        }))}
        onChange={(grain) => changeView({ grain })}
      />
      {isChart ? (
        <Choice
          label={translate('timeline.stack')}
          value={view.stack ?? 'none'}
          choices={(['none', ...STACK_FIELDS] as const).map((value) => ({
            value,
            label: translate(`timeline.stackFields.${value}`),
          }))}
          onChange={(stack) => changeView({ stack: stack === 'none' ? null : stack })}
        />
      ) : null}
      {hasLanes ? (
        <Choice
          label={translate('timeline.lanes')}
          value={view.lanes ?? 'none'}
          choices={(['none', ...LANE_FIELDS] as const).map((value) => ({
            value,
            label: translate(`timeline.laneFields.${value}`),
          }))}
          onChange={(lanes) => changeView({ lanes: lanes === 'none' ? null : lanes })}
        />
      ) : null}
      {hasLanes && view.lanes !== null ? (
        <Choice
          label={translate('timeline.laneOrder')}
          value={view.order}
          choices={LANE_ORDERS.map((value) => ({ value, label: translate(`timeline.laneOrders.${value}`) }))}
          onChange={(order) => changeView({ order })}
        />
      ) : null}
      {isChart ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={view.logScale}
            onChange={(event) => changeView({ logScale: event.target.checked })}
          />
          {translate('timeline.logScale')}
        </label>
      ) : null}
    </div>
  )
})

const ZOOM_STEP = 2
const PAN_STEP = 0.5

/** Moving about for those who use neither keys nor wheel. */
export const Moving = memo(function Moving({ shown }: { readonly shown: Shown }) {
  const translate = useTranslate()
  const { filter } = useRoute()
  const { period, bounds } = shown
  const zoom = (factor: number): void => showPeriod(zoomed(period, factor, 0.5, bounds), bounds)
  const pan = (share: number): void => showPeriod(panned(period, share, bounds), bounds)
  const hasPeriod = filter.from !== null || filter.to !== null
  return (
    <div className={styles.moving}>
      <IconButton label={translate('timeline.zoomIn')} onClick={() => zoom(1 / ZOOM_STEP)}>
        <ZoomIn size={15} aria-hidden />
      </IconButton>
      <IconButton label={translate('timeline.zoomOut')} disabled={!hasPeriod} onClick={() => zoom(ZOOM_STEP)}>
        <ZoomOut size={15} aria-hidden />
      </IconButton>
      <IconButton label={translate('timeline.earlier')} disabled={!hasPeriod} onClick={() => pan(-PAN_STEP)}>
        <ChevronLeft size={15} aria-hidden />
      </IconButton>
      <IconButton label={translate('timeline.later')} disabled={!hasPeriod} onClick={() => pan(PAN_STEP)}>
        <ChevronRight size={15} aria-hidden />
      </IconButton>
      {hasPeriod ? (
        <Button look="quiet" onClick={() => changeFilter({ from: null, to: null })}>
          {translate('timeline.wholeTime')}
        </Button>
      ) : null}
    </div>
  )
})
