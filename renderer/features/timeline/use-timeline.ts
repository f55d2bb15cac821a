import { GRAINS, LANE_FIELDS, type Grain, type LaneField, type Timeline } from '../../../core/model/timeline.ts'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { navigate, useRoute, currentRoute } from '../../state/route-store.ts'

/** How the timeline is shown; it stands in the address, so that back and a restart return to it. */
export interface TimelineView {
  readonly grain: Grain | 'auto'
  readonly lanes: LaneField | null
  readonly asTable: boolean
}

/** The view that the address asks for. */
export function useTimelineView(): TimelineView {
  const { options } = useRoute()
  return {
    grain: GRAINS.find((grain) => grain === options['grain']) ?? 'auto',
    lanes:
      options['lanes'] === 'none' ? null : (LANE_FIELDS.find((field) => field === options['lanes']) ?? 'initiative'),
    asTable: options['table'] === '1',
  }
}

/** Changes the view in the address. */
export function changeView(change: Partial<TimelineView>): void {
  const { options } = currentRoute()
  navigate({
    options: {
      ...options,
      ...(change.grain === undefined ? {} : { grain: change.grain }),
      ...(change.lanes === undefined ? {} : { lanes: change.lanes ?? 'none' }),
      ...(change.asTable === undefined ? {} : { table: change.asTable ? '1' : '0' }),
    },
  })
}

/** The timeline of query and filter. */
export function useTimeline({ grain, lanes }: TimelineView): {
  readonly timeline: Timeline | undefined
  readonly error: Error | null
  readonly retry: () => void
} {
  const { query, filter } = useSearchArgument()
  const { data, error, refetch } = useRequest('timeline.read', { query, filter, grain, lanes }, { keepPrevious: true })
  return { timeline: data, error, retry: () => void refetch() }
}
