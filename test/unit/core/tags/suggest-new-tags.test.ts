import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseArticleFile } from '../../../../core/archive/article-file.ts'
import { spellingsOf } from '../../../../core/tags/find-tag.ts'
import { latinNameKey } from '../../../../core/tags/name-key.ts'
import { readRegistry } from '../../../../core/tags/read-registry.ts'
import { plainText } from '../../../../core/search/analysis/plain-text.ts'
import { suggestNewTags } from '../../../../core/tags/suggest-new-tags.ts'
import { textPartsOf } from '../../../../core/tags/text-words.ts'

const suggest = (text: string, isKnown: (name: string) => boolean = () => false) =>
  suggestNewTags(textPartsOf('', text), isKnown, 8)
const namesOf = (text: string): readonly string[] => suggest(text).map(({ name }) => name)

test('English organisations are found around their noun, in lists and as acronyms', () => {
  expect(
    namesOf('Before noon Nordhaven University of Technology and the Institute of Lake Ecology met KIMEP.'),
  ).toEqual(expect.arrayContaining(['Nordhaven University of Technology', 'Institute of Lake Ecology', 'KIMEP']))
  expect(
    namesOf('It works with universities such as Alder Hill, Beijing Language and Culture University and others.'),
  ).toEqual(expect.arrayContaining(['Alder Hill', 'Beijing Language and Culture University']))
})

test('Russian organisations are shown in the nominative', () => {
  expect(namesOf('Встреча прошла в Кардиффском университете.')).toEqual(['Кардиффский университет'])
  expect(namesOf('Договор с Северной нефтяной компанией подписан.')).toEqual(['Северная нефтяная компания'])
  expect(namesOf('Из Университета Аньхэ приехали гости.')).toEqual(['Университет Аньхэ'])
})

test('Kazakh organisations are shown without case ending and without what stands before them', () => {
  expect(namesOf('Жұма күні Көл экологиясы институтының директоры келді.')).toEqual(['Көл экологиясы институты'])
  expect(namesOf('Түркиядағы Ешілова университетімен келісім бар.')).toEqual(['Ешілова университеті'])
  expect(namesOf('Ол Абай Құнанбайұлы атындағы Алтын университетінде оқиды.')).toEqual([
    'Абай Құнанбайұлы атындағы Алтын университеті',
  ])
})

test('quoted names are initiatives or partners by the words beside them; speech is left out', () => {
  expect(suggest('The savings system “Keleshyek,” grows.')[0]).toMatchObject({ name: 'Keleshyek', kind: 'initiative' })
  expect(suggest('«Ашық зертхана» бастамасы аясында.')[0]).toMatchObject({ name: 'Ашық зертхана', kind: 'initiative' })
  expect(suggest('компания «Сарыарна Винд» построит')[0]).toMatchObject({ name: 'Сарыарна Винд', kind: 'partner' })
  expect(namesOf('“We have come to stay and to learn.” he said')).toEqual([])
  expect(namesOf('“Kazakhstan is confidently moving toward becoming a country of technologies,” he said')).toEqual([])
})

test('what is known or was refused is left out, and a headline in capitals gives no acronyms', () => {
  expect(suggest('Встреча с МГИМО.', (name) => name === 'МГИМО')).toEqual([])
  expect(suggest('A FORUM OF GREAT IMPORTANCE WAS HELD IN ASTANA YESTERDAY')).toEqual([])
})

test('suggestions are ranked, cut at the number wanted, and each says where it stands', () => {
  const text = Array.from(
    { length: 20 },
    (_, number) => `Guests of Alder${String.fromCharCode(97 + number)}or University came.`,
  )
  const found = suggestNewTags(textPartsOf('', text.join('\n\n')), () => false, 8)
  expect(found).toHaveLength(8)
  expect(found[0]).toMatchObject({ type: 'new', reason: { place: 'paragraph', how: 'organisation' } })
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
})

test('a very long line without names is read quickly', () => {
  expect(suggest('а университет '.repeat(4_000))).toEqual([])
  expect(suggest('Aa of '.repeat(9_000))).toEqual([])
})

test('the names of the sample archive are found without a registry; recall and precision are told as they are', async () => {
  const sample = new URL('../../../../resources/sample/', import.meta.url)
  const tags = readRegistry(await readFile(new URL('tags.yaml', sample), 'utf8')).entries.map(({ tag }) => tag)
  // The university itself stands in nearly every article and has no tag.
  const own = ['Aidynkol University', 'Айдынкольский университет', 'Айдынкөл университеті'].map(latinNameKey)
  const counts = new Map<string, { found: number; wanted: number; proposed: number }>()
  for (const name of await readdir(new URL('articles/', sample))) {
    const { article } = parseArticleFile(await readFile(new URL(`articles/${name}`, sample)), name)
    const text = plainText(article.body)
    const wanted = tags.filter(
      (tag) =>
        [...article.tags.partner, ...article.tags.initiative].includes(tag.id) &&
        spellingsOf(tag).some((spelling) => `${article.title} ${text}`.includes(spelling)),
    )
    const proposed = suggestNewTags(textPartsOf(article.title, text), (given) => own.includes(latinNameKey(given)), 12)
    const keys = new Set(proposed.map((suggestion) => latinNameKey(suggestion.name)))
    const count = counts.get(article.language) ?? { found: 0, wanted: 0, proposed: 0 }
    count.found += wanted.filter((tag) => spellingsOf(tag).some((spelling) => keys.has(latinNameKey(spelling)))).length
    count.wanted += wanted.length
    count.proposed += proposed.length
    counts.set(article.language, count)
  }
  for (const [language, { found, wanted, proposed }] of counts) {
    console.log(
      `new names, ${language}: recall ${(found / wanted).toFixed(2)}, precision ${(found / proposed).toFixed(2)}`,
    )
    expect(found / wanted).toBeGreaterThanOrEqual(0.5)
  }
})
