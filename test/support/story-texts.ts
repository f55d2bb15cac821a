import type { Language } from '../../core/model/language.ts'

/** One news item in three languages, written from patterns. */
export interface NewsItem {
  readonly title: Readonly<Record<Language, string>>
  readonly body: Readonly<Record<Language, string>>
}

type Name = readonly [en: string, ru: string, kk: string]

/** People, in the nominative, as officials and journalists write them. */
const PEOPLE: readonly Name[] = [
  ['Aigerim Sadykova', 'Айгерим Садыкова', 'Айгерім Садықова'],
  ['Daniyar Bekov', 'Данияр Беков', 'Данияр Беков'],
  ['Ruslan Karimov', 'Руслан Каримов', 'Руслан Кәрімов'],
  ['Zhanna Tleuova', 'Жанна Тлеуова', 'Жанна Тілеуова'],
  ['Serik Orazbay', 'Серик Оразбай', 'Серік Оразбай'],
  ['Natalia Gromova', 'Наталья Громова', 'Наталья Громова'],
  ['Peter Holloway', 'Питер Холлоуэй', 'Питер Холлоуэй'],
  ['Yerlan Shaken', 'Ерлан Шакен', 'Ерлан Шәкен'],
  ['Gaukhar Mamyr', 'Гаухар Мамыр', 'Гауһар Мамыр'],
  ['Viktor Lisin', 'Виктор Лисин', 'Виктор Лисин'],
  ['Assel Nurgali', 'Асель Нургали', 'Әсел Нұрғали'],
  ['Mehmet Yildirim', 'Мехмет Йылдырым', 'Мехмет Йылдырым'],
]

const PLACES: readonly Name[] = [
  ['Taldykorgan', 'Талдыкорган', 'Талдықорған'],
  ['Kostanay', 'Костанай', 'Қостанай'],
  ['Pavlodar', 'Павлодар', 'Павлодар'],
  ['Aktobe', 'Актобе', 'Ақтөбе'],
  ['Semey', 'Семей', 'Семей'],
  ['Turkistan', 'Туркестан', 'Түркістан'],
  ['Atyrau', 'Атырау', 'Атырау'],
  ['Zhezkazgan', 'Жезказган', 'Жезқазған'],
  ['Kokshetau', 'Кокшетау', 'Көкшетау'],
  ['Ekibastuz', 'Экибастуз', 'Екібастұз'],
]

const FIRMS: readonly Name[] = [
  ['Tengri Energy', 'Тенгри Энерджи', 'Теңгрі Энерджи'],
  ['Northwind', 'Нортвинд', 'Нортвинд'],
  ['Altyn Dala', 'Алтын Дала', 'Алтын Дала'],
  ['Bridgeford', 'Бриджфорд', 'Бриджфорд'],
  ['Sary Tau', 'Сары Тау', 'Сары Тау'],
  ['Melburn Labs', 'Мельбурн Лабс', 'Мельбурн Лабс'],
  ['Kazyna Digital', 'Казына Диджитал', 'Қазына Диджитал'],
  ['Orion Steel', 'Орион Стил', 'Орион Стил'],
]

interface Facts {
  readonly speaker: Name
  readonly guest: Name
  readonly place: Name
  readonly firm: Name
  readonly many: number
  readonly money: number
  readonly year: number
}

type Pattern = Readonly<Record<Language, (facts: Facts) => string>>

const TITLES: readonly Pattern[] = [
  {
    en: (f) => `${f.many} students will work in ${f.place[0]} this summer`,
    ru: (f) => `Летом в городе ${f.place[1]} будут работать ${f.many} студентов`,
    kk: (f) => `Жазда ${f.many} студент ${f.place[2]} қаласында жұмыс істейді`,
  },
  {
    en: (f) => `${f.firm[0]} opens a laboratory at the university`,
    ru: (f) => `Компания «${f.firm[1]}» открывает лабораторию в университете`,
    kk: (f) => `«${f.firm[2]}» компаниясы университетте зертхана ашады`,
  },
  {
    en: (f) => `New dormitory promised by ${f.year}`,
    ru: (f) => `Новое общежитие обещают построить к ${f.year} году`,
    kk: (f) => `Жаңа жатақхана ${f.year} жылға қарай салынады`,
  },
]

