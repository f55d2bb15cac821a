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

/** Details of a clipping in a table. */
export interface TableDetails {
  /** The rows that state a field, as labelled lines. */
  readonly lines: readonly string[]
  /** True where the table holds nothing else. */
  readonly isAll: boolean
}

/** The details in a table of two columns of which two rows or more state a field; null for every other block. */
export function detailsOfTable({ markdown }: TextBlock): TableDetails | null {
  if (!markdown.startsWith('|')) return null
  const rows = markdown.split('\n').filter((row) => !/^[\s|:-]+$/.test(row))
  const cells = rows.map(cellsOf)
  const stating = cells.filter(([label, value]) => isLabelWithValue(label, value))
  if (stating.length < 2 || cells.some((row) => row.length !== 2)) return null
  const lines = stating.map(([label, value]) => `${String(label).replace(/\s*[:：]$/, '')}: ${String(value)}`)
  return { lines, isAll: stating.length === cells.length }
}
