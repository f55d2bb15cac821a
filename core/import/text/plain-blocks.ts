import { escapeMarkdown } from './escape-markdown.ts'
import type { TextBlock } from './text-block.ts'

/** Lines of a text file that was wrapped by hand or by a mail program are no longer than this. */
const WIDEST_WRAP = 110
const BULLET = /^\s*(?:[•●▪◦‣·*]|[-–—](?=\s))\s*/

/** "Subject: ...": a field of a mail or of a clipping begins a line of its own. */
const FIELD = /^\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2}: /u

/** Mail programs print bold letters between stars: "*From:* ...". */
const BOLD_LABEL = /^\*{1,2}(\p{L}[\p{L} ]{0,20}:)\*{1,2}\s*/u

function tidyLine(line: string): string {
  const bare = line.replace(/[\t\u00a0\u2007\u202f ]+/g, ' ').trim()
  return bare.replace(BOLD_LABEL, '$1 ')
}

/** The width at which the lines were broken, or null where each line is a paragraph of its own. */
function wrapWidth(lines: readonly string[]): number | null {
  const followed = lines.filter((line, place) => line !== '' && (lines[place + 1] ?? '') !== '')
  if (followed.length < 3) return null
  const lengths = followed.map((line) => line.length).sort((one, other) => one - other)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (width < 30 || width > WIDEST_WRAP) return null
  const full = lengths.filter((length) => length >= width * 0.75).length
  return full >= lengths.length * 0.7 ? width : null
}

function joinWrapped(lines: readonly string[], width: number): readonly string[] {
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    const last = joined.at(-1)
    if (open && line !== '' && last !== undefined && !BULLET.test(line) && !FIELD.test(line)) {
      const hyphen = /\p{L}[-‐]$/u.test(last) && /^\p{Ll}/u.test(line)
      joined[joined.length - 1] = hyphen ? last.slice(0, -1) + line : `${last} ${line}`
    } else {
      joined.push(line)
    }
    open = line.length >= width * 0.75
  }
  return joined
}

function isBullet(line: string | undefined): boolean {
  return line !== undefined && /^\s*(?:[•●▪◦‣]|[-–—*]\s)/.test(line)
}

/** Two or more lines with the same sign in front are a list; one alone may be a dash of direct speech. */
function listAt(lines: readonly string[], start: number): readonly string[] {
  let end = start
  while (isBullet(lines[end])) end += 1
  const items = lines.slice(start, end)
  const spoken = items.some((item) => /^\s*[–—]/.test(item))
  return items.length >= 2 && !spoken ? items : []
}

/** A text of an answered mail without the marks of quotation, where all of it is quoted. */
function withoutQuoteMarks(text: string): string {
  const filled = text.split('\n').filter((line) => line.trim() !== '')
  const isQuoted = filled.length > 2 && filled.every((line) => line.startsWith('>'))
  return isQuoted ? withoutQuoteMarks(text.replace(/^> ?/gm, '')) : text
}

/**
 * Plain text as blocks: hard line breaks are joined where the text was wrapped, else each line is a paragraph; runs of
 * bulleted lines become a list.
 */
export function plainBlocks(text: string): readonly TextBlock[] {
  const tidy = withoutQuoteMarks(text).replace(/\f/g, '\n').split('\n').map(tidyLine)
  const width = wrapWidth(tidy)
  const lines = (width === null ? tidy : joinWrapped(tidy, width)).filter((line) => line !== '')
  const blocks: TextBlock[] = []
  for (let place = 0; place < lines.length; place += 1) {
    const items = listAt(lines, place)
    if (items.length > 0) {
      const plain = items.map((item) => item.replace(BULLET, ''))
      blocks.push({
        plain: plain.join(' '),
        markdown: plain.map((item) => `- ${escapeMarkdown(item)}`).join('\n'),
        level: 0,
      })
      place += items.length - 1
    } else {
      const line = lines[place] ?? ''
      blocks.push({ plain: line, markdown: escapeMarkdown(line), level: 0 })
    }
  }
  return blocks
}
