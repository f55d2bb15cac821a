import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create, insert, load, save, search, type RawData } from '@orama/orama'
import type { BenchEngine } from './engines.ts'
import { generateArticle, tagNames } from './generate-article.ts'
import { settledMemory } from './settled-memory.ts'

const SCHEMA = { title: 'string', text: 'string', tag: 'string', outlet: 'string', author: 'string' } as const
/** Its own analysis drops every letter that is not Latin. */
const TOKENIZER = {
  language: 'plain',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
}

function createIndex() {
  return create({ schema: SCHEMA, components: { tokenizer: TOKENIZER } })
}

function documentOf(number: number) {
  const { title, body, outlet, authors, tags } = generateArticle(number)
  return {
    id: String(number),
    title,
    text: body,
    tag: tags.flatMap(tagNames).join(' '),
    outlet,
    author: authors.join(' '),
  }
}

/** Orama with words split at everything that is no letter and no digit. It has no phrases. */
export function openOrama(): BenchEngine {
  return {
    async build(folder, count) {
      const index = createIndex()
      for (let number = 0; number < count; number += 1) await insert(index, documentOf(number))
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'index.json'), JSON.stringify(save(index)))
    },
    async open(folder) {
      const before = settledMemory()
      const start = performance.now()
      const index = createIndex()
      // The text is what Orama itself wrote.
      load(index, JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as RawData)
      const count = async (term: string, more: object): Promise<number> =>
        (await search(index, { term, limit: 50, threshold: 0, boost: { title: 4, tag: 2 }, ...more })).count
      return {
        start,
        before,
        search: ({ kind, words }) => {
          const all = words.join(' ')
          if (kind === 'phrase' || kind === 'near') return null
          if (kind === 'fuzzy') return count(all, { tolerance: 1 })
          if (kind === 'prefix' || kind === 'typing') return count(all, {})
          return count(all, { exact: true, ...(kind === 'field' ? { properties: ['title'] } : {}) })
        },
        add: async (number) => {
          await insert(index, { ...documentOf(number), title: `added${number}x` })
          if ((await count(`added${number}x`, { exact: true })) < 1)
            throw new Error('The article that was added is not found.')
        },
        close: () => undefined,
      }
    },
  }
}
