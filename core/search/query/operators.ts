/** Distance of `a NEAR b` where none is given. */
export const DEFAULT_NEAR = 10
const LARGEST_NEAR = 1_000
const NEAR = /^(?:NEAR|РЯДОМ|ЖАҚЫН)(?:\/(\d{1,4}))?$/u

/** `OR` in capitals, or a bar; the Cyrillic words only in a query that has small letters too, as a pasted headline may not. */
export function isOrWord(text: string, mixedCase: boolean): boolean {
  return text === 'OR' || text === '|' || (mixedCase && (text === 'ИЛИ' || text === 'НЕМЕСЕ'))
}

/** Words that only say what holds anyway. */
export function isAndWord(text: string, mixedCase: boolean): boolean {
  return text === 'AND' || text === '&' || (mixedCase && (text === 'И' || text === 'ЖӘНЕ'))
}

/** Prohibits the next word. */
export function isNotWord(text: string, mixedCase: boolean): boolean {
  return text === 'NOT' || (mixedCase && text === 'НЕ')
}

/** The distance that a NEAR operator names, or null if the text is none. */
export function nearDistance(text: string): number | null {
  const match = NEAR.exec(text)
  if (match === null) return null
  return Math.min(LARGEST_NEAR, match[1] === undefined ? DEFAULT_NEAR : Number(match[1]))
}
