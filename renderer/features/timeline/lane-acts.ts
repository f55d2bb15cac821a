import type { TimelineView } from './timeline-view.ts'
import { changeView } from './use-timeline.ts'

/** Pins a lane to the top, or unpins it. */
export function togglePin({ pinned }: TimelineView, id: string): void {
  changeView({ pinned: pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id] })
}

/** Leaves a lane out until it is asked for again. */
export function hideLane({ hidden, pinned }: TimelineView, id: string): void {
  changeView({ hidden: [...hidden, id], pinned: pinned.filter((other) => other !== id) })
}
