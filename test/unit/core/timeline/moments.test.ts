import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { dayNumber } from '../../../../core/model/calendar-units.ts'
import type { TimelineMoments } from '../../../../core/model/moments.ts'
import { NO_TAGS, type Tag, type TagId } from '../../../../core/model/tag.ts'
import { findPeaks } from '../../../../core/timeline/find-peaks.ts'
import { readMoments } from '../../../../core/timeline/moments.ts'
import { createTimelineNotes } from '../../../../core/timeline/notes.ts'
import { findSilences } from '../../../../core/timeline/silences.ts'
import { catalogOf, day, summaryOf } from '../../../support/catalog-of.ts'
import { smallFiles } from '../../../support/small-files.ts'

const CARDIFF = 'cardiff' as TagId
const TAG: Tag = { id: CARDIFF, kind: 'partner', names: { en: 'Cardiff' }, aliases: [], color: '#111111' }
const about = (number: number, published: string): ArticleSummary =>
  summaryOf(number, { published: day(published), tags: { ...NO_TAGS, partner: [CARDIFF] } })

function moments(articles: readonly ArticleSummary[], today: string, leastDays = 30): TimelineMoments {
  const catalog = catalogOf(articles)
  return readMoments({
    catalog,
    rows: catalog.columns.live,
    kind: 'partner',
    tagOf: (id) => (id === CARDIFF ? TAG : undefined),
    today,
    leastDays,
  })
}

test('silences are the days between mentions and since the last one; a whole month that may be meant is not silent', () => {
  const { silences } = moments([about(1, '2025-01-31'), about(2, '2025-04'), about(3, '2025-05-02')], '2025-06-30')
  expect(silences).toEqual([
    { tag: CARDIFF, from: '2025-02-01', to: '2025-03-31', days: 59, open: false },
    { tag: CARDIFF, from: '2025-05-03', to: '2025-06-30', days: 59, open: true },
  ])
})

test('silences never hold a day that may have an article, and every long gap is one', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }))
    .map(([a, b]) => [a, a + b] as const)
  fc.assert(
    fc.property(
      fc.array(span, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      (mentions, leastDays) => {
        const today = 450
        const silences = findSilences(CARDIFF, mentions, { leastDays, today })
        const silent = new Set(
          silences.flatMap(({ from, to }) => {
            const first = dayNumber(from)
            return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => first + index)
          }),
        )
        const start = Math.min(...mentions.map(([first]) => first))
        const spoken = (number: number): boolean => mentions.some(([first, last]) => first <= number && number <= last)
        let run = 0
        for (let number = start; number <= today + 1; number += 1) {
          if (number <= today && !spoken(number)) run += 1
          else {
            for (let back = 1; back <= run; back += 1) expect(silent.has(number - back)).toBe(run >= leastDays)
            run = 0
          }
          if (spoken(number)) expect(silent.has(number)).toBe(false)
        }
      },
    ),
  )
})

test('articles of the same day in earlier years are remembered, those of a leap day on 28 February', () => {
  const articles = [about(1, '2020-02-29'), about(2, '2023-02-28'), about(3, '2025-02-28'), about(4, '2024-02')]
  const years = (today: string): readonly number[] => moments(articles, today).onThisDay.map((found) => found.years)
  expect(years('2025-02-28')).toEqual([5, 2])
  expect(years('2024-02-28')).toEqual([1])
  expect(years('2024-02-29')).toEqual([4])
})

test('first and last mentions are told, and a round anniversary that is near', () => {
  const { mentions, anniversaries } = moments([about(1, '2020-03-10'), about(2, '2024-05-01')], '2025-02-20')
  expect(mentions).toMatchObject([
    { tag: CARDIFF, count: 2, first: { title: 'Article 1' }, last: { title: 'Article 2' } },
  ])
  expect(anniversaries).toEqual([{ tag: CARDIFF, day: '2025-03-10', years: 5 }])
  expect(moments([about(1, '2020-12-31')], '2025-12-31').anniversaries).toHaveLength(1)
  expect(moments([about(1, '2020-01-05')], '2024-12-30').anniversaries).toMatchObject([{ day: '2025-01-05', years: 5 }])
  expect(moments([about(1, '2018-03-10')], '2025-03-01').anniversaries).toEqual([])
})

test('a peak stands out from the units around it and is explained by its own words', () => {
  const everyday = Array.from({ length: 24 }, (_, month) =>
    summaryOf(month, {
      title: `News of the university, month ${month}`,
      published: day(`${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`),
    }),
  )
  const forum = Array.from({ length: 9 }, (_, number) =>
    summaryOf(100 + number, { title: `Forum in Astana opens, part ${number}`, published: day('2024-10-30') }),
  )
  const catalog = catalogOf([...everyday, ...forum])
  const [peak, ...others] = findPeaks(catalog, catalog.columns.live, 'month', 5)
  expect(others).toEqual([])
  expect(peak).toMatchObject({ start: '2024-10-01', count: 10, usual: 1 })
  expect(peak?.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['Forum', 'Astana', 'opens']))
  expect(peak?.words.map(({ word }) => word)).not.toContain('university')
  expect(peak?.articles[0]?.title).toContain('Forum')
  expect(findPeaks(catalogOf(everyday), catalogOf(everyday).columns.live, 'month', 5)).toEqual([])
})

test('notes are kept in a file that may be edited by hand', async () => {
  const files = smallFiles()
  const notes = createTimelineNotes(files)
  const saved = await notes.save({ from: '2025-10-31', to: '2025-10-31', text: 'Forum: "first" day' })
  await notes.save({ from: '2025-01-01', to: '2025-01-31', text: 'Renovation' })
  await notes.save({ ...saved, text: 'Forum' })
  expect((await notes.list()).map(({ text }) => text)).toEqual(['Renovation', 'Forum'])
  files.writeByHand(
    'notes.yaml',
    `${files.text('notes.yaml') ?? ''}- {from: 2024-05-01, text: By hand}\n- {from: soon}\n`,
  )
  expect((await notes.list())[0]).toMatchObject({ from: '2024-05-01', to: '2024-05-01', text: 'By hand' })
  await notes.remove(saved.id)
  expect(await notes.list()).toHaveLength(2)
  await expect(notes.remove('nothing')).rejects.toMatchObject({ code: 'not-found' })
  await expect(notes.save({ from: '2025-02-01', to: '2025-01-01', text: 'x' })).rejects.toMatchObject({
    code: 'bad-date',
  })
  files.writeByHand('notes.yaml', 'a: [')
  await expect(notes.list()).rejects.toMatchObject({ code: 'archive-damaged', details: { file: 'notes.yaml' } })
})
