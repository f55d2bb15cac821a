import { KNOWN_ACRONYMS, KNOWN_NAMES } from './known-names.ts'

interface Token {
  readonly text: string
  readonly lower: string
  /** Letters between this token and the one before. */
  readonly gap: string
  /** True at the beginning of a sentence, where a capital says nothing. */
  readonly opens: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu
const OPENING_QUOTES = '“«„"‘'
const QUOTED = /[“«„"]([^“”«»„"]{2,200})[”»“"]/gu
/** A run of words is restored as the body prints it only up to this length. */
const LONGEST_RUN = 8

/** Small words that begin sentences often and are never names by themselves. */
const SMALL_WORDS = new Set(
  'a an the all and or of in on at to for from with by as is was were are be it its this that these new not no more most what who how why when our their his her after before over under into up и в во на с со из за по о об от до у к для не но а или как что это все всё его их при после перед мен бен пен және үшін бұл осы бар жоқ де да'.split(
    ' ',
  ),
)

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index)
    const opens = end === 0 || /[.!?…:;\n]/.test(gap)
    tokens.push({ text: match[0], lower: match[0].toLowerCase(), gap, opens })
    end = match.index + match[0].length
  }
  return tokens
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** Two inflected forms of one word, judged by a long common beginning. */
function sameStem(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  let common = 0
  while (common < shorter && one[common] === other[common]) common += 1
  const longer = Math.max(one.length, other.length)
  return common >= 4 && common >= longer * 0.6 && longer - common <= 5
}

/** What the body tells about the spelling of words. */
interface BodySpelling {
  readonly tokens: readonly Token[]
  /** Places of a word in `tokens`. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly lowerCase: ReadonlySet<string>
  /** Lower form to the capitalised form, for words never seen in small letters. */
  readonly names: ReadonlyMap<string, string>
  /** Names and small words by their first four letters, to find inflected forms. */
  readonly byStart: ReadonlyMap<string, readonly { readonly lower: string; readonly form: string | null }[]>
}

function startOf(word: string): string {
  return word.slice(0, 4)
}

