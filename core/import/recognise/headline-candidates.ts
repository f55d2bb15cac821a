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

const OFFICE_FIRST =
  /^(?:министерство|комитет|управление|департамент|акимат|пресс-служба|ministry of|department of|faculty of|office of|press office)(?:\s+\S+){0,7}$/iu
/** A Kazakh sentence ends with its verb, so that such an ending is that of a name. */
const OFFICE_LAST_KAZAKH =
  /^(?:\S+\s+){0,8}(?:университеті|институты|министрлігі|басқармасы|әкімдігі|комитеті|департаменті|факультеті|қызметі|орталығы)$/iu
const OFFICE_LAST = /^(?:\S+\s+){0,3}(?:university|institute|college|academy|университет|институт|академия|колледж)$/iu

/** The name of an office above its text. */
function namesOffice(line: string): boolean {
  return [OFFICE_FIRST, OFFICE_LAST_KAZAKH, OFFICE_LAST].some((pattern) => pattern.test(line))
}

/** Words of a headline come again in the text below it; those of a site's name, an addressee or a notice seldom do. */
function isRelated(line: string, stems: ReadonlySet<string>): boolean {
  // The title of a page names its site too: "Headline | Site".
  return !/\s\|\s/.test(line) && !namesOffice(line) && stemsOf(line).some((stem) => stems.has(stem))
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
