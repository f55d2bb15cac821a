import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import type { BenchEngine } from './engines.ts'
import { generateArticle, tagNames } from './generate-article.ts'
import { settledMemory } from './settled-memory.ts'

const OPTIONS: Options = { idField: 'number', fields: ['title', 'text', 'tag', 'outlet', 'author'] }
const BOOST = { title: 4, tag: 2 }

function documentOf(number: number) {
  const { title, body, outlet, authors, tags } = generateArticle(number)
  return { number, title, text: body, tag: tags.flatMap(tagNames).join(' '), outlet, author: authors.join(' ') }
}

/** MiniSearch with its own analysis. It has no phrases. */
export function openMiniSearch(): BenchEngine {
  return {
    async build(folder, count) {
      const index = new MiniSearch(OPTIONS)
      for (let number = 0; number < count; number += 1) index.add(documentOf(number))
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'index.json'), JSON.stringify(index))
    },
    async open(folder) {
      const before = settledMemory()
      const start = performance.now()
      const index = MiniSearch.loadJSON(await readFile(join(folder, 'index.json'), 'utf8'), OPTIONS)
      const search = (text: string, more: object) =>
        index.search(text, { boost: BOOST, combineWith: 'AND', ...more }).length
      return {
        start,
        before,
        search: ({ kind, words, text }) => {
          if (kind === 'phrase' || kind === 'near') return null
          const all = words.join(' ')
          if (kind === 'prefix' || kind === 'typing') return search(all, { prefix: true })
          if (kind === 'fuzzy') return search(all, { fuzzy: 1 })
          return search(all, text.startsWith('title:') ? { fields: ['title'] } : {})
        },
        add: (number) => {
          index.add({ ...documentOf(number), title: `added${number}x` })
          if (search(`added${number}x`, {}) !== 1) throw new Error('The article that was added is not found.')
        },
        close: () => undefined,
      }
    },
  }
}
