/**
 * Makes text fit to be set: what the fonts cannot draw becomes `□` and is remembered, what would reorder or hide text is
 * taken out, and very long words get places where a line may break.
 */
export interface TextFitter {
  fit(text: string): string
  /** Code points that were replaced so far, in order of appearance: `U+1F600`. */
  readonly missing: readonly string[]
}

/** Drawn in place of a character that the fonts lack. */
const PLACEHOLDER = '□'
const BREAK_HERE = '\u200b'
/** Words from this length on may be broken anywhere. */
const LONG_WORD = 40
const WORD_PIECES = /.{1,16}/gsu
const WEB_ADDRESS = /^https?:/i
/** Addresses rather break behind their own marks. */
const ADDRESS_PIECES = /.{1,16}?[/?&=._-]|.{1,16}/gsu

/*
 * Taken out: control characters, marks that reorder or hide text (they would turn a line round), variation selectors,
 * joiners and skin tones of emoji, halves of surrogate pairs. None of them is a letter of a text. Soft hyphens stay.
 */
const INVISIBLE = /(?![\n\u00ad])[\p{Cc}\p{Cf}\p{Cs}\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/gu

/** Makes a fitter for one document. `covered` tells whether the fonts have a letterform for a code point. */
export function createTextFitter(covered: (codePoint: number) => boolean): TextFitter {
  const missing = new Set<string>()
  const drawable = (text: string): string => {
    let fitted = ''
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code === 10 || covered(code)) {
        fitted += character
        continue
      }
      missing.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
      fitted += PLACEHOLDER
    }
    return fitted
  }
  return {
    fit: (text) =>
      breakLongWords(
        drawable(
          text
            .normalize('NFC')
            .replace(/\r\n?|\t/g, ' ')
            .replace(INVISIBLE, ''),
        ),
      ),
    get missing() {
      return [...missing]
    },
  }
}

function breakLongWords(text: string): string {
  return text.replace(/\S+/g, (word) => {
    if (word.length < LONG_WORD) return word
    const pieces = word.match(WEB_ADDRESS.test(word) ? ADDRESS_PIECES : WORD_PIECES)
    return pieces?.join(BREAK_HERE) ?? word
  })
}
