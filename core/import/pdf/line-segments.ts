import type { Glyph } from './glyphs.ts'

/** A stretch of text on one line of one column. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** Gaps in shares of the font size: from here on a space, from here on another segment. */
const SPACE_GAP = 0.17
const COLUMN_GAP = 0.9

interface Row {
  y: number
  height: number
  readonly glyphs: Glyph[]
}

/** Letters on one baseline; letters of a second font sit on the same one although they are drawn later. */
function rowsOf(glyphs: readonly Glyph[]): readonly Row[] {
  const rows: Row[] = []
  for (const glyph of [...glyphs].sort((one, other) => other.y - one.y)) {
    const near = rows.slice(-3).findLast((row) => Math.abs(row.y - glyph.y) < 0.3 * Math.max(row.height, glyph.height))
    if (near === undefined) rows.push({ y: glyph.y, height: glyph.height, glyphs: [glyph] })
    else {
      near.glyphs.push(glyph)
      near.height = Math.max(near.height, glyph.height)
    }
  }
  return rows
}

interface Draft {
  text: string
  readonly x: number
  right: number
  readonly height: number
  last: Glyph
  spaced: boolean
}

/** Fake bold draws each letter twice, a hair apart. */
function isDoubled(glyph: Glyph, last: Glyph): boolean {
  return glyph.text === last.text && Math.abs(glyph.x - last.x) < 0.2 * glyph.width
}

function extend(draft: Draft, glyph: Glyph, gap: number): void {
  const isSpace = glyph.text.trim() === ''
  if (isSpace) {
    draft.spaced = true
    draft.right = Math.max(draft.right, glyph.x + Math.min(glyph.width, 0.4 * glyph.height))
    return
  }
  const parted = (draft.spaced && gap > -0.5 * glyph.height) || gap > SPACE_GAP * glyph.height
  draft.text += (parted ? ' ' : '') + glyph.text
  draft.right = Math.max(draft.right, glyph.x + glyph.width)
  draft.spaced = false
  draft.last = glyph
}

function segmentsOfRow(row: Row): readonly Segment[] {
  const drafts: Draft[] = []
  for (const glyph of row.glyphs.sort((one, other) => one.x - other.x)) {
    const draft = drafts.at(-1)
    const isSpace = glyph.text.trim() === ''
    if (draft !== undefined) {
      if (!isSpace && isDoubled(glyph, draft.last)) continue
      const gap = glyph.x - draft.right
      if (gap < COLUMN_GAP * Math.min(glyph.height, draft.height)) {
        extend(draft, glyph, gap)
        continue
      }
    }
    if (isSpace) continue
    drafts.push({
      text: glyph.text,
      x: glyph.x,
      right: glyph.x + glyph.width,
      height: glyph.height,
      last: glyph,
      spaced: false,
    })
  }
  return drafts.map(({ text, x, right, height }) => ({ text, x, right, height, y: row.y }))
}

/** The segments of a page, from its letters. */
export function segmentsOf(glyphs: readonly Glyph[]): readonly Segment[] {
  return rowsOf(glyphs).flatMap(segmentsOfRow)
}
