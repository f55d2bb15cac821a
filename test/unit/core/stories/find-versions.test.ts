import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseArticleFile } from '../../../../core/archive/article-file.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import type { Article, ArticleSummary } from '../../../../core/model/article.ts'
import { LANGUAGES } from '../../../../core/model/language.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import type { StoryCandidate } from '../../../../core/model/story.ts'
import { createFingerprints, type Fingerprints } from '../../../../core/stories/fingerprints.ts'
import { findVersions } from '../../../../core/stories/find-versions.ts'
import { proposeStories } from '../../../../core/stories/propose-stories.ts'
import { day, summaryOf } from '../../../support/catalog-of.ts'
import { fakeArchive, type FakeArchive } from '../../../support/fake-archive.ts'
import { QUIET } from '../../../support/run-task.ts'
import { makeNewsItem, seededRandom } from '../../../support/story-texts.ts'

interface Told {
  readonly summary: ArticleSummary
  readonly body: string
}

async function open(articles: readonly Told[]): Promise<{ archive: FakeArchive; fingerprints: Fingerprints }> {
  const archive = fakeArchive(
    articles.map(({ summary }) => summary),
    new Map(articles.map(({ summary, body }) => [summary.id, body])),
  )
  const fingerprints = createFingerprints(archive)
  await fingerprints.update(QUIET)
  return { archive, fingerprints }
}

async function sampleArticles(): Promise<readonly Article[]> {
  const folder = new URL('../../../../resources/sample/articles/', import.meta.url)
  const names = await readdir(folder)
  return Promise.all(names.map(async (name) => parseArticleFile(await readFile(new URL(name, folder)), name).article))
}

/** For each article and each other language: is the right partner first; and how many wrong links are there among all pairs. */
function judge(
  articles: readonly ArticleSummary[],
  storyOf: (id: ArticleId) => string,
  candidatesOf: (article: ArticleSummary) => readonly StoryCandidate[],
): { readonly right: number; readonly asked: number; readonly falseShare: number } {
  let [right, asked, wrong] = [0, 0, 0]
  for (const article of articles) {
    const candidates = candidatesOf(article)
    wrong += candidates.filter((candidate) => storyOf(candidate.article.id) !== storyOf(article.id)).length
    for (const language of LANGUAGES) {
      const partner = articles.find(
        (other) => other.language === language && other.id !== article.id && storyOf(other.id) === storyOf(article.id),
      )
      if (language === article.language || partner === undefined) continue
      asked += 1
      const [first] = candidates.filter((candidate) => candidate.article.language === language)
      if (first !== undefined && storyOf(first.article.id) === storyOf(article.id)) right += 1
    }
  }
  return { right, asked, falseShare: wrong / (articles.length * (articles.length - 1)) }
}

test('the right translation is proposed first for 60 sets in three languages, and false links are rare', async () => {
  const random = seededRandom(20_251_031)
  const told: Told[] = []
  for (let set = 0; set < 60; set += 1) {
    const item = makeNewsItem(random)
    for (const [place, language] of LANGUAGES.entries()) {
      const published = day(
        `2025-${String(1 + (set % 6)).padStart(2, '0')}-${String(1 + (set % 20) + place * 3).padStart(2, '0')}`,
      )
      const summary = summaryOf(set * 3 + place, { title: item.title[language], language, published })
      told.push({ summary, body: item.body[language] })
    }
  }
  const { archive, fingerprints } = await open(told)
  const setOf = new Map(told.map(({ summary }, place) => [summary.id, String(Math.floor(place / 3))]))
  const result = judge(
    told.map(({ summary }) => summary),
    (id) => setOf.get(id)!,
    (article) => findVersions(archive.catalog, fingerprints, article),
  )
  console.log(
    `translations: ${result.right} of ${result.asked} first, false links ${(result.falseShare * 100).toFixed(3)} %`,
  )
  expect(result.right / result.asked).toBeGreaterThanOrEqual(0.95)
  expect(result.falseShare).toBeLessThan(0.002)
})

test('the stories of the sample archive are found from its texts alone', async () => {
  const articles = await sampleArticles()
  const told = articles.map((article) => ({
    summary: { ...article, story: '', tags: NO_TAGS, attachmentCount: 0, doubts: [] },
    body: article.body,
  }))
  const { archive, fingerprints } = await open(told)
  const storyOf = new Map(articles.map((article) => [article.id, article.story === '' ? article.id : article.story]))
  const result = judge(
    told.map(({ summary }) => summary),
    (id) => storyOf.get(id)!,
    (article) => findVersions(archive.catalog, fingerprints, article),
  )
  console.log(`sample: ${result.right} of ${result.asked} first, false links ${(result.falseShare * 100).toFixed(3)} %`)
  expect(result.right / result.asked).toBeGreaterThanOrEqual(0.95)
  expect(result.falseShare).toBeLessThan(0.002)
})

