/**
 * The lasting identity of an article: 16 characters of Crockford base 32 in lower case, the first nine of them the
 * time of creation in milliseconds, so that ids sort by age. The first eight also end the file's name.
 */
export type ArticleId = string & { readonly articleId: unique symbol }

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{16}$/

/** True for text of the shape that `createArticleId` makes. */
export function isArticleId(text: string): text is ArticleId {
  return ID_PATTERN.test(text)
}

/**
 * Makes a new id from a time in milliseconds since 1970 and seven random numbers from 0 to 255.
 *
 * @example createArticleId(1_761_868_800_000, [0, 1, 2, 3, 4, 5, 6]) // '1k8wgq2000123456'-like text
 */
export function createArticleId(milliseconds: number, random: readonly number[]): ArticleId {
  let rest = Math.floor(milliseconds)
  let time = ''
  for (let place = 0; place < 9; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  const tail = Array.from({ length: 7 }, (_, place) => ALPHABET.charAt((random[place] ?? 0) % 32)).join('')
  // The shape is made right here, so the brand is earned.
  return (time + tail) as ArticleId
}
