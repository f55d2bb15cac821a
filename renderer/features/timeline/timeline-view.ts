import { isTagId, type TagId } from '../../../core/model/tag.ts'
import {
  GRAINS,
  LANE_FIELDS,
  LANE_ORDERS,
  STACK_FIELDS,
  type Grain,
  type LaneField,
  type LaneOrder,
  type StackField,
} from '../../../core/model/timeline.ts'

/** What the screen shows: the drawing, its numbers, what stands out, or tags side by side. */
export const TIMELINE_MODES = ['chart', 'table', 'moments', 'compare'] as const
export type TimelineMode = (typeof TIMELINE_MODES)[number]

/** How the timeline is shown; it stands in the address, so that back, a link and a restart return to it. */
export interface TimelineView {
  readonly mode: TimelineMode
  readonly grain: Grain | 'auto'
  readonly lanes: LaneField | null
  readonly order: LaneOrder
  readonly pinned: readonly string[]
  readonly hidden: readonly string[]
  readonly stack: StackField | null
  readonly logScale: boolean
  readonly compared: readonly TagId[]
}

/** The words of an address that belong to a screen. */
export type RouteOptions = Readonly<Record<string, string>>

/** Reads the view; whatever is not understood falls back to the usual. */
export function readView(options: RouteOptions): TimelineView {
  const { grain, lanes, order, stack } = options
  return {
    mode: TIMELINE_MODES.find((mode) => mode === options['view']) ?? 'chart',
    grain: GRAINS.find((known) => known === grain) ?? 'auto',
    lanes: lanes === 'none' ? null : (LANE_FIELDS.find((field) => field === lanes) ?? 'initiative'),
    order: LANE_ORDERS.find((known) => known === order) ?? 'count',
    pinned: readList(options['pin']),
    hidden: readList(options['hide']),
    stack: STACK_FIELDS.find((field) => field === stack) ?? null,
    logScale: options['scale'] === 'log',
    compared: readList(options['with']).filter(isTagId).slice(0, MOST_COMPARED),
  }
}

/** More tags side by side could not be told apart. */
export const MOST_COMPARED = 6

/** The address with a changed view. Pinned and hidden lanes belong to their field and go with it. */
export function writeView(options: RouteOptions, change: Partial<TimelineView>): RouteOptions {
  const before = readView(options)
  const otherLanes = change.lanes !== undefined && change.lanes !== before.lanes
  const view = { ...before, ...(otherLanes ? { pinned: [], hidden: [] } : {}), ...change }
  const written: RouteOptions = {
    view: view.mode === 'chart' ? '' : view.mode,
    grain: view.grain === 'auto' ? '' : view.grain,
    lanes: view.lanes ?? 'none',
    order: view.order === 'count' ? '' : view.order,
    pin: writeList(view.pinned),
    hide: writeList(view.hidden),
    stack: view.stack ?? '',
    scale: view.logScale ? 'log' : '',
    with: writeList(view.compared),
  }
  return Object.fromEntries(Object.entries({ ...options, ...written }).filter(([, value]) => value !== ''))
}

/** Names of outlets may hold any character. */
function writeList(values: readonly string[]): string {
  return values.map((value) => encodeURIComponent(value)).join(',')
}

function readList(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return []
  return text.split(',').flatMap((value) => {
    try {
      return [decodeURIComponent(value)]
    } catch {
      // A hand-made address may hold a lone per cent sign.
      return []
    }
  })
}
