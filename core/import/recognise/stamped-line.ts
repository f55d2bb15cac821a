import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'

/** "Channel of the university, [12.03.2025 14:05]", as messengers copy a message. */
const STAMP = /^(.{1,80}?),?\s*\[([^[\]]{6,40})\]:?$/u
/** "[12:41, 19.05.2025] Press office: text", as other messengers do. */
const STAMP_BEFORE = /^\s*\[([^[\]\n]{6,40})\]\s*([^:\n]{1,60}):[ \t]+/u
const LABEL_BEFORE =
  /(?:^|[|•·(;/]\s*|\.\s+)(?:published|first published|posted|released|опубликовано|размещено|дата публикации|жарияланды|жарияланған күні|жарияланған уақыты)\s*(?:on|at|в)?\s*[:：–—-]?\s*$/iu
const END_AFTER = /^[\s,]*(?:(?:at|в)\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*)?(?:$|[,|•·();/]|\p{L}[\p{L} ]{1,20}:)/iu
const LONGEST_LINE = 160

/** A message of a messenger: who wrote it, and when. */
export interface MessageStamp {
  readonly channel: string
  readonly date: PrintedDate
}

/** The stamp that a messenger sets above a copied message, or null for every other line. */
export function readMessageStamp(line: string, reference: string | null): MessageStamp | null {
  const [, channel = '', inside = ''] = STAMP.exec(line) ?? []
  const date = dateOfLine(inside, reference)
  return channel === '' || date === null ? null : { channel, date }
}

/** A text with the stamp that a messenger sets before its first words on a line of its own. */
export function partMessageStamp(text: string): string {
  return text.replace(STAMP_BEFORE, '$2, [$1]\n')
}

/** The one day in a line that stands right behind "Published", whatever else the line says; else null. */
export function publishedInLine(line: string, reference: string | null): PrintedDate | null {
  if (line.length > LONGEST_LINE) return null
  const labelled = findPrintedDates(line, reference).filter(
    ({ from, to }) => LABEL_BEFORE.test(line.slice(0, from)) && END_AFTER.test(line.slice(to)),
  )
  return labelled.length === 1 ? (labelled[0] ?? null) : null
}
