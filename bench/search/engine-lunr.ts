import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import lunr from 'lunr'
import { queryTermsOf } from '../../core/search/analysis/terms.ts'
import { indexTermOf } from '../../core/search/segment/term-table.ts'
import { SEARCH_FIELDS } from '../../core/search/fields.ts'
import { STOP_MARK } from '../../core/search/segment/segment.ts'
import type { Language } from '../../core/model/language.ts'
import type { BenchEngine } from './engines.ts'
import { generateArticle, tagNames } from './generate-article.ts'
import { settledMemory } from './settled-memory.ts'

let language: Language = 'en'

const indexWord: lunr.PipelineFunction = (token) => {
  const term = indexTermOf(token.toString(), language)
  return term === '' || term.startsWith(STOP_MARK) ? null : token.update(() => term)
}
const searchWord: lunr.PipelineFunction = (token) =>
  queryTermsOf(token.toString()).map((stem) => token.clone(() => stem))
lunr.Pipeline.registerFunction(indexWord, 'bench-index-word')
lunr.Pipeline.registerFunction(searchWord, 'bench-search-word')

function buildIndex(numbers: Iterable<number>): lunr.Index {
  const builder = new lunr.Builder()
  builder.ref('number')
  for (const { name, boost } of SEARCH_FIELDS) builder.field(name, { boost })
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.pipeline.add(indexWord)
  builder.searchPipeline.add(searchWord)
  for (const number of numbers) {
    const article = generateArticle(number)
    language = article.language
    const { title, body, outlet, authors, tags } = article
    builder.add({ number, title, text: body, tag: tags.flatMap(tagNames).join(' '), outlet, author: authors.join(' ') })
  }
  return builder.build()
}

/** Stock lunr with the same analysis. It has no phrases and cannot add: to add one is to build anew, which is scaled from 1,000. */
export function openLunr(): BenchEngine {
  return {
    async build(folder, count) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'index.json'), JSON.stringify(buildIndex(Array(count).keys())))
    },
    async open(folder, count) {
      const path = join(folder, 'index.json')
      await stat(path)
      const before = settledMemory()
      const start = performance.now()
      // The text is what lunr itself wrote.
      const index = lunr.Index.load(JSON.parse(await readFile(path, 'utf8')) as object)
      return {
        start,
        before,
        search: ({ kind, text, words }) => {
          if (kind === 'phrase' || kind === 'near') return null
          if (kind === 'typing') return index.search(`${words[0] ?? ''}*`).length
          const all = text.split(' ').map((word) => `+${word}`)
          return index.search(text.includes(' ') ? all.join(' ') : text).length
        },
        add: async () => {
          const sample = Math.min(count, 1_000)
          const before = performance.now()
          buildIndex(Array(sample).keys())
          const rest = (performance.now() - before) * (count / sample - 1)
          await new Promise((resolve) => setTimeout(resolve, rest))
        },
        close: () => undefined,
      }
    },
  }
}
