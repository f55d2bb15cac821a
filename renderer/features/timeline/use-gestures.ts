import { useEffect, useRef, useState, type RefObject } from 'react'
import { firstDayOfUnit } from '../../../core/model/calendar-units.ts'
import { shareAt, unitAt } from './move-cursor.ts'
import { showPeriod } from './open-unit.ts'
import { panned, zoomed, type Period } from './periods.ts'
import type { Shown } from './shown-range.ts'

/** Turns of a wheel that double the period. */
const WHEEL_PIXELS = 400
/** A shorter drag is a click. */
const LEAST_DRAG = 6

/** Part of the chart that is being dragged over, as shares of its width. */
export interface Band {
  readonly from: number
  readonly to: number
}

interface Pinch {
  readonly distance: number
  readonly middle: number
  readonly period: Period
}

/**
 * Pointer, wheel and touch on a chart. Drag over it: shows what was dragged over. Ctrl and wheel, or two fingers: zoom at
 * the pointer. Shift and wheel, wheel sideways, or one finger: move along. Returns the part being dragged over.
 */
export function useGestures(frame: RefObject<HTMLElement | null>, shown: Shown | null): Band | null {
  const [band, setBand] = useState<Band | null>(null)
  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const stops = [listenToWheel(element, latest), listenToPointers(element, latest, setBand)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [frame])
  return band
}

type Latest = RefObject<Shown | null>

/** The wheel must be able to stop the page from zooming, which listeners of React cannot. */
function listenToWheel(element: HTMLElement, latest: Latest): () => void {
  const onWheel = (event: WheelEvent): void => {
    const shown = latest.current
    if (shown === null) return
    const isZoom = event.ctrlKey || event.metaKey
    const along = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
    if (!isZoom && Math.abs(along) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return
    event.preventDefault()
    const { period, bounds } = daysShown(shown)
    const next = isZoom
      ? zoomed(period, 2 ** (event.deltaY / WHEEL_PIXELS), shareAt(element, event.clientX), bounds)
      : panned(period, along / element.clientWidth, bounds)
    showPeriod(next, bounds)
  }
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => element.removeEventListener('wheel', onWheel)
}

/** The days that the width of the chart stands for, which may be more than those asked for. */
function daysShown({ range, bounds }: Shown): { readonly period: Period; readonly bounds: Period } {
  const from = firstDayOfUnit(range.first, range.grain)
  const to = firstDayOfUnit(range.last + 1, range.grain) - 1
  return { period: { from: Math.max(from, bounds.from), to: Math.min(to, bounds.to) }, bounds }
}

function listenToPointers(element: HTMLElement, latest: Latest, setBand: (band: Band | null) => void): () => void {
  const pointers = new Map<number, number>()
  let origin: { readonly x: number; readonly period: Period } | null = null
  let pinch: Pinch | null = null
  let dragged = false

  const start = (event: PointerEvent): void => {
    const shown = latest.current
    if (shown === null || event.button !== 0) return
    pointers.set(event.pointerId, event.clientX)
    const { period } = daysShown(shown)
    dragged = false
    origin = { x: event.clientX, period }
    pinch = pointers.size === 2 ? pinchOf(element, pointers, period) : null
  }
  const move = (event: PointerEvent): void => {
    const shown = latest.current
    if (shown === null || origin === null || !pointers.has(event.pointerId)) return
    pointers.set(event.pointerId, event.clientX)
    if (!dragged && Math.abs(event.clientX - origin.x) < LEAST_DRAG && pinch === null) return
    if (!dragged) element.setPointerCapture(event.pointerId)
    dragged = true
    const { bounds } = shown
    if (pinch !== null && pointers.size === 2) {
      const { distance } = pinchOf(element, pointers, pinch.period)
      showPeriod(zoomed(pinch.period, pinch.distance / Math.max(1, distance), pinch.middle, bounds), bounds)
    } else if (event.pointerType === 'touch') {
      const share = (origin.x - event.clientX) / element.clientWidth
      showPeriod(panned(origin.period, share, bounds), bounds)
    } else {
      setBand(bandOf(element, origin.x, event.clientX))
    }
  }
  const end = (event: PointerEvent): void => {
    const shown = latest.current
    if (!pointers.delete(event.pointerId)) return
    if (dragged && origin !== null && shown !== null && event.pointerType !== 'touch' && event.type === 'pointerup') {
      const { from, to } = bandOf(element, origin.x, event.clientX)
      const { grain } = shown.range
      const period = {
        from: firstDayOfUnit(unitAt(from, shown.range), grain),
        to: firstDayOfUnit(unitAt(to, shown.range) + 1, grain) - 1,
      }
      showPeriod(period, shown.bounds)
    }
    setBand(null)
    if (pointers.size < 2) pinch = null
    if (pointers.size === 0) origin = null
  }
  // The click that ends a drag is none.
  const swallow = (event: MouseEvent): void => {
    if (!dragged) return
    dragged = false
    event.stopPropagation()
    event.preventDefault()
  }
  element.addEventListener('pointerdown', start)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
  element.addEventListener('click', swallow, { capture: true })
  return () => {
    element.removeEventListener('pointerdown', start)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', end)
    element.removeEventListener('pointercancel', end)
    element.removeEventListener('click', swallow, { capture: true })
  }
}

function bandOf(element: HTMLElement, one: number, other: number): Band {
  const [from, to] = [shareAt(element, Math.min(one, other)), shareAt(element, Math.max(one, other))]
  return { from, to }
}

function pinchOf(element: HTMLElement, pointers: ReadonlyMap<number, number>, period: Period): Pinch {
  const [one = 0, other = 0] = [...pointers.values()]
  return { distance: Math.abs(one - other), middle: shareAt(element, (one + other) / 2), period }
}
