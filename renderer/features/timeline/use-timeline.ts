import { useDeferredValue, useMemo } from 'react'
import type { Timeline, TimelineMarks } from '../../../core/model/timeline.ts'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { currentRoute, navigate, useRoute } from '../../state/route-store.ts'
import { readView, writeView, type TimelineView } from './timeline-view.ts'

/** The view that the address asks for. */
export function useTimelineView(): TimelineView {
  const { options } = useRoute()
  return useMemo(() => readView(options), [options])
}

/** Changes the view in the address. */
export function changeView(change: Partial<TimelineView>): void {
  navigate({ options: writeView(currentRoute().options, change) })
}

/** Articles that can be drawn one by one. */
export const MOST_MARKS = 400

/** The timeline of query and filter, with so many lanes. */
export function useTimeline(
  view: TimelineView,
  limit: number,
): {
  readonly timeline: Timeline | undefined
  readonly error: Error | null
  readonly isStale: boolean
  readonly retry: () => void
} {
  const { query, filter } = useSearchArgument()
  const route = useRoute()
  // Units and filter change together: one of them alone would ask for numbers that nobody wants.
  const asked = useDeferredValue(view)
  const { grain, lanes, order, pinned, hidden, stack } = asked
  const { data, error, refetch, isPlaceholderData } = useRequest(
    'timeline.read',
    { query, filter, grain, lanes, page: { order, limit, pinned, hidden }, stack },
    { keepPrevious: true },
  )
  const isBehind = asked !== view || route.filter !== filter || route.query !== query
  return { timeline: data, error, isStale: isPlaceholderData || isBehind, retry: () => void refetch() }
}

/** The articles one by one, where they are few. */
export function useMarks({ lanes }: TimelineView): TimelineMarks | undefined {
  const { query, filter } = useSearchArgument()
  const argument = { query, filter, lanes, limit: MOST_MARKS }
  return useRequest('timeline.marks', argument, { keepPrevious: true, enabled: lanes !== null }).data
}
