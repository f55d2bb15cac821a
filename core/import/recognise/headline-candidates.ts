import type { TextBlock } from '../text/text-block.ts'

/** A block of this many letters is a paragraph of the text and no line above it. */
const LEAST_PARAGRAPH = 80
/** Lines above the text that may be its headline after the first one. */
const MOST_LINES = 8
const MOST_TEXT = 8_000
/** Blocks that are looked at below a line. */
const MOST_BLOCKS = 40
const LEAST_WORD = 4
const STEM = 5

function stemsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= LEAST_WORD)
    .map((word) => word.slice(0, STEM))
}

/** Words of a headline come again in the text below it; those of a site's name, an addressee or a notice seldom do. */
function isRelated(line: string, stems: ReadonlySet<string>): boolean {
  // The title of a page names its site too: "Headline | Site".
  return !/\s\|\s/.test(line) && stemsOf(line).some((stem) => stems.has(stem))
}

/**
 * True where a line that could be the headline has nothing to do with the text, and a line below it has.
 *
 * @param canBeTitle whether a block has the form of a headline
 */
export function isOutdoneAsTitle(
  blocks: readonly TextBlock[],
  place: number,
  canBeTitle: (block: TextBlock) => boolean,
): boolean {
  const [own, ...below] = blocks.slice(place, place + MOST_BLOCKS)
  const isParagraph = ({ plain }: TextBlock): boolean => plain.length >= LEAST_PARAGRAPH
  const text = below.filter(isParagraph).map(({ plain }) => plain)
  if (own === undefined || own.level === 1 || text.length === 0) return false
  const stems = new Set(stemsOf(text.join(' ').slice(0, MOST_TEXT)))
  if (isRelated(own.plain, stems)) return false
  const first = below.findIndex((block) => isParagraph(block) && !canBeTitle(block))
  const others = below.slice(0, Math.min(MOST_LINES, first < 0 ? below.length : first))
  return others.some((block) => canBeTitle(block) && isRelated(block.plain, stems))
}