const SENTENCES: readonly Pattern[] = [
  {
    en: (f) => `The agreement was signed in ${f.place[0]} by ${f.speaker[0]} and the head of ${f.firm[0]}.`,
    ru: (f) => `Соглашение в городе ${f.place[1]} подписали ${f.speaker[1]} и глава компании «${f.firm[1]}».`,
    kk: (f) => `Келісімге ${f.place[2]} қаласында ${f.speaker[2]} мен «${f.firm[2]}» компаниясының басшысы қол қойды.`,
  },
  {
    en: (f) => `It covers ${f.many} places for trainees and equipment worth ${f.money.toLocaleString('en')} tenge.`,
    ru: (f) => `Оно предусматривает ${f.many} мест для практикантов и оборудование на ${spaced(f.money)} тенге.`,
    kk: (f) =>
      `Онда тәжірибеден өтушілерге ${f.many} орын және ${spaced(f.money)} теңгенің құрал-жабдығы қарастырылған.`,
  },
  {
    en: (f) => `Lectures will be given by ${f.guest[0]}, who came as a guest for the second time.`,
    ru: (f) => `Лекции прочитает ${f.guest[1]}: в качестве гостя учёный приезжает уже во второй раз.`,
    kk: (f) => `Дәрісті ${f.guest[2]} оқиды: ғалым қонаққа екінші рет келіп отыр.`,
  },
  {
    en: (f) => `“We have waited for this since ${f.year - 9},” said ${f.speaker[0]}.`,
    ru: (f) =>
      `«Мы ждали этого с ${f.year - 9} года», — отметила сторона университета; ${f.speaker[1]} поблагодарил всех.`,
    kk: (f) => `«Біз мұны ${f.year - 9} жылдан бері күттік», – деп айтты ${f.speaker[2]}.`,
  },
  {
    en: () => 'Students asked about pay, meals and the road. All three answers were better than expected.',
    ru: () => 'Студенты спрашивали о зарплате, питании и дороге. Ответы оказались лучше, чем ждали.',
    kk: () => 'Студенттер жалақы, тамақ және жол туралы сұрады. Жауап күткеннен жақсы болды.',
  },
  {
    en: (f) => `Work begins in spring and is to be finished by ${f.year}.`,
    ru: (f) => `Работы начнутся весной и должны завершиться к ${f.year} году.`,
    kk: (f) => `Жұмыс көктемде басталып, ${f.year} жылға қарай аяқталуы тиіс.`,
  },
]

function spaced(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0')
}

/** A small generator of the same numbers for the same seed. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** Makes one item; the same random numbers give the same item. Four or five of six sentences are told. */
export function makeNewsItem(random: (below: number) => number): NewsItem {
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)]!
  const facts: Facts = {
    speaker: pick(PEOPLE),
    guest: pick(PEOPLE),
    place: pick(PLACES),
    firm: pick(FIRMS),
    many: 11 + random(480),
    money: (101 + random(800)) * 10_000 + random(90) * 100,
    year: 2025 + random(8),
  }
  const title = pick(TITLES)
  const left = random(SENTENCES.length)
  const told = SENTENCES.filter((_, place) => place !== left)
  const write = (language: Language): string =>
    [told.slice(0, 2), told.slice(2)]
      .map((part) => part.map((pattern) => pattern[language](facts)).join(' '))
      .join('\n\n')
  return {
    title: { en: title.en(facts), ru: title.ru(facts), kk: title.kk(facts) },
    body: { en: write('en'), ru: write('ru'), kk: write('kk') },
  }
}
