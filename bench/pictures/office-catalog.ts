import { createCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { Catalog } from '../../core/archive/catalog/catalog.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import type { ArticleSummary } from '../../core/model/article.ts'
import { isPartialDay } from '../../core/model/calendar-day.ts'
import { dayNumber, dayText } from '../../core/model/calendar-units.ts'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import { TAG_PALETTE, type Tag, type TagId } from '../../core/model/tag.ts'

type Names = readonly [en: string, ru: string, kk: string]

const INITIATIVES: readonly (readonly [Names, from: string, to: string | null])[] = [
  [['Clean Water', 'Чистая вода', 'Таза су'], '2015-09', null],
  [['Two Diplomas', 'Два диплома', 'Қос диплом'], '2014-09-01', '2023-06-30'],
  [['Girls in Engineering', 'Девушки в инженерии', 'Инженер қыздар'], '2018-03-08', null],
  [['Open Lecture Hall', 'Открытая аудитория', 'Ашық дәрісхана'], '2016-01', '2021-12'],
  [['Start-up Yard', 'Двор стартапов', 'Стартап ауласы'], '2019', null],
  [['Quiet Energy', 'Тихая энергия', 'Тыныш энергия'], '2020-05', null],
  [['Steppe Library', 'Степная библиотека', 'Дала кітапханасы'], '2017-02', '2025-05'],
]

const PARTNERS: readonly Names[] = [
  ['Northern Lakes University', 'Университет Северных озёр', 'Солтүстік көлдер университеті'],
  ['Steppe Wind Company', 'Компания «Степной ветер»', '«Дала желі» компаниясы'],
  ['Institute of Soils', 'Институт почв', 'Топырақ институты'],
  ['River City Council', 'Акимат Речного города', 'Өзен қаласының әкімдігі'],
  ['Museum of Letters', 'Музей письменности', 'Жазу музейі'],
  ['Academy of Bridges', 'Академия мостов', 'Көпір академиясы'],
  ['Fund for First Students', 'Фонд первых студентов', 'Алғашқы студенттер қоры'],
  ['Harbour Technical School', 'Портовый техникум', 'Порт техникумы'],
  ['House of Science', 'Дом науки', 'Ғылым үйі'],
]

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Students return from the summer school',
    'Laboratory opens its doors',
    'New agreement signed',
    'A day of the open door',
  ],
  ru: [
    'Студенты вернулись из летней школы',
    'Лаборатория открыла двери',
    'Подписано новое соглашение',
    'День открытых дверей',
  ],
  kk: [
    'Студенттер жазғы мектептен оралды',
    'Зертхана есігін айқара ашты',
    'Жаңа келісімге қол қойылды',
    'Ашық есік күні',
  ],
}

const OUTLETS = ['', 'Tañ press', 'Дала хабары', 'Вечерний город', 'Campus Post', 'Научная неделя'] as const

const FIRST_DAY = dayNumber('2014-09-01')
const DAYS = dayNumber('2026-11-20') - FIRST_DAY

/** Where in time something made everybody write. */
const LOUD = [0.27, 0.55, 0.81] as const

/** Tags of an invented office, made for the pictures of the documentation. */
export function officeTags(): readonly Tag[] {
  const tag = (kind: Tag['kind'], [en, ru, kk]: Names, number: number): Tag => ({
    // A slug by its making.
    id: en.toLowerCase().replace(/[^a-z]+/g, '-') as TagId,
    kind,
    names: { en, ru, kk },
    aliases: [],
    color: TAG_PALETTE[number % TAG_PALETTE.length] ?? '#2f6db5',
  })
  return [
    ...INITIATIVES.map(([names, from, to], number) => ({
      ...tag('initiative', names, number),
      from,
      ...(to === null ? {} : { to }),
    })),
    ...PARTNERS.map((names, number) => tag('partner', names, number + 3)),
  ]
}

/** So many articles over twelve years that grow in number, with quiet summers and a few loud weeks; always the same. */
export function officeCatalog(articles: number): Catalog {
  const catalog = createCatalog()
  const next = randomNumbers(20_261_123)
  const tags = officeTags()
  for (let number = 0; number < articles; number += 1) catalog.put(summaryOf(number, tags, next))
  return catalog
}

function summaryOf(number: number, tags: readonly Tag[], next: () => number): ArticleSummary {
  const dayOfArticle = dayText(FIRST_DAY + someDay(next))
  const published = next() < 0.015 ? dayOfArticle.slice(0, 7) : dayOfArticle
  const language = LANGUAGES[Math.floor(next() * 3)] ?? 'en'
  const titles = TITLES[language]
  const pick = (kind: Tag['kind'], share: number): readonly TagId[] => {
    const ofKind = tags.filter((tag) => tag.kind === kind)
    // Squared: some are written about far more often than others.
    const chosen = ofKind[Math.floor(next() ** 2 * ofKind.length)]
    return chosen === undefined || next() > share ? [] : [chosen.id]
  }
  const partners = [...new Set([...pick('partner', 0.7), ...pick('partner', 0.15)])]
  return {
    id: createArticleId(1_500_000_000_000 + number * 32, [0, 0, 0, 0, 0, 0, 0]),
    title: titles[Math.floor(next() * titles.length)] ?? '',
    subtitle: '',
    published: next() < 0.004 || !isPartialDay(published) ? null : published,
    outlet: OUTLETS[Math.floor(next() * OUTLETS.length)] ?? '',
    authors: [],
    kind: next() < 0.45 ? 'own' : 'coverage',
    language,
    tags: { initiative: pick('initiative', 0.75), partner: partners, topic: [] },
    story: '',
    attachmentCount: 0,
    doubts: [],
    created: '2025-01-01T00:00:00.000Z',
    updated: '2025-01-01T00:00:00.000Z',
    version: String(number),
  }
}

function someDay(next: () => number): number {
  if (next() < 0.03) return Math.floor((LOUD[Math.floor(next() * LOUD.length)] ?? 0) * DAYS + next() * 9)
  for (;;) {
    const place = Math.floor(Math.sqrt(next()) * DAYS)
    const month = Number(dayText(FIRST_DAY + place).slice(5, 7))
    const isSummer = month === 7 || month === 8
    if (!isSummer || next() < 0.35) return place
  }
}

/** A row of numbers from 0 to 1 that is the same each time. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
