import { axisMarks } from '../model/axis-marks.ts'
import { dayNumber } from '../model/calendar-units.ts'
import { firstDayOf, isPartialDay, lastDayOf } from '../model/calendar-day.ts'
import { formatDay, formatNumber } from '../model/locale.ts'
import type { TimelineNote } from '../model/moments.ts'
import { segmentColors } from '../model/segment-color.ts'
import type { LaneField, StackField, Timeline, TimelineLane } from '../model/timeline.ts'
import { barHeight, stackBoxes } from '../model/bar-heights.ts'
import { countsOf, placeOfDay, unitsOf, type UnitRange } from '../model/unit-range.ts'
import type { Translate } from '../translate/create-translator.ts'
import { laneLabel, segmentLabel } from '../translate/lane-label.ts'
import type { DayLimits } from './read-timeline.ts'
import type { Box, Scene, Shape } from './scene.ts'

/** How a timeline is drawn. */
export interface SceneOptions {
  readonly title: string
  readonly lanes: LaneField | null
  readonly stack: StackField | null
  readonly logScale: boolean
  readonly limits: DayLimits
  readonly notes: readonly TimelineNote[]
  readonly translate: Translate
}

const WIDTH = 1600
const MARGIN = 32
const BARS_HEIGHT = 220
const LANE_HEIGHT = 30
const AXIS_HEIGHT = 22
const COLORS = {
  paper: '#ffffff',
  ink: '#1b1d21',
  quiet: '#55585f',
  line: '#dedbd3',
  pale: '#c9c5bb',
  accent: '#1f4f8f',
  period: '#eceae4',
} as const
/** Width of a letter as a share of its size, on the safe side. */
const LETTER_WIDTH = 0.62
const LABEL_SIZE = 13

/** Lays a timeline out: bars with their axis, then every lane with its whole name. Nothing is cropped; height follows. */
export function drawScene(timeline: Timeline, options: SceneOptions): Scene {
  const { translate, title } = options
  const shapes: Shape[] = []
  let y = MARGIN + 22
  shapes.push(text(MARGIN, y, title, { size: 22, bold: true, fill: COLORS.ink }))
  y += 22
  for (const line of remarks(timeline, translate)) {
    shapes.push(text(MARGIN, y, line))
    y += 18
  }
  const { span, grain } = timeline
  if (span === null) return finish(shapes, y, title)
  const range = unitsOf({ from: options.limits.from ?? span.from, to: options.limits.to ?? span.to }, grain)
  y = drawDensity(shapes, y + 24, timeline, range, options)
  if (options.lanes !== null) y = drawLanes(shapes, y + 20, timeline, range, { ...options, lanes: options.lanes })
  return finish(shapes, y, title)
}

function finish(shapes: readonly Shape[], y: number, title: string): Scene {
  const height = Math.ceil(y + MARGIN)
  const paper = bars(COLORS.paper, [{ x: 0, y: 0, width: WIDTH, height }])
  return { width: WIDTH, height, title, shapes: [paper, ...shapes] }
}

function remarks({ span, total, undated, imprecise, outside }: Timeline, translate: Translate): readonly string[] {
  const dates =
    span === null
      ? ''
      : [span.from, span.to].map((day) => (isPartialDay(day) ? formatDay(day, translate.language) : day)).join(' – ')
  const missing = [
    undated === 0 ? '' : translate('timeline.undated', { count: undated }),
    imprecise === 0 ? '' : translate('timeline.imprecise', { count: imprecise }),
    outside.dated === 0 ? '' : translate('timeline.outside', { count: outside.dated }),
    outside.undated === 0 ? '' : translate('timeline.undated', { count: outside.undated }),
  ].filter((part) => part !== '')
  return [
    [translate('library.articles', { count: total }), dates].filter((part) => part !== '').join('  ·  '),
    ...(missing.length === 0 ? [] : [missing.join('  ·  ')]),
  ]
}

