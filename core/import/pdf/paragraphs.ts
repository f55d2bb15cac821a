import { escapeMarkdown } from '../text/escape-markdown.ts'
import type { Segment } from './line-segments.ts'

/** A page of segments in reading order. */
export interface PdfPage {
  readonly segments: readonly Segment[]
  /** In points. */
  readonly height: number
}

interface Line {
  text: string
  readonly x: number
  right: number
  readonly y: number
  readonly height: number
  readonly page: number
}

const MARGIN = 0.08
const EDGE = 0.045
const PRINT_MARK =
  /https?:\/\/|file:\/\/|about:blank|^\d{1,4}\s*\/\s*\d{1,4}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}/
const PAGE_NUMBER =
  /^(?:page|стр\.?|страница|бет)?\s*[–—-]?\s*\d{1,4}\s*[–—-]?\s*(?:(?:of|из|\/)\s*\d{1,4})?\s*(?:бет)?$/iu

function linesOf(pages: readonly PdfPage[]): readonly Line[] {
  const lines: Line[] = []
  pages.forEach((page, number) => {
    let last: Line | null = null
    for (const { text, x, right, y, height } of page.segments) {
      if (last !== null && Math.abs(last.y - y) < 2 && x >= last.right) {
        last.text += ` ${text}`
        last.right = right
      } else {
        last = { text, x, right, y, height, page: number }
        lines.push(last)
      }
    }
  })
  return lines
}

function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
}

function isAtMargin(line: Line, pages: readonly PdfPage[], share: number): boolean {
  const height = pages[line.page]?.height ?? 0
  return line.y > height * (1 - share) || line.y < height * share
}

/** Texts at the margin that come back on at least half of the pages. */
function repeatedShapes(lines: readonly Line[], pages: readonly PdfPage[]): ReadonlySet<string> {
  const onPages = new Map<string, Set<number>>()
  for (const line of lines) {
    if (!isAtMargin(line, pages, MARGIN)) continue
    const shape = shapeOf(line.text)
    onPages.set(shape, (onPages.get(shape) ?? new Set()).add(line.page))
  }
  return new Set(
    [...onPages].filter(([, numbers]) => numbers.size >= Math.max(2, pages.length / 2)).map(([shape]) => shape),
  )
}

/**
 * Takes out running heads, page numbers and what a browser prints at the edge of the paper: its date would pass for the
 * day of publication.
 */
function withoutMargins(
  lines: readonly Line[],
  pages: readonly PdfPage[],
): { readonly lines: readonly Line[]; readonly edge: readonly Line[] } {
  const repeated = repeatedShapes(lines, pages)
  const printed = lines.filter((line) => isAtMargin(line, pages, EDGE) && PRINT_MARK.test(line.text))
  const isEdge = (line: Line): boolean =>
    printed.some((mark) => mark.page === line.page && Math.abs(mark.y - line.y) < 3) ||
    (isAtMargin(line, pages, MARGIN) && (repeated.has(shapeOf(line.text)) || PAGE_NUMBER.test(line.text.trim())))
  return { lines: lines.filter((line) => !isEdge(line)), edge: lines.filter(isEdge) }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

const BULLET = /^[•●▪◦‣·\uf0b7–-]\s+/u
const ENDS_SENTENCE = /[.!?…:;]["”»)]?$/

interface Measures {
  readonly size: number
  readonly spacing: number
  readonly right: number
}

function measure(lines: readonly Line[]): Measures {
  const size = median(
    lines.flatMap((line) => Array.from<number>({ length: Math.ceil(line.text.length / 10) }).fill(line.height)),
  )
  const gaps = lines.flatMap((line, place) => {
    const above = lines[place - 1]
    return above !== undefined && above.page === line.page && above.y > line.y ? [above.y - line.y] : []
  })
  return { size, spacing: median(gaps), right: Math.max(...lines.map((line) => line.right)) }
}

/** True where a line begins a new paragraph after the one above. */
function beginsParagraph(
  line: Line,
  above: Line,
  first: Line,
  { size, spacing }: Measures,
  columnRight: number,
): boolean {
  if (BULLET.test(line.text)) return true
  if (Math.abs(line.height - above.height) > 0.12 * size) return true
  const samePlace = line.page === above.page && above.y > line.y
  if (samePlace && above.y - line.y > Math.max(spacing, line.height * 1.2) * 1.35) return true
  // The lines of a headline end wherever the column does: only a gap parts them.
  if (samePlace && line.height > size * 1.25) return false
  const short = above.right < columnRight - 0.12 * (columnRight - Math.min(first.x, above.x))
  if (short && ENDS_SENTENCE.test(above.text)) return true
  if (short && samePlace && above.right < columnRight - 0.4 * (columnRight - first.x)) return true
  const indented = line.x > above.x + 0.8 * line.height && samePlace && !BULLET.test(first.text)
  return indented && ENDS_SENTENCE.test(above.text)
}

function joinLines(lines: readonly Line[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    if (/\p{L}[-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line.text)) return text.slice(0, -1) + line.text
    return `${text} ${line.text}`
  }, '')
}

function toMarkdown(lines: readonly Line[], size: number): string {
  const text = joinLines(lines)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  const [first] = lines
  if (BULLET.test(text)) return `- ${escapeMarkdown(text.replace(BULLET, ''))}`
  const large = first !== undefined && first.height > size * 1.25 && text.length < 300
  return large ? `${first.height > size * 1.6 ? '#' : '##'} ${escapeMarkdown(text)}` : escapeMarkdown(text)
}

/** Right edge of the column that a line stands in: the furthest of the lines that begin near it on its page. */
function columnRights(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const rights = new Map<string, number>()
  const keyOf = (line: Line): string => `${line.page} ${Math.round(line.x / 60)}`
  for (const line of lines) rights.set(keyOf(line), Math.max(rights.get(keyOf(line)) ?? 0, line.right))
  return new Map(lines.map((line) => [line, rights.get(keyOf(line)) ?? line.right]))
}

/** A PDF as Markdown: lines joined to paragraphs, large type as headings. `address` is the one a browser printed at the edge. */
export function paragraphsOf(pages: readonly PdfPage[]): {
  readonly markdown: string
  readonly address: string | null
} {
  const { lines, edge } = withoutMargins(linesOf(pages), pages)
  const address = edge.map(({ text }) => /https?:\/\/\S+/.exec(text)?.[0]).find((url) => url !== undefined) ?? null
  if (lines.length === 0) return { markdown: '', address }
  const measures = measure(lines)
  const rights = columnRights(lines)
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const current = paragraphs.at(-1)
    const above = current?.at(-1)
    const first = current?.[0]
    if (current === undefined || above === undefined || first === undefined) paragraphs.push([line])
    else if (beginsParagraph(line, above, first, measures, rights.get(above) ?? measures.right)) paragraphs.push([line])
    else current.push(line)
  }
  const blocks = paragraphs.map((paragraph) => toMarkdown(paragraph, measures.size)).filter((block) => block !== '')
  return { markdown: joinBlocks(blocks), address }
}

/** Items of a list stand on following lines, everything else apart. */
function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    const inList = block.startsWith('- ') && /(?:^|\n)- [^\n]*$/.test(text)
    return text === '' ? block : `${text}${inList ? '\n' : '\n\n'}${block}`
  }, '')
}
