import type { TextBlock } from '../text/text-block.ts'
import { isFieldLabel } from './labelled-line.ts'

/** Details of a clipping stand within so many lines. */
const MOST_LINES = 24

function isLabelWithValue(label: string | undefined, value: string | undefined): boolean {
  return label !== undefined && value !== undefined && isFieldLabel(label) && value !== '' && !isFieldLabel(value)
}

/** Lines of a label, a tab and a value as labelled lines. */
function joinColumns(line: string): string {
  const cells = line.split(/\t+/).map((cell) => cell.trim())
  const [label, value] = cells
  return cells.length === 2 && isLabelWithValue(label, value)
    ? `${String(label).replace(/\s*[:：]$/, '')}: ${String(value)}`
    : line
}

/** Places of labels that stand on a line of their own, with the value on the next. */
function lonelyLabels(lines: readonly string[]): readonly number[] {
  const filled = lines.flatMap((line, place) => (line.trim() === '' ? [] : [place])).slice(0, MOST_LINES)
  return filled.filter((place, index) =>
    isLabelWithValue(lines[place]?.trim(), lines[filled[index + 1] ?? Number.NaN]?.trim()),
  )
}

/**
 * Plain text whose details stand in two columns, or as labels and values on lines by turns, with those details as labelled
 * lines.
 *
 * @example joinDetails('Date\t3 May 2024\n') // 'Date: 3 May 2024\n'
 */
export function joinDetails(text: string): string {
  const lines = text.split('\n')
  lines.splice(0, MOST_LINES, ...lines.slice(0, MOST_LINES).map(joinColumns))
  const labels = lonelyLabels(lines)
  // One such line may be a headline of one word; two are details.
  if (labels.length < 2) return lines.join('\n')
  for (const place of labels) {
    const next = lines.findIndex((line, other) => other > place && line.trim() !== '')
    lines[place] = `${(lines[place] ?? '').trim().replace(/\s*[:：]$/, '')}: ${(lines[next] ?? '').trim()}`
    lines[next] = ''
  }
  return lines.join('\n')
}

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replace(/(?<!\\)(?:\*\*|__)/g, '')
        .replace(/\\(.)/g, '$1')
        .trim(),
    )
}

/** The rows of a table of two columns whose every row is a detail, as labelled lines; null for every other block. */
export function detailsOfTable({ markdown }: TextBlock): readonly string[] | null {
  if (!markdown.startsWith('|')) return null
  const rows = markdown.split('\n').filter((row) => !/^[\s|:-]+$/.test(row))
  const cells = rows.map(cellsOf)
  const isDetails = rows.length >= 2 && cells.every((row) => row.length === 2 && isLabelWithValue(row[0], row[1]))
  return isDetails ? cells.map(([label, value]) => `${String(label).replace(/\s*[:：]$/, '')}: ${String(value)}`) : null
}
