import type { ArticleLanguage } from '../../model/language.ts'

export interface GuessedLanguage {
  readonly language: ArticleLanguage
  /** True where the text is too short or the signs disagree. */
  readonly doubtful: boolean
  /** True for Kazakh written in Latin letters. */
  readonly latinKazakh: boolean
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const RUSSIAN_WORDS = words(
  'и в не на что с по как это он она они мы вы для от из к за его был была было были или при также года году который которые которая более об о со у до но а же из-за после перед через между',
)
const KAZAKH_WORDS = words(
  'және мен бен пен үшін деп бұл бар жоқ туралы болды болып болған керек еді осы сол дейін кейін бойынша да де та те ол олар жылы қазақстан біз сіз ма ме ба бе емес тағы',
)
const ENGLISH_WORDS = words(
  'the of and to in a is was for with on by at as from that be are has have will this an it its were been their which who not more we our he she they his her about after between into than also',
)
const LATIN_KAZAKH_WORDS = words(
  'jáne men ben úshin bul bar týraly boldy bolyp eken kerek edi osy sol deıin keıin boıynsha onyń bolǵan ǵana kúni jylǵy jyly jylǵa qazaqstan memleket qazan jäne üşin turaly boiynşa bolğan jylğy dep bolady zhane ushin turaly',
)
const RUSSIAN_ENDING = /(?:ого|его|ому|ться|тся|ся|ых|их|ов|ая|яя|ые|ие|ий|ый|ть|ами|ями|ение|ения|ость|ости)$/
const KAZAKH_ENDING =
  /(?:ның|нің|дың|дің|тың|тің|лар|лер|дар|дер|тар|тер|ған|ген|қан|кен|ды|ді|ты|ті|дағы|дегі|мен|ға|ге|да|де|ы|і)$/
const LATIN_KAZAKH_ENDING =
  /(?:nyń|niń|dyń|diń|tyń|tiń|nyñ|niñ|dyñ|diñ|tyñ|tiñ|lar|ler|dar|der|tar|ter|ǵan|gen|ğan|qan|dy|ty|ynda|inde|ǵa|ğa|qa|sy)$/
interface LetterCounts {
  readonly cyrillic: number
  readonly latin: number
  readonly other: number
  readonly kazakh: number
  readonly kazakhOnly: number
  readonly foreign: number
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

const KAZAKH_LETTERS = new Set('әғқңөұүһі')
const KAZAKH_ONLY = new Set('әғқұ')
/** Letters of Ukrainian, Belarusian, Serbian, Tatar, Bashkir, Uzbek and others, none of them Russian or Kazakh. */
const FOREIGN_LETTERS = new Set('їєґўјљњђћџҙҫҡҗҳӯӣѓќѕ')

/** One pass over the letters: this runs for every article and every paragraph. */
function countLetters(text: string): LetterCounts {
  const counts = { cyrillic: 0, latin: 0, other: 0, kazakh: 0, kazakhOnly: 0, foreign: 0 }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f && code !== 0xf7)) counts.latin += 1
    else if (code >= 0x400 && code <= 0x52f) {
      counts.cyrillic += 1
      // Russian letters end at 044F; only the rest can be of another language.
      if (code > 0x44f) {
        const letter = text.charAt(at)
        if (KAZAKH_LETTERS.has(letter)) counts.kazakh += 1
        if (KAZAKH_ONLY.has(letter)) counts.kazakhOnly += 1
        if (FOREIGN_LETTERS.has(letter)) counts.foreign += 1
      }
    } else if (code > 0x24f && code !== 0x2bc && /\p{L}/u.test(text.charAt(at))) counts.other += 1
  }
  return counts
}

function evidence(
  list: readonly string[],
  known: ReadonlySet<string>,
  ending: RegExp,
  weight: number,
  least: number,
): number {
  let sum = 0
  for (const word of list) {
    if (known.has(word)) sum += 1
    else if (word.length > least && ending.test(word)) sum += weight
  }
  return sum
}

