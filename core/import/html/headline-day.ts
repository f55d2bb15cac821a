import type { Element } from 'hast'
import { tellsChange } from '../recognise/parts-line.ts'
import { dateOfLine } from '../recognise/printed-date.ts'
import { publishedInLine } from '../recognise/stamped-line.ts'
import { textOf } from './element.ts'

const LONGEST_LINE = 100
const LEAST_PARAGRAPH = 120
const MOST_ELEMENTS = 60

function lineOf(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim()
}

/**
 * The line between a page's one headline and its first paragraph that holds nothing but a day, or says "Published" before
 * it. Finding the article in a page often drops that line as no part of the text. Undefined where lines name different days.
 */
export function dayBelowHeadline(elements: readonly Element[]): string | undefined {
  const headings = elements.filter(({ tagName }) => tagName === 'h1')
  const [heading] = headings
  if (heading === undefined || headings.length > 1) return undefined
  const start = elements.indexOf(heading) + 1
  const lines = new Map<string, string>()
  for (const element of elements.slice(start, start + MOST_ELEMENTS)) {
    const line = lineOf(element)
    if (element.tagName === 'p' && line.length >= LEAST_PARAGRAPH) break
    if (line === '' || line.length > LONGEST_LINE || tellsChange(line)) continue
    const date = dateOfLine(line, null) ?? publishedInLine(line, null)
    if (date !== null && date.certainty === 'stated') lines.set(date.day, line.slice(date.from, date.to))
  }
  return lines.size === 1 ? [...lines.values()][0] : undefined
}
