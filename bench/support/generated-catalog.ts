import { createCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { Catalog } from '../../core/archive/catalog/catalog.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { ARTICLE_KINDS, type ArticleSummary } from '../../core/model/article.ts'
import { isPartialDay } from '../../core/model/calendar-day.ts'
import { dayText } from '../../core/model/calendar-units.ts'
import { LANGUAGES } from '../../core/model/language.ts'
import type { Tag, TagId } from '../../core/model/tag.ts'

/** 2006-01-01 */
const FIRST_DAY = 13_149
const SPAN_DAYS = 7_300

/** The tags of generated articles: 40 initiatives, 400 partners, 60 topics. */
export function generatedTags(): readonly Tag[] {
  const tag = (kind: Tag['kind'], number: number): Tag => ({
    // A slug by its making.
    id: `${kind}-${number}` as TagId,
    kind,
    names: { en: `${kind} ${number}`, ru: `Метка ${number}`, kk: `Белгі ${number}` },
    aliases: [],
    color: '#2f6db5',
  })
  const many = (kind: Tag['kind'], count: number): readonly Tag[] =>
    Array.from({ length: count }, (_, number) => tag(kind, number))
  return [...many('initiative', 40), ...many('partner', 400), ...many('topic', 60)]
}

/** A catalog of so many articles over twenty years, always the same; some dates are known to the month only or not at all. */
export function generatedCatalog(articles: number): Catalog {
  const catalog = createCatalog()
  for (let number = 0; number < articles; number += 1) catalog.put(summaryOf(number))
  return catalog
}

function summaryOf(number: number): ArticleSummary {
  const spread = (Math.imul(number, 2_654_435_761) >>> 0) / 4_294_967_296
  const whole = dayText(FIRST_DAY + Math.floor(spread * SPAN_DAYS))
  const day = number % 50 === 0 ? whole.slice(0, 7) : whole
  const id = (kind: string, of: number): TagId => `${kind}-${Math.floor(spread * 97_531 + number) % of}` as TagId
  return {
    id: createArticleId(1_500_000_000_000 + number * 32, [0, 0, 0, 0, 0, 0, 0]),
    title: `Article ${number} about students, science and partner ${number % 400}`,
    subtitle: '',
    published: number % 100 === 1 || !isPartialDay(day) ? null : day,
    outlet: number % 3 === 0 ? '' : `Outlet ${number % 150}`,
    authors: [],
    kind: ARTICLE_KINDS[number % 2] ?? 'own',
    language: LANGUAGES[number % 3] ?? 'en',
    tags: {
      initiative: number % 4 === 0 ? [id('initiative', 40)] : [],
      partner: number % 2 === 0 ? [id('partner', 400), id('partner', 13)].slice(0, 1 + (number % 3 === 0 ? 1 : 0)) : [],
      topic: [id('topic', 60)],
    },
    story: number % 10 < 3 ? `story-${Math.floor(number / 10)}` : '',
    attachmentCount: 0,
    doubts: [],
    created: '2025-01-01T00:00:00.000Z',
    updated: '2025-01-01T00:00:00.000Z',
    version: String(number),
  }
}
