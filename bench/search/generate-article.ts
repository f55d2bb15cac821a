import type { ArticleId } from '../../core/model/article-id.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import type { Language } from '../../core/model/language.ts'
import { gaussian, oneOf, seededRandom, wholeBetween, zipfRanks, type Random } from './random.ts'
import { nameOf, vocabularyOf } from './vocabulary.ts'

/** A generated article: the same number always gives the same one. */
export interface GeneratedArticle {
  readonly id: ArticleId
  readonly title: string
  readonly body: string
  readonly language: Language
  readonly outlet: string
  readonly authors: readonly string[]
  /** Numbers of its tags, below `TAG_COUNT`. */
  readonly tags: readonly number[]
  /** `yyyy-MM-dd` */
  readonly published: string
}

export const TAG_COUNT = 300
const OUTLET_COUNT = 60
const TOPIC_COUNT = 120
const TOPIC_WORDS = 60
/** Words of a body: the median, and how widely lengths are spread. */
const MEAN_WORDS = 390
const SPREAD = 0.55
const FIRST_DAY = Date.UTC(2012, 0, 1)
const DAYS = 5_000
const DAY = 86_400_000

const rankOfFunctionWord = zipfRanks(28, 1, 1)
const rankOfWord = zipfRanks(9_000, 1, 2.7)
const rankOfTopicWord = zipfRanks(TOPIC_WORDS, 0.8, 1)
const rankOfName = zipfRanks(400_000, 0.9, 20)
const rankOfTag = zipfRanks(TAG_COUNT, 0.9, 4)
const rankOfOutlet = zipfRanks(OUTLET_COUNT, 0.8, 2)

/** The names of a tag in the three languages. */
export function tagNames(number: number): readonly string[] {
  return (['en', 'ru', 'kk'] as const).map((language) => {
    const { words } = vocabularyOf(language)
    return `${words[(number * 37) % 2_000]?.[0] ?? ''} ${words[(number * 53 + 7) % 3_000]?.[0] ?? ''}`
  })
}

/** Makes the article with a number. */
export function generateArticle(number: number, words = MEAN_WORDS): GeneratedArticle {
  const random = seededRandom(Math.imul(number + 1, 0x9e3779b1) ^ 0x5bd1e995)
  const share = random()
  const language: Language = share < 0.4 ? 'ru' : share < 0.7 ? 'kk' : 'en'
  const topic = wholeBetween(random, 0, TOPIC_COUNT)
  const length = Math.max(20, Math.min(6_000, Math.round(words * Math.exp(SPREAD * gaussian(random)))))
  const tags = new Set<number>()
  for (let count = wholeBetween(random, 1, 5); count > 0; count -= 1) tags.add(rankOfTag(random))
  return {
    id: createArticleId(FIRST_DAY + number, [
      number & 31,
      (number >> 5) & 31,
      (number >> 10) & 31,
      number >> 15,
      1,
      2,
      3,
    ]),
    language,
    title: sentence(random, language, topic, wholeBetween(random, 8, 17)),
    body: text(random, language, topic, length),
    outlet: `Outlet ${rankOfOutlet(random)}`,
    authors: [nameOf(rankOfName(random), 'cyrillic')],
    tags: [...tags],
    published: new Date(FIRST_DAY + wholeBetween(random, 0, DAYS) * DAY).toISOString().slice(0, 10),
  }
}

function text(random: Random, language: Language, topic: number, words: number): string {
  let result = ''
  let left = words
  while (left > 0) {
    const length = Math.min(left, wholeBetween(random, 6, 24))
    result += sentence(random, language, topic, length) + (random() < 0.2 ? '.\n\n' : '. ')
    left -= length
  }
  return result.trim()
}

function sentence(random: Random, language: Language, topic: number, words: number): string {
  const list = Array.from({ length: words }, () => decorate(random, word(random, language, topic), language))
  const joined = list.join(' ')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

function decorate(random: Random, word: string, language: Language): string {
  const share = random()
  if (share < 0.015) return language === 'en' ? `"${word}"` : `«${word}»`
  if (share < 0.07) return `${word},`
  return share < 0.076 ? `${word} —` : word
}

function word(random: Random, language: Language, topic: number): string {
  const vocabulary = vocabularyOf(language)
  const share = random()
  if (share < 0.33) return vocabulary.functionWords[rankOfFunctionWord(random)] ?? ''
  if (share < 0.345)
    return String(random() < 0.5 ? wholeBetween(random, 1_990, 2_026) : wholeBetween(random, 1, 10_000))
  if (share < 0.375) return nameOf(rankOfName(random), language === 'en' ? 'latin' : 'cyrillic')
  const other =
    share < 0.4
      ? oneOf(
          random,
          (['en', 'ru', 'kk'] as const).filter((code) => code !== language),
        )
      : language
  const { words } = vocabularyOf(other)
  const rank = share < 0.53 ? (topic * 71 + rankOfTopicWord(random) * 13) % 4_000 : rankOfWord(random)
  const forms = words[rank] ?? words[0] ?? ['']
  let form = 0
  while (form < forms.length - 1 && random() < 0.6) form += 1
  return forms[form] ?? ''
}
