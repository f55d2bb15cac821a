import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BenchEngine } from './engines.ts'
import { generateArticle, tagNames } from './generate-article.ts'
import { settledMemory } from './settled-memory.ts'

const RANKED = 'SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 4, 1, 2, 1, 1) LIMIT 50'

function inserter(database: DatabaseSync): (number: number, title?: string) => void {
  const statement = database.prepare(
    'INSERT INTO articles (rowid, title, text, tag, outlet, author) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return (number, title) => {
    const article = generateArticle(number)
    const tag = article.tags.flatMap(tagNames).join(' ')
    statement.run(number + 1, title ?? article.title, article.body, tag, article.outlet, article.authors.join(' '))
  }
}

/** FTS5 of SQLite with its Unicode tokenizer: no stems, no misspellings. */
export function openSqlite(): BenchEngine {
  return {
    async build(folder, count) {
      await mkdir(folder, { recursive: true })
      const database = new DatabaseSync(join(folder, 'index.db'))
      database.exec("CREATE VIRTUAL TABLE articles USING fts5(title, text, tag, outlet, author, content='')")
      const insert = inserter(database)
      database.exec('BEGIN')
      for (let number = 0; number < count; number += 1) insert(number)
      database.exec('COMMIT')
      database.close()
    },
    open(folder) {
      const before = settledMemory()
      const start = performance.now()
      const database = new DatabaseSync(join(folder, 'index.db'))
      const ranked = database.prepare(RANKED)
      const insert = inserter(database)
      const count = (match: string): number => ranked.all(match).length
      return Promise.resolve({
        start,
        before,
        search: ({ kind, words, text }) => {
          const all = words.map((word) => `"${word}"`).join(' ')
          switch (kind) {
            case 'fuzzy':
              return null
            case 'prefix':
            case 'typing':
              return count(`${all}*`)
            case 'field':
              return count(`title : ${all}`)
            case 'phrase':
              return count(text)
            case 'near':
              return count(`NEAR(${text.replace(' NEAR/5 ', ' ')}, 5)`)
            case 'common':
            case 'rare':
            case 'and':
            case 'tag':
              return count(all)
          }
        },
        add: (number) => {
          insert(number, `added${number}x`)
          if (count(`added${number}x`) !== 1) throw new Error('The article that was added is not found.')
        },
        close: () => database.close(),
      })
    },
  }
}
