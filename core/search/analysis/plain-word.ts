/** What a UTF-16 unit is in an ordinary word; several of them may be joined. */
const LATIN = 1
const CYRILLIC = 2
const DIGIT = 4
const CAPITAL = 8
/** A sign that may stand before or behind a word. */
const SIGN = 16

const CLASSES = unitClasses()

/**
 * The normalised word in a piece of text, where the piece is an ordinary one: letters of one script or digits, with signs at most
 * around them. Null where it is not, and the full rules must decide. An index is built of millions of pieces, nearly all of
 * them ordinary.
 */
export function plainWord(piece: string): string | null {
  let start = 0
  let end = piece.length
  while (start < end && CLASSES[piece.charCodeAt(start)] === SIGN) start += 1
  while (end > start && CLASSES[piece.charCodeAt(end - 1)] === SIGN) end -= 1
  let found = 0
  for (let at = start; at < end; at += 1) {
    const unit = CLASSES[piece.charCodeAt(at)] ?? 0
    if (unit === 0 || unit === SIGN) return null
    found |= unit
  }
  if ((found & (LATIN | CYRILLIC)) === (LATIN | CYRILLIC)) return null
  const word = end - start === piece.length ? piece : piece.slice(start, end)
  return (found & CAPITAL) === 0 ? word : word.toLowerCase()
}

/** Only units that normalisation leaves alone but for small letters: ё, combining marks and foreign letters are not among them. */
function unitClasses(): Uint8Array {
  const classes = new Uint8Array(65_536)
  const mark = (text: string, unit: number): void => {
    for (const letter of text) classes[letter.charCodeAt(0)] = unit
  }
  const letters = (from: string, to: string, unit: number): void => {
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) classes[code] = unit
  }
  letters('a', 'z', LATIN)
  letters('A', 'Z', LATIN | CAPITAL)
  letters('0', '9', DIGIT)
  letters('а', 'я', CYRILLIC)
  letters('А', 'Я', CYRILLIC | CAPITAL)
  mark('әіңғүұқөһ', CYRILLIC)
  mark('ӘІҢҒҮҰҚӨҺ', CYRILLIC | CAPITAL)
  mark('.,:;!?()[]{}"«»„“”–—…/\\%&*#@<>=|~•·№', SIGN)
  return classes
}
