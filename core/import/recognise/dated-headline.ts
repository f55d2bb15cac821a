import { isMenuLine } from './head-furniture.ts'
import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'

const LEAST_WORDS = 3
const LONGEST_LINE = 300
/** "12.03.2025 – Headline", "2025-03-12 Headline"; a day in words is more often a part of the headline itself. */
const DAY_BEFORE = /^\s*(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})(?:\s*[–—|-]\s*|\s+)(?=["«“„]?\p{Lu})/u

/** A headline that shares its line with a day. */
export interface DatedHeadline {
  readonly title: string
  readonly date: PrintedDate
  /** False where the day could be that of what the headline tells. */
  readonly isSure: boolean
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length
}

/** Parts of a line such as "News | 12.03.2025 | Headline". */
function fromParts(line: string, reference: string | null): DatedHeadline | null {
  const parts = line.split(/\s+\|\s+/).filter((part) => !isMenuLine(part))
  const [day, ...others] = parts.flatMap((part) => {
    const date = dateOfLine(part, reference)
    return date === null ? [] : [{ part, date }]
  })
  const [title, ...rest] = parts.filter((part) => part !== day?.part)
  if (day === undefined || title === undefined || others.length + rest.length > 0) return null
  return wordsIn(title) < LEAST_WORDS ? null : { title, date: day.date, isSure: true }
}

/** Reads such a line, or null for every other one. */
export function readDatedHeadline(line: string, reference: string | null): DatedHeadline | null {
  if (line.length > LONGEST_LINE || /[.;,]$/.test(line)) return null
  const before = DAY_BEFORE.exec(line)?.[0]
  if (before === undefined) return line.includes(' | ') ? fromParts(line, reference) : null
  const [date] = findPrintedDates(before, reference)
  const title = line.slice(before.length)
  return date === undefined || wordsIn(title) < LEAST_WORDS ? null : { title, date, isSure: false }
}
