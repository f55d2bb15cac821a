import type { Grain } from '../../../core/model/timeline.ts'
import type { UnitRange } from '../../../core/model/unit-range.ts'

/** Units that Page Up and Page Down leap over: a year, or a month of days. */
const LEAP: Readonly<Record<Grain, number>> = { day: 30, week: 52, month: 12, quarter: 4, year: 10 }

/** Where a key takes the cursor within a range, or null for keys that do not move it. */
export function movedCursor(key: string, cursor: number, { grain, first, last }: UnitRange): number | null {
  const target: Readonly<Record<string, number>> = {
    ArrowLeft: cursor - 1,
    ArrowRight: cursor + 1,
    PageUp: cursor - LEAP[grain],
    PageDown: cursor + LEAP[grain],
    Home: first,
    End: last,
  }
  const next = target[key]
  return next === undefined ? null : Math.max(first, Math.min(last, next))
}

const MOVING: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'])
const ACTING: ReadonlySet<string> = new Set(['Enter', 'Backspace', '+', '=', '-'])

/** Whether a key means something on the bars. */
export function isKeyOfChart(key: string): boolean {
  return MOVING.has(key) || ACTING.has(key)
}

/** Whether what a key does depends on the numbers that are shown: such a key must wait for those on the way. */
export function dependsOnNumbers(key: string): boolean {
  return MOVING.has(key) || key === 'Enter'
}

/** The share of an element's width at which a point lies, 0 to 1. */
export function shareAt(element: Element, clientX: number): number {
  const box = element.getBoundingClientRect()
  return box.width === 0 ? 0 : Math.max(0, Math.min(1, (clientX - box.left) / box.width))
}

/** The unit at a share of the width, where the units of a range share it. */
export function unitAt(share: number, { first, last }: UnitRange): number {
  const units = last - first + 1
  return first + Math.max(0, Math.min(units - 1, Math.floor(share * units)))
}