function drawDensity(
  shapes: Shape[],
  top: number,
  timeline: Timeline,
  range: UnitRange,
  options: SceneOptions,
): number {
  const { translate, logScale, stack } = options
  const { grain, background } = timeline
  const left = MARGIN
  const width = WIDTH - 2 * MARGIN
  const pale = countsOf(background, grain)
  const inRange = [...pale].filter(([unit]) => unit >= range.first && unit <= range.last).map(([, count]) => count)
  const most = Math.max(1, ...inRange)
  const place = (unit: number): { x: number; width: number } => slotOf(unit, range, left, width)
  const bottom = top + BARS_HEIGHT
  const columns = (counts: ReadonlyMap<number, number>): readonly Box[] =>
    [...counts].flatMap(([unit, count]) => {
      if (unit < range.first || unit > range.last) return []
      const height = barHeight(count, most, BARS_HEIGHT, logScale)
      return [{ ...place(unit), y: bottom - height, height }]
    })
  shapes.push(text(left, top - 8, formatNumber(most, translate.language)))
  shapes.push(bars(COLORS.pale, columns(pale)))
  if (timeline.stack === null || stack === null) {
    shapes.push(bars(COLORS.accent, columns(countsOf(timeline.buckets, grain))))
  } else {
    const colors = segmentColors(timeline.stack)
    for (const [index, boxes] of stackBoxes(timeline.stack, grain, { most, height: BARS_HEIGHT, logScale }).entries()) {
      const shown = boxes.filter(({ unit }) => unit >= range.first && unit <= range.last)
      shapes.push(
        bars(
          colors[index] ?? COLORS.accent,
          shown.map(({ unit, y, height }) => ({ ...place(unit), y: top + y, height })),
        ),
      )
    }
  }
  shapes.push(bars(COLORS.quiet, [{ x: left, y: bottom, width, height: 1 }]))
  drawAxis(shapes, bottom + 16, range, left, width, translate)
  let y = drawNotes(shapes, bottom + AXIS_HEIGHT, range, left, width, options)
  if (timeline.stack !== null && stack !== null) y = drawKey(shapes, y, timeline.stack, stack, translate)
  return y
}

function drawKey(
  shapes: Shape[],
  top: number,
  segments: NonNullable<Timeline['stack']>,
  stack: StackField,
  translate: Translate,
): number {
  const colors = segmentColors(segments)
  let x = MARGIN
  let y = top + 22
  for (const [index, segment] of segments.entries()) {
    const label = `${segmentLabel(segment, stack, translate)}  ${formatNumber(segment.total, translate.language)}`
    const needed = 20 + textWidth(label, LABEL_SIZE) + 20
    if (x > MARGIN && x + needed > WIDTH - MARGIN) {
      x = MARGIN
      y += 22
    }
    shapes.push(bars(colors[index] ?? COLORS.accent, [{ x, y: y - 10, width: 12, height: 12 }]))
    shapes.push(text(x + 20, y, label, { fill: COLORS.ink }))
    x += needed
  }
  return y + 8
}

/** Notes of the office stand below the axis, each at its place, one line each. */
function drawNotes(
  shapes: Shape[],
  top: number,
  range: UnitRange,
  left: number,
  width: number,
  { notes }: SceneOptions,
): number {
  let y = top
  for (const note of notes) {
    const from = placeOfDay(dayNumber(note.from), range)
    const to = placeOfDay(dayNumber(note.to) + 1, range)
    if (to <= 0 || from >= 1) continue
    const x = left + Math.max(0, from) * width
    const length = Math.max(3, (Math.min(1, to) - Math.max(0, from)) * width)
    y += 20
    shapes.push(bars('#b08a1f', [{ x, y: y - 4, width: length, height: 3 }]))
    const needed = textWidth(note.text, 12)
    const start = Math.max(left, Math.min(x, left + width - needed))
    shapes.push(text(start, y - 7, note.text, { size: 12, fill: COLORS.ink }))
  }
  return y
}

interface LaneOptions extends SceneOptions {
  readonly lanes: LaneField
}