test('pick-ups are found: cut to a third, with a new introduction, reordered, with 15 % of the words changed', async () => {
  const random = seededRandom(7)
  const originals = (await sampleArticles()).filter((article) => article.kind === 'own')
  const sentences = (body: string): string[] => body.split(/(?<=[.!?»”])\s+/u)
  const changes: Readonly<Record<string, (body: string) => string>> = {
    third: (body) =>
      sentences(body)
        .slice(0, Math.ceil(sentences(body).length / 3))
        .join(' '),
    introduction: (body) =>
      `Как стало известно нашей редакции, вчера произошло вот что. This we were told first.\n\n${body}`,
    reordered: (body) => sentences(body).reverse().join(' '),
    words: (body) =>
      body
        .split(' ')
        .map((word) => (random(100) < 15 ? `x${random(9_999)}` : word))
        .join(' '),
    'third, new introduction': (body) =>
      `Наш корреспондент побывал там и увидел всё своими глазами. ${sentences(body)
        .slice(-Math.ceil(sentences(body).length / 3))
        .join(' ')}`,
  }
  for (const [name, change] of Object.entries(changes)) {
    const told: Told[] = originals.flatMap((article, place) => [
      { summary: summaryOf(place * 2, { title: article.title, language: article.language }), body: article.body },
      {
        summary: summaryOf(place * 2 + 1, { title: 'Copy', language: article.language, kind: 'coverage' }),
        body: change(article.body),
      },
    ])
    const { archive, fingerprints } = await open(told)
    let found = 0
    for (let place = 0; place < originals.length; place += 1) {
      const copies = findVersions(archive.catalog, fingerprints, told[place * 2 + 1]!.summary).filter(
        ({ how }) => how === 'copy',
      )
      if (copies[0]?.article.id === told[place * 2]!.summary.id) found += 1
    }
    console.log(`pick-ups, ${name}: ${found} of ${originals.length}`)
    expect(found / originals.length).toBeGreaterThanOrEqual(0.9)
  }
})

test('linked articles are not proposed again, and articles far apart in time are no translations', async () => {
  const item = makeNewsItem(seededRandom(3))
  const at = (number: number, language: 'en' | 'ru', published: string, story = ''): Told => ({
    summary: summaryOf(number, { title: item.title[language], language, published: day(published), story }),
    body: item.body[language],
  })
  const found = async (...articles: Told[]): Promise<number> => {
    const { archive, fingerprints } = await open(articles)
    return findVersions(archive.catalog, fingerprints, articles[0]!.summary).length
  }
  expect(await found(at(1, 'en', '2025-03-01'), at(2, 'ru', '2025-03-04'))).toBe(1)
  expect(await found(at(1, 'en', '2025-03-01', 's'), at(2, 'ru', '2025-03-04', 's'))).toBe(0)
  expect(await found(at(1, 'en', '2025-03-01'), at(2, 'ru', '2025-06-04'))).toBe(0)
  expect(await found(at(1, 'en', '2025-03-01'), at(2, 'ru', '2025-03'))).toBe(1)
})

test('proposals group all versions of an item, and leave out what is linked', async () => {
  const items = [makeNewsItem(seededRandom(11)), makeNewsItem(seededRandom(12))]
  const told = items.flatMap((item, set) =>
    LANGUAGES.map((language, place): Told => ({
      summary: summaryOf(set * 3 + place, { title: item.title[language], language, story: set === 1 ? 'linked' : '' }),
      body: item.body[language],
    })),
  )
  const { archive, fingerprints } = await open(told)
  const proposals = await proposeStories(archive.catalog, fingerprints, QUIET)
  expect(proposals).toHaveLength(1)
  expect([...proposals[0]!.ids].sort()).toEqual(told.slice(0, 3).map(({ summary }) => summary.id))
})

test('the stories of the sample archive are proposed as groups', async () => {
  const articles = await sampleArticles()
  const told = articles.map((article) => ({
    summary: { ...article, story: '', tags: NO_TAGS, attachmentCount: 0, doubts: [] },
    body: article.body,
  }))
  const { archive, fingerprints } = await open(told)
  const groups = (await proposeStories(archive.catalog, fingerprints, QUIET)).map(({ ids }) =>
    [...ids].sort().join(' '),
  )
  const stories = Map.groupBy(
    articles.filter((article) => article.story !== ''),
    (article) => article.story,
  )
  const wanted = [...stories.values()].map((members) =>
    members
      .map(({ id }) => id)
      .sort()
      .join(' '),
  )
  const found = wanted.filter((story) => groups.includes(story)).length
  console.log(`sample: ${found} of ${wanted.length} stories proposed whole, ${groups.length} proposals`)
  expect(found).toBeGreaterThanOrEqual(wanted.length - 1)
})
