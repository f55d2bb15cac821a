import type { Language } from '../../core/model/language.ts'
import { seededRandom, wholeBetween, type Random } from './random.ts'

/** A word with its inflected forms, the dictionary form first. */
export type WordForms = readonly string[]

/** Words of one language: function words by frequency, words of content by frequency. */
export interface Vocabulary {
  readonly functionWords: readonly string[]
  readonly words: readonly WordForms[]
}

const FUNCTION_WORDS: Readonly<Record<Language, string>> = {
  en: 'the of and to in a is that for on was with as by at from it be this which are has have not or an were will their its been but had they his would who',
  ru: 'и в не на что с по это как из к у за о от для он она они мы но же бы был была было были до при или если так еще уже который которые',
  kk: 'және бұл мен бен үшін деп бір осы сол ол олар біз болды бар жоқ туралы дейін кейін бойынша екен де да ғана емес тағы сондай арқылы ретінде керек еді',
}

/** Real words come first, so that generated articles can be asked real questions. */
const REAL_WORDS: Readonly<Record<Language, string>> = {
  en: 'university student science research forum ministry professor faculty international agreement programme laboratory education partner conference library project technology development region teacher academic exchange seminar innovation medicine energy water climate health history language culture',
  ru: 'университет студент наука исследование форум министерство профессор факультет соглашение программа лаборатория образование партнер конференция библиотека проект технология развитие область преподаватель обмен семинар инновация медицина энергетика вода климат здоровье история язык культура казахстан',
  kk: 'университет студент ғылым зерттеу форум министрлік профессор факультет келісім бағдарлама зертхана білім серіктес конференция кітапхана жоба технология даму облыс мұғалім алмасу семинар инновация медицина энергетика су климат денсаулық тарих тіл мәдениет қазақстан',
}

const SYLLABLES: Readonly<Record<Language, string>> = {
  en: 'form part uni nat port com stud gov rec tell ver mon dis con pre act sel tur land work pres fin tor mark cal bor wen lith gram sor vent plan der quil mis ten ral',
  ru: 'гор вод стр пол мир дом лет сов нар уч пис чит раб ход вид зна сто тор кон пре при рас вос обр дел лов рок мен тан вер лис мос тиц пуг бер зем жит руд сев',
  kk: 'қал бал жол тау бас сан дар қон жаз тұр ауд ғыл мек бет сөз көл үй ел тіл күн іс әк нұр шар қор оқу том ант жүр бер кез өмі рет сый таң шек құр дәл',
}

const ENDINGS: Readonly<Record<Language, readonly string[]>> = {
  en: [' s ed ing er ers', ' s ing ed ly', ' s al ally'],
  ru: [' а у ом е ы ов ам ами ах', ' и ю ей ям ями', ' ый ая ое ые ого ому ым'],
  kk: [' ның да ды лар лардың ға мен дан', ' нің де ді лер лердің ге мен ден', ' тың та ты тар тардың қа пен тан'],
}

/** Words per language; forms of names and numbers come on top without end. */
const SIZES: Readonly<Record<Language, number>> = { en: 12_000, ru: 9_000, kk: 9_000 }

const made = new Map<Language, Vocabulary>()

/** The vocabulary of a language, always the same. */
export function vocabularyOf(language: Language): Vocabulary {
  const known = made.get(language)
  if (known !== undefined) return known
  const vocabulary: Vocabulary = {
    functionWords: FUNCTION_WORDS[language].split(' '),
    words: inventWords(language, SIZES[language], seededRandom(language.charCodeAt(0) * 7_919)),
  }
  made.set(language, vocabulary)
  return vocabulary
}

function inventWords(language: Language, count: number, random: Random): readonly WordForms[] {
  const syllables = SYLLABLES[language].split(' ')
  const seen = new Set<string>()
  const words: WordForms[] = []
  const add = (stem: string): void => {
    if (seen.has(stem)) return
    seen.add(stem)
    words.push(inflect(language, stem))
  }
  for (const word of REAL_WORDS[language].split(' ')) add(word)
  while (words.length < count) {
    const length = wholeBetween(random, 2, 4)
    add(Array.from({ length }, () => syllables[wholeBetween(random, 0, syllables.length)] ?? '').join(''))
  }
  return words
}

function inflect(language: Language, stem: string): WordForms {
  const sets = ENDINGS[language]
  const soft = language === 'kk' && /[әөүіе](?=[^әөүіеаоұы]*$)/u.test(stem)
  const set = language === 'kk' ? (soft ? 1 : /[кқпсштф]$/u.test(stem) ? 2 : 0) : stem.length % sets.length
  return (sets[set] ?? '').split(' ').map((ending) => stem + ending)
}

const NAME_SYLLABLES: Readonly<Record<'latin' | 'cyrillic', readonly string[]>> = {
  latin:
    'ba ra ma ka ta sa na li di ki ro no to be re me ke te se ne ul er and ov gen jan bek ay nur dos tai gal han'.split(
      ' ',
    ),
  cyrillic:
    'ба ра ма ка та са на ли ди ки ро но то бе ре ме ке те се не ула еро анд ова ген жан бек ай нур дос тай ғали хан'.split(
      ' ',
    ),
}

/** The name with a number: names never run out, so that the vocabulary grows with the archive as real ones do. */
export function nameOf(number: number, script: 'latin' | 'cyrillic'): string {
  const syllables = NAME_SYLLABLES[script]
  let state = Math.imul(number + 1, 2_654_435_761) >>> 0
  let name = ''
  for (let count = 2 + (state % 3); count > 0; count -= 1) {
    name += syllables[state % syllables.length] ?? ''
    state = Math.imul(state ^ (state >>> 13), 1_540_483_477) >>> 0
  }
  name += syllables[number % syllables.length] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
