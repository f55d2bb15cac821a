const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g
const HYPHENS = /[\u2010\u2011]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u2032\u0060\u00b4\uff07]/g
/** A stress mark on a Cyrillic letter (за́мок), which NFC leaves standing alone; and the dot that lower-casing leaves of İ. */
const LOOSE_MARKS = /(?<=[\u0400-\u04ff])[\u0300\u0301]|(?<=i)\u0307/g
/** Plain ASCII and the ordinary Cyrillic block need none of the replacements except lower case and ё. */
const UNUSUAL =
  /[^\t\n\r -_a-~\u0410-\u044f\u0492\u0493\u049a\u049b\u04a2\u04a3\u04ae-\u04b1\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9\u0406\u0456\u00ab\u00bb\u2013\u2014]/

/**
 * Brings a text to the spelling that all comparisons use: NFC, no soft hyphens or other invisible characters, one hyphen,
 * one apostrophe, no stress marks, lower case, ё as е. The length may change.
 */
export function normalise(text: string): string {
  if (!UNUSUAL.test(text)) return text.toLowerCase()
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .replace(LOOSE_MARKS, '')
    .replaceAll('ё', 'е')
}
