import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import { createNameTrie } from '../../../../core/tags/name-trie.ts'
import { readRegistry } from '../../../../core/tags/read-registry.ts'
import { suggestKnownTags } from '../../../../core/tags/suggest-known-tags.ts'
import { textPartsOf } from '../../../../core/tags/text-words.ts'

const ROOT = new URL('../../../../', import.meta.url)
const readText = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8')

const tag = (id: string, kind: Tag['kind'], ...names: string[]): Tag => ({
  id: id as TagId,
  kind,
  names: { en: names[0] ?? id },
  aliases: names.slice(1),
  color: '#111111',
})

function suggest(tags: readonly Tag[], body: string, title = '') {
  return suggestKnownTags(createNameTrie(tags), textPartsOf(title, body))
}

interface Count {
  found: number
  missed: string[]
  wrong: string[]
}

interface Annotated {
  readonly registry: string
  readonly articles: string
}

/** The texts of the sample's registry, and two sets written later with names that no rule was written for. */
const SETS: readonly Annotated[] = [
  { registry: 'resources/sample/tags.yaml', articles: 'test/fixtures/tags/annotated-articles.tsv' },
  { registry: 'test/fixtures/tags/fresh-tags.yaml', articles: 'test/fixtures/tags/fresh-articles.tsv' },
  { registry: 'test/fixtures/tags/fresh-tags-2.yaml', articles: 'test/fixtures/tags/fresh-articles-2.tsv' },
]

async function judge(sets: readonly Annotated[]): Promise<{ articles: number; counts: ReadonlyMap<string, Count> }> {
  const counts = new Map<string, Count>()
  let articles = 0
  for (const set of sets) {
    const tags = readRegistry(await readText(set.registry)).entries.map(({ tag: entry }) => entry)
    const trie = createNameTrie(tags.filter(({ kind }) => kind !== 'topic'))
    for (const line of (await readText(set.articles)).trimEnd().split('\n')) {
      const [language = '', ids = '', text = ''] = line.split('\t')
      const wanted = ids === '' ? [] : ids.split(',')
      const got = suggestKnownTags(trie, textPartsOf('', text)).map((suggestion) => suggestion.tag as string)
      const count = counts.get(language) ?? { found: 0, missed: [], wrong: [] }
      count.found += got.filter((id) => wanted.includes(id)).length
      count.missed.push(...wanted.filter((id) => !got.includes(id)))
      count.wrong.push(...got.filter((id) => !wanted.includes(id)))
      counts.set(language, count)
      articles += 1
    }
  }
  return { articles, counts }
}

test.each([
  ['the 60 of the sample', SETS.slice(0, 1), 60],
  ['51 written later', SETS.slice(1), 51],
])(
  'registered names are found in %s annotated articles: recall at least 0.95 at precision at least 0.9',
  async (name, sets, expected) => {
    const { articles, counts } = await judge(sets)
    expect(articles).toBe(expected)
    for (const [language, { found, missed, wrong }] of counts) {
      const recall = found / (found + missed.length)
      const precision = found / (found + wrong.length)
      console.log(`${name}, ${language}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`, {
        missed,
        wrong,
      })
      expect(recall).toBeGreaterThanOrEqual(0.95)
      expect(precision).toBeGreaterThanOrEqual(0.9)
    }
  },
)

test('every suggestion says which spelling stands where, and offers a new form as alias', () => {
  const cardiff = tag('cardiff', 'partner', 'Cardiff University', 'Кардифф университеті')
  const [found] = suggest([cardiff], 'Бүгін қонақ келді.\n\nОлар – Кардифф университетінің мамандары.')
  expect(found).toEqual({
    type: 'known',
    tag: 'cardiff',
    kind: 'partner',
    score: 0.8,
    reason: {
      how: 'form',
      spelling: 'Кардифф университеті',
      found: 'Кардифф университетінің',
      place: 'paragraph',
      paragraph: 2,
    },
    newAlias: 'Кардифф университетінің',
  })
  expect(suggest([cardiff], '', 'Cardiff University comes')[0]).toMatchObject({
    score: 1,
    newAlias: null,
    reason: { how: 'exact', place: 'title', paragraph: 0 },
  })
})

test('a name written in one script is found in the other', () => {
  const tags = [tag('nordhaven', 'partner', 'Nordhaven'), tag('zhetisu', 'partner', 'Жетісу')]
  expect(suggest(tags, 'Гости из Нордхавена уехали.')[0]).toMatchObject({ tag: 'nordhaven', reason: { how: 'sound' } })
  expect(suggest([tag('keleshyek', 'initiative', 'Keleshyek')], 'Вклады «Келешек» растут.')).toHaveLength(1)
  expect(suggest([tag('m', 'partner', 'Ministry of Science')], 'The Minister of Science spoke.')).toEqual([])
})

test('one ordinary word counts only where it must be a name', () => {
  const tags = [tag('future', 'initiative', 'Келешек'), tag('horizon', 'initiative', 'Horizon')]
  expect(suggest(tags, 'Келешек ұрпақ үшін. Біздің келешек жарқын.')).toEqual([])
  expect(suggest(tags, '«Келешек» басталды.')).toHaveLength(1)
  expect(suggest(tags, 'Horizon is far away, says the horizon.')).toEqual([])
  expect(suggest(tags, 'They applied to Horizon again.')).toHaveLength(1)
})

test('a name inside a longer name of the same kind is not suggested, and no name spans two sentences', () => {
  const tags = [tag('minerva', 'partner', 'Minerva'), tag('minerva-fund', 'partner', 'Minerva Fund')]
  expect(suggest(tags, 'Money came from Minerva Fund.').map((found) => found.tag)).toEqual(['minerva-fund'])
  const withTopic = [tag('culture', 'topic', 'Culture'), tag('blcu', 'partner', 'Language and Culture University')]
  expect(suggest(withTopic, 'The Language and Culture University won.').map((found) => found.tag)).toEqual(['blcu'])
  expect(suggest([tag('a', 'partner', 'Anhe University')], 'They left Anhe. University life goes on.')).toEqual([])
})

test('names with endings that no dictionary knows are found', () => {
  const tags = [tag('kokdata', 'partner', 'КөкДата'), tag('narxoz', 'partner', 'Нархоз'), tag('erg', 'partner', 'ERG')]
  for (const text of ['Жоба КөкДатаның еңбегі.', 'Біз КөкДатамен жұмыс істейміз.', 'Вместе с КөкДатой.']) {
    expect(suggest(tags, text).map((found) => found.tag)).toEqual(['kokdata'])
  }
  for (const text of ['Студенты Нархоза победили.', 'Олар Нархоздан келді.', 'ол Нархоздағы сабақ.']) {
    expect(suggest(tags, text).map((found) => found.tag)).toEqual(['narxoz'])
  }
  expect(suggest(tags, 'Biz bar: ERG-дің сыйлығы.').map((found) => found.tag)).toEqual(['erg'])
})

test('inside a Kazakh name no word takes a case: ordinary words at the start of a sentence are no name', () => {
  const tags = [tag('doctor', 'initiative', 'Ауыл дәрігері')]
  expect(suggest(tags, 'Ауылда дәрігер жоқ. Ауылдан дәрігер кетті.')).toEqual([])
  expect(suggest(tags, '«Ауыл дәрігеріне» жүз түлек жазылды.')).toHaveLength(1)
})
