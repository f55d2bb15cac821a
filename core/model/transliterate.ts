/** Latin letters for Russian and Kazakh ones, as a reader of English would write the names. */
const LATIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    й: 'i',
    к: 'k',
    қ: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'u',
    ү: 'u',
    ф: 'f',
    х: 'kh',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  }),
)

/**
 * Text in lower-case Latin letters without marks; what is neither Cyrillic nor Latin stays.
 *
 * @example transliterate('Қазақстан: Алатау') // 'kazakstan: alatau'
 */
export function transliterate(text: string): string {
  let latin = ''
  for (const letter of text.normalize('NFC').toLowerCase()) latin += LATIN_LETTERS.get(letter) ?? letter
  return latin.normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * Words of a text as a slug in a-z, 0-9 and single hyphens, cut at a word's end where it is longer than `limit`. Empty
 * if the text has no letter or digit that can be written so.
 *
 * @example slugOf('Кардифф университеті', 60) // 'kardiff-universiteti'
 */
export function slugOf(text: string, limit: number): string {
  const words = transliterate(text)
    .replace(/['’`]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
  let slug = (words.shift() ?? '').slice(0, limit)
  for (const word of words) {
    if (slug.length + 1 + word.length > limit) break
    slug += `-${word}`
  }
  return slug
}