function drawLanes(shapes: Shape[], top: number, timeline: Timeline, range: UnitRange, options: LaneOptions): number {
  const { translate, lanes: field } = options
  const labels = timeline.lanes.map((lane) => laneLabel(lane, field, translate))
  const totals = timeline.lanes.map((lane) => formatNumber(lane.total, translate.language))
  // As wide as the longest name needs, but the lanes keep half of the sheet; longer names go on in further lines.
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, LABEL_SIZE)))
  const labelWidth = Math.min(WIDTH / 2 - MARGIN, widest + 16)
  const left = MARGIN + labelWidth + 60
  const width = WIDTH - MARGIN - left
  drawAxis(shapes, top + 16, range, left, width, translate)
  let y = top + AXIS_HEIGHT
  const most = Math.max(1, ...timeline.lanes.flatMap((lane) => lane.buckets.map(({ count }) => count)))
  for (const [index, lane] of timeline.lanes.entries()) {
    const lines = wrap(labels[index] ?? '', labelWidth - 16, LABEL_SIZE)
    const height = Math.max(LANE_HEIGHT, lines.length * 18 + 8)
    shapes.push(bars(COLORS.line, [{ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: 1 }]))
    const middle = y + height / 2
    for (const [line, words] of lines.entries()) {
      shapes.push(text(MARGIN, middle + 5 - ((lines.length - 1) * 18) / 2 + line * 18, words, { fill: COLORS.ink }))
    }
    shapes.push(text(left - 14, middle + 5, totals[index] ?? '', { anchor: 'end' }))
    drawLane(shapes, lane, range, { left, width, middle, height, most, grain: timeline.grain })
    y += height
  }
  return y
}

interface LanePlace {
  readonly left: number
  readonly width: number
  readonly middle: number
  readonly height: number
  readonly most: number
  readonly grain: Timeline['grain']
}

function drawLane(shapes: Shape[], lane: TimelineLane, range: UnitRange, place: LanePlace): void {
  const { left, width, middle, height, most, grain } = place
  const shares = lane.period === undefined ? null : periodShares(lane.period, range)
  if (shares !== null) {
    const box = { x: left + shares.from * width, width: (shares.to - shares.from) * width }
    shapes.push(bars(COLORS.period, [{ ...box, y: middle - height / 2 + 2, height: height - 4 }]))
  }
  const cells = [...countsOf(lane.buckets, grain)].flatMap(([unit, count]) => {
    if (unit < range.first || unit > range.last) return []
    const cell = 4 + Math.sqrt(count / most) * (LANE_HEIGHT - 10)
    return [{ ...slotOf(unit, range, left, width), y: middle - cell / 2, height: cell }]
  })
  shapes.push(bars(lane.color ?? COLORS.accent, cells))
}

/** The part of a range that a period of a tag covers, or null where it lies outside. An open end reaches to the edge. */
function periodShares(
  period: NonNullable<TimelineLane['period']>,
  range: UnitRange,
): { readonly from: number; readonly to: number } | null {
  const from = period.from !== null && isPartialDay(period.from) ? dayNumber(firstDayOf(period.from)) : null
  const to = period.to !== null && isPartialDay(period.to) ? dayNumber(lastDayOf(period.to)) : null
  const start = from === null ? 0 : Math.max(0, placeOfDay(from, range))
  const end = to === null ? 1 : Math.min(1, placeOfDay(to + 1, range))
  return start < end ? { from: start, to: end } : null
}

function slotOf(unit: number, range: UnitRange, left: number, width: number): { x: number; width: number } {
  const slot = width / (range.last - range.first + 1)
  return { x: left + (unit - range.first) * slot + slot * 0.08, width: Math.max(0.5, slot * 0.84) }
}

function drawAxis(
  shapes: Shape[],
  y: number,
  range: UnitRange,
  left: number,
  width: number,
  { language }: Translate,
): void {
  for (const { place, label } of axisMarks(range, language)) shapes.push(text(left + place * width, y, label))
}

interface TextLook {
  readonly size?: number
  readonly bold?: boolean
  readonly fill?: string
  readonly anchor?: 'start' | 'end'
}

function text(x: number, y: number, words: string, look: TextLook = {}): Shape {
  const { size = LABEL_SIZE, bold = false, fill = COLORS.quiet, anchor = 'start' } = look
  return { kind: 'text', x, y, text: words, size, bold, fill, anchor }
}

function bars(fill: string, boxes: readonly Box[]): Shape {
  return { kind: 'bars', fill, boxes }
}

function textWidth(words: string, size: number): number {
  return words.length * size * LETTER_WIDTH
}

/** Breaks a text into lines between its words; a word longer than a line is broken too. */
function wrap(words: string, width: number, size: number): readonly string[] {
  const most = Math.max(1, Math.floor(width / (size * LETTER_WIDTH)))
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ').flatMap((whole) => piecesOf(whole, most))) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function piecesOf(word: string, most: number): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < word.length; from += most) pieces.push(word.slice(from, from + most))
  return pieces
}
