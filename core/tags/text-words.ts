import { tokenise, type Token } from '../search/analysis/tokenise.ts'

/** A word of a text with what tells a name from an ordinary word. Offsets count UTF-16 units of the text. */
export interface TextWord extends Token {
  /** Begins with a capital letter or has a digit. */
  readonly capital: boolean
  /** First word of a sentence, a heading or a list item. */
  readonly opens: boolean
  /** Stands right behind an opening quotation mark. */
  readonly quoted: boolean
  /** A name cannot reach from the word before to this one: a sentence, a clause or a paragraph ends between them. */
  readonly breaks: boolean
}

/** A text part in which a tag was found. */
export interface TextPart {
  readonly place: 'title' | 'paragraph'
  /** Number of the paragraph, counted from 1; 0 for the title. */
  readonly paragraph: number
  readonly words: readonly TextWord[]
  readonly text: string
  /** Nearly all letters are capitals, so that they tell nothing. */
  readonly shouted: boolean
}

const CAPITAL = /^[\p{Lu}\p{N}]/u
const SENTENCE_END = /[.!?…][\s"'»”)]*$/u
const BREAK = /[.!?…;:,()[\]\n]/u
const OPENING_QUOTE = /[«“„"‘'‹]\s*$/u

/** Splits title and paragraphs into words. */
export function textPartsOf(title: string, body: string): readonly TextPart[] {
  // Plain text often has a line per paragraph and no empty lines.
  const border = /\n\s*\n/u.test(body) ? /\n\s*\n/u : /\n/u
  const paragraphs = body.split(border).filter((text) => text.trim() !== '')
  return [partOf('title', 0, title), ...paragraphs.map((text, index) => partOf('paragraph', index + 1, text))]
}

function partOf(place: TextPart['place'], paragraph: number, text: string): TextPart {
  let end = 0
  const words = tokenise(text).map((token, index): TextWord => {
    const gap = text.slice(end, token.start)
    end = token.end
    const dash = /^\s*[-–—•*]\s+$/u.test(gap) && index === 0
    return {
      ...token,
      capital: CAPITAL.test(text.slice(token.start, token.start + 2)),
      opens: index === 0 || dash || SENTENCE_END.test(gap.trimEnd()) || gap.includes('\n'),
      quoted: OPENING_QUOTE.test(gap),
      breaks: index > 0 && BREAK.test(gap),
    }
  })
  return { place, paragraph, words, text, shouted: isShouted(text) }
}

function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals + small > 8 && capitals > small * 3
}
