import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document } from 'flexsearch'
import type { BenchEngine } from './engines.ts'
import { generateArticle, tagNames } from './generate-article.ts'
import { settledMemory } from './settled-memory.ts'

const FIELDS = ['title', 'text', 'tag', 'outlet', 'author']

function createIndex() {
  return new Document({ document: { id: 'number', index: FIELDS }, tokenize: 'strict', resolution: 9 })
}

function documentOf(number: number) {
  const { title, body, outlet, authors, tags } = generateArticle(number)
  return { number, title, text: body, tag: tags.flatMap(tagNames).join(' '), outlet, author: authors.join(' ') }
}

/** FlexSearch with whole words: beginnings and misspellings would need far more memory at this size. */
export function openFlexSearch(): BenchEngine {
  return {
    async build(folder, count) {
      const index = createIndex()
      for (let number = 0; number < count; number += 1) index.add(documentOf(number))
      await mkdir(folder, { recursive: true })
      const parts: [string, string][] = []
      index.export((key: string, data: string) => {
        parts.push([key, data])
      })
      for (const [key, data] of parts) await writeFile(join(folder, key), data)
    },
    async open(folder) {
      const before = settledMemory()
      const start = performance.now()
      const index = createIndex()
      for (const key of await readdir(folder)) index.import(key, await readFile(join(folder, key), 'utf8'))
      const count = (text: string, fields: readonly string[]): number => {
        const found = new Set(
          fields.flatMap((field) => index.search(text, { index: field, limit: 50 }).flatMap((part) => part.result)),
        )
        return found.size
      }
      return {
        start,
        before,
        search: ({ kind, words }) => {
          if (kind !== 'common' && kind !== 'rare' && kind !== 'and' && kind !== 'field') return null
          return count(words.join(' '), kind === 'field' ? ['title'] : FIELDS)
        },
        add: (number) => {
          index.add({ ...documentOf(number), title: `added${number}x` })
          if (count(`added${number}x`, ['title']) !== 1) throw new Error('The article that was added is not found.')
        },
        close: () => undefined,
      }
    },
  }
}