/** True for a Russian text whose Kazakh letters all stand in a few names: of Kazakh words about half have such letters. */
function namesOnly(list: readonly string[], russian: number, kazakh: number): boolean {
  const kazakhWords = list.filter((word) => /[әғқңөұүһі]/.test(word)).length
  return russian >= 2 && russian > kazakh && kazakhWords < list.length * 0.25
}

function guessCyrillic(list: readonly string[], letters: LetterCounts): GuessedLanguage {
  const share = letters.kazakh / letters.cyrillic
  const short = letters.cyrillic < 40
  if (letters.foreign / letters.cyrillic > 0.004 && letters.kazakhOnly / letters.cyrillic < 0.02) {
    return { language: 'other', doubtful: true, latinKazakh: false }
  }
  // Kyrgyz and Tatar share ң, ө, ү with Kazakh, yet have none of қ, ғ, ұ, and Tatar alone has ә.
  if (share > 0.02 && letters.kazakhOnly === 0 && letters.cyrillic > 150) {
    return { language: 'other', doubtful: true, latinKazakh: false }
  }
  const russian = evidence(list, RUSSIAN_WORDS, RUSSIAN_ENDING, 0.5, 4)
  const kazakh = evidence(list, KAZAKH_WORDS, KAZAKH_ENDING, 0.25, 5)
  if (share > 0.02 && !namesOnly(list, russian, kazakh)) {
    return { language: 'kk', doubtful: short && share < 0.05, latinKazakh: false }
  }
  if (share > 0.02) return { language: 'ru', doubtful: share > 0.04, latinKazakh: false }
  const isKazakh = (letters.kazakh > 0 && kazakh >= russian) || (kazakh > russian && kazakh >= 1)
  return { language: isKazakh ? 'kk' : 'ru', doubtful: short && russian === kazakh, latinKazakh: false }
}

function guessLatin(list: readonly string[], letters: LetterCounts, text: string): GuessedLanguage {
  const special = count(text, /[áǵńóúýışğñöüä]/g) / letters.latin
  const kazakh = evidence(list, LATIN_KAZAKH_WORDS, LATIN_KAZAKH_ENDING, 0.5, 4) + count(text, /q(?!u)/g) * 0.5
  const english = evidence(list, ENGLISH_WORDS, /(?!)/, 0, 0)
  const share = english / Math.max(1, list.length)
  if (kazakh / list.length > 0.15 && kazakh > english && (special > 0.02 || kazakh >= 2)) {
    return { language: 'kk', doubtful: list.length < 12, latinKazakh: true }
  }
  if (special > 0.02 && share < 0.1) return { language: 'other', doubtful: true, latinKazakh: false }
  if (list.length >= 12 && share < 0.08) return { language: 'other', doubtful: true, latinKazakh: false }
  return { language: 'en', doubtful: list.length < 3, latinKazakh: false }
}

/** The language of a text by its script, its letters, its small words and its endings. */
export function guessLanguage(text: string): GuessedLanguage {
  const lower = text.slice(0, 4_000).toLowerCase()
  const letters = countLetters(lower)
  const known = letters.cyrillic + letters.latin
  if (known < 2 || letters.other > known) return { language: 'other', doubtful: true, latinKazakh: false }
  const list = lower.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
  if (letters.cyrillic >= letters.latin * 0.4) return guessCyrillic(list, letters)
  return guessLatin(list, letters, lower)
}

/**
 * The languages that take at least a fifth of a text, by paragraphs, most frequent first. One language: the text is not
 * mixed.
 */
export function languagesOf(paragraphs: readonly string[]): readonly ArticleLanguage[] {
  const letters = new Map<ArticleLanguage, number>()
  let total = 0
  for (const paragraph of paragraphs) {
    if (paragraph.length < 60) continue
    const { language } = guessLanguage(paragraph)
    letters.set(language, (letters.get(language) ?? 0) + paragraph.length)
    total += paragraph.length
  }
  return [...letters]
    .filter(([, share]) => share >= total * 0.2)
    .sort((one, other) => other[1] - one[1])
    .map(([language]) => language)
}
