import type { PointerEvent } from 'react'
import type { UnitRange } from './units.ts'

/** Units that Page Up and Page Down leap over. */
const LEAP = 12

/** Where a key takes the cursor within a range, or null for keys that do not move it. */
export function movedCursor(key: string, cursor: number, { first, last }: UnitRange): number | null {
  const target: Readonly<Record<string, number>> = {
    ArrowLeft: cursor - 1,
    ArrowRight: cursor + 1,
    PageUp: cursor - LEAP,
    PageDown: cursor + LEAP,
    Home: first,
    End: last,
  }
  const next = target[key]
  return next === undefined ? null : Math.max(first, Math.min(last, next))
}

/** The unit under the pointer, where the units of a range share the width of the element that listens. */
export function unitUnder(event: PointerEvent, { first, last }: UnitRange): number {
  const box = event.currentTarget.getBoundingClientRect()
  const units = last - first + 1
  const place = Math.floor(((event.clientX - box.left) / box.width) * units)
  return first + Math.max(0, Math.min(units - 1, place))
}
