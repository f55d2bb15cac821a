import type { TextBlock } from '../text/text-block.ts'
import { isFurniture } from './head-furniture.ts'
import { shareOfCapitals } from './readable-headline.ts'

const LONGEST_TITLE = 220

/** True for a line of capitals, as headlines are often typed. */
export function isInCapitals(line: string): boolean {
  return shareOfCapitals(line) > 0.8
}

function endsLikeSentence(line: string): boolean {
  return /[.;:,]["”»)]?$/.test(line) && !/\b(?:г|ж|т\.б|etc|inc|ltd|co)\.$/i.test(line)
}

/** A headline without the pictographs and the marks of bold letters that messengers set before and after it. */
export function withoutSigns(title: string): string {
  const sign = '(?:\\p{Extended_Pictographic}|\\*{1,3}|__|[\\ufe0f\\u200d\\u20e3\\u{1f1e6}-\\u{1f1ff}\\s])'
  const bare = title.replace(new RegExp(`^${sign}+|${sign}+$`, 'gu'), '')
  return /\p{L}/u.test(bare) ? bare : title
}

/** True for a table, which is never a headline. */
export function isTable({ markdown }: TextBlock): boolean {
  return markdown.startsWith('|')
}

/** True for a line that can stand as a headline. */
export function looksLikeTitle(block: TextBlock): boolean {
  const { plain } = block
  if (isTable(block) || plain.length > LONGEST_TITLE * 1.5 || !/\p{L}{2}/u.test(plain)) return false
  if (block.level === 1 || block.level === 2 || isInCapitals(plain)) return true
  return plain.length <= LONGEST_TITLE && !endsLikeSentence(plain) && !block.markdown.startsWith('- ')
}

/** Capitals over several lines are one headline. */
export function capitalsFrom(blocks: readonly TextBlock[], start: number): readonly TextBlock[] {
  const lines: TextBlock[] = []
  for (const block of blocks.slice(start, start + 4)) {
    const isMore = isInCapitals(block.plain) && !isFurniture(block.plain)
    const isNext = lines.length === 0 || (isMore && !/[.!?]$/.test(lines.at(-1)?.plain ?? ''))
    if (!isNext || lines.reduce((sum, { plain }) => sum + plain.length, block.plain.length) > 400) break
    lines.push(block)
  }
  return lines
}