function learnSpelling(body: string): BodySpelling {
  const tokens = tokensOf(body.slice(0, 60_000)).filter(
    (token) => !(token.text.length > 4 && isAllCapitals(token.text)),
  )
  const places = new Map<string, number[]>()
  const lowerCase = new Set<string>()
  const names = new Map<string, string>()
  tokens.forEach((token, place) => {
    const list = places.get(token.lower)
    if (list === undefined) places.set(token.lower, [place])
    else list.push(place)
    if (!isCapitalised(token.text)) lowerCase.add(token.lower)
    else if (!token.opens && !names.has(token.lower)) names.set(token.lower, token.text)
  })
  for (const lower of lowerCase) names.delete(lower)
  const byStart = new Map<string, { lower: string; form: string | null }[]>()
  const remember = (lower: string, form: string | null): void => {
    const list = byStart.get(startOf(lower))
    if (list === undefined) byStart.set(startOf(lower), [{ lower, form }])
    else list.push({ lower, form })
  }
  for (const lower of lowerCase) remember(lower, null)
  for (const [lower, form] of names) remember(lower, form)
  return { tokens, places, lowerCase, names, byStart }
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** True where the body shows that the word is a name: only with a capital, and no small inflected form of it. */
function isSureName(lower: string, body: BodySpelling): boolean {
  if (body.lowerCase.has(lower) || SMALL_WORDS.has(lower)) return false
  const seen = body.names.has(lower)
  if (!seen && !KNOWN_NAMES.has(lower)) return false
  return !(body.byStart.get(startOf(lower)) ?? []).some(
    ({ lower: other, form }) => form === null && sameStem(lower, other),
  )
}

/** The word in the spelling that the body or the table of well-known names supports. */
function restoreWord(printed: string, body: BodySpelling): string {
  const lower = printed.toLowerCase()
  if (/\p{N}/u.test(printed) && !/\p{L}{4}/u.test(printed)) return body.names.get(lower) ?? printed
  if (body.lowerCase.has(lower) || SMALL_WORDS.has(lower)) return lower
  if (KNOWN_ACRONYMS.has(printed)) return printed
  const own = body.names.get(lower)
  const related = (body.byStart.get(startOf(lower)) ?? []).filter(({ lower: other }) => sameStem(lower, other))
  if (related.some(({ form }) => form === null)) return lower
  if (own !== undefined) return own
  const relative = related.find(({ form }) => form !== null && !isAllCapitals(form))
  if (relative !== undefined) return capitalise(lower)
  if (KNOWN_NAMES.has(lower)) return capitalise(lower)
  return [...KNOWN_NAMES].some((name) => name.length > 5 && startOf(name) === startOf(lower) && sameStem(name, lower))
    ? capitalise(lower)
    : lower.includes('-')
      ? restoreHyphenated(printed, body)
      : lower
}

function restoreHyphenated(printed: string, body: BodySpelling): string {
  const parts = printed.split('-')
  const known = parts.map((part) => (part.includes('-') ? part : restoreWord(part, body)))
  return known.join('-')
}

/** Such words open many sentences before a name and belong to no name themselves. */
const ROLES = new Set(
  'professor rector dean doctor president minister ambassador director students student teacher writer ректор профессор декан доктор директор студент студенты посол министр писатель академик учёный президент ғалым жазушы елші оқытушы'.split(
    ' ',
  ),
)

/** True for the first word of a sentence that is the first of a name too: "Berel University has ...". */
function opensName({ tokens, lowerCase }: BodySpelling, place: number): boolean {
  const [own, next] = [tokens[place], tokens[place + 1]]
  if (own === undefined || next === undefined || next.opens || next.gap.trim() !== '') return false
  return isCapitalised(next.text) && !SMALL_WORDS.has(own.lower) && !ROLES.has(own.lower) && !lowerCase.has(own.lower)
}

/** Length and words of the longest run from `at` that the body prints too and that holds a sure name; null if none. */
function longestRun(tokens: readonly Token[], at: number, body: BodySpelling): readonly string[] | null {
  let best: readonly string[] | null = null
  for (const place of body.places.get(tokens[at]?.lower ?? '') ?? []) {
    const run: string[] = []
    let hasName = false
    for (let step = 0; step < LONGEST_RUN; step += 1) {
      const wanted = tokens[at + step]
      const found = body.tokens[place + step]
      if (wanted === undefined || found === undefined || wanted.lower !== found.lower) break
      if (step > 0 && (found.opens || !/^[\s\u00a0,’'-]*$/u.test(found.gap))) break
      const sure = isSureName(wanted.lower, body)
      hasName ||= sure
      run.push(found.opens && !sure && !opensName(body, place + step) ? wanted.lower : found.text)
    }
    if (hasName && run.length >= 2 && run.length > (best?.length ?? 0)) best = run
  }
  return best
}

/** English months that are usual words too are months behind such words. */
const MONTH_WORDS = new Set(['may', 'march'])
const BEFORE_MONTH = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'of',
  'this',
  'next',
  'last',
  'early',
  'late',
  'mid',
])

function restoreToken(tokens: readonly Token[], place: number, body: BodySpelling): string {
  const { text, lower } = tokens[place] ?? { text: '', lower: '' }
  const isMonth = MONTH_WORDS.has(lower) && BEFORE_MONTH.has(tokens[place - 1]?.lower ?? '')
  return isMonth ? capitalise(lower) : restoreWord(text, body)
}

function restoreTokens(tokens: readonly Token[], body: BodySpelling): readonly string[] {
  const restored: string[] = []
  while (restored.length < tokens.length) {
    const run = longestRun(tokens, restored.length, body)
    if (run === null) restored.push(restoreToken(tokens, restored.length, body))
    else restored.push(...run)
  }
  return restored
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A quoted name as the body prints it between quotes, without the comma that English sets before the closing quote. */
function quotedInBody(quoted: string, body: string): string | null {
  const words = [...quoted.matchAll(WORD)].map((match) => escapePattern(match[0]))
  if (words.length === 0) return null
  const between = '[^\\p{L}\\p{N}.!?“”«»„"]{1,4}'
  const found = new RegExp(`[“«„"](${words.join(between)})[,.]?[”»“"]`, 'iu').exec(body)?.[1]
  return found !== undefined && found !== found.toUpperCase() ? found : null
}

function joinTokens(headline: string, words: readonly string[]): string {
  let place = 0
  return headline.replace(WORD, () => {
    const word = words[place] ?? ''
    place += 1
    return word
  })
}

/** Capital for the first letter and for the first letter after an opening quote. */
function setOpeningCapitals(text: string): string {
  const first = text.replace(
    /^([^\p{L}\p{N}\ue000]*)(\p{L})/u,
    (_, signs: string, letter: string) => signs + letter.toUpperCase(),
  )
  return first.replace(
    new RegExp(`([${OPENING_QUOTES}])(\\p{Ll})`, 'gu'),
    (_, quote: string, letter: string) => quote + letter.toUpperCase(),
  )
}

/** Share of capitals among the letters of a line, 0 to 1; 0 for a line of fewer than four letters. */
export function shareOfCapitals(line: string): number {
  const letters = line.match(/\p{L}/gu) ?? []
  if (letters.length < 4) return 0
  return letters.filter((letter) => letter !== letter.toLowerCase()).length / letters.length
}

/**
 * A headline in capitals as a readable sentence. Names take the spelling that the body prints, quoted names too; the rest
 * becomes small letters.
 *
 * @example readableHeadline('NEW LAB AT OXFORD OPENS', 'The lab in Oxford ...') // 'New lab at Oxford opens'
 */
export function readableHeadline(headline: string, body: string): string {
  const spelling = learnSpelling(body)
  const quotes = new Map<string, string>()
  const kept = headline.replace(QUOTED, (whole, quoted: string) => {
    const found = quotedInBody(quoted, body)
    if (found === null) return whole
    // Private-use letters hold the place of a quote that needs no further work.
    const mark = `\ue000${String.fromCharCode(0xe001 + quotes.size)}`
    quotes.set(mark, whole.charAt(0) + found + whole.charAt(whole.length - 1))
    return mark
  })
  const words = restoreTokens(tokensOf(kept), spelling)
  let text = setOpeningCapitals(joinTokens(kept, words))
  for (const [mark, quote] of quotes) text = text.replace(mark, () => quote)
  return text
}
