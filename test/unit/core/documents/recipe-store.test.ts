import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { createDocumentHandlers } from '../../../../core/documents/handlers.ts'
import { createRecipeStore, RECIPES_FILE, type RecipeFiles } from '../../../../core/documents/recipe-store.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Article } from '../../../../core/model/article.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { makeArticle } from '../../../support/make-article.ts'
import { MADE_AT, makeDocuments } from '../../../support/make-documents.ts'

/** The archive's own files in memory, with the check of versions. */
function makeFiles(): RecipeFiles & { readonly contents: Map<string, string> } {
  const contents = new Map<string, string>()
  return {
    contents,
    readFile: (name) => {
      const text = contents.get(name)
      return Promise.resolve(text === undefined ? null : { bytes: Buffer.from(text), version: text })
    },
    saveFile: (name, bytes, version) => {
      if ((contents.get(name) ?? null) !== version) return Promise.reject(new Error('version'))
      contents.set(name, Buffer.from(bytes).toString())
      return Promise.resolve()
    },
  }
}

const ORDER: DocumentOrder = {
  kind: 'data',
  format: 'csv',
  language: 'en',
  query: '',
  filter: NO_FILTER,
  sort: 'newest',
}

test('a recipe is kept in a readable file, changed, and deleted', async () => {
  const files = makeFiles()
  const store = createRecipeStore(files)
  const saved = await store.save({ name: 'Айлық жинақ', order: ORDER })
  expect(files.contents.get(RECIPES_FILE)).toContain('name: Айлық жинақ')
  await store.save({ id: saved.id, name: 'Monthly', order: ORDER })
  expect(await createRecipeStore(files).list()).toEqual([{ ...saved, name: 'Monthly' }])
  await store.delete(saved.id)
  expect(await store.list()).toEqual([])
  await expect(store.get(saved.id)).rejects.toMatchObject({ code: 'not-found' })
})

test('a damaged file is told and not overwritten', async () => {
  const files = makeFiles()
  files.contents.set(RECIPES_FILE, 'recipes: [{ id: 1 ')
  const store = createRecipeStore(files)
  await expect(store.save({ name: 'x', order: ORDER })).rejects.toMatchObject({ code: 'archive-damaged' })
  expect(files.contents.get(RECIPES_FILE)).toBe('recipes: [{ id: 1 ')
})

test('the next edition tells what is new and what is gone', async () => {
  const articles: Article[] = [
    makeArticle({ published: '2025-01-05' as PartialDay }),
    makeArticle({ published: '2025-02-05' as PartialDay }),
  ]
  const [first, second] = articles.map((article) => article.id)
  const handlers = createDocumentHandlers({
    documents: await makeDocuments({ articles }),
    files: makeFiles(),
    tasks: { run: (_task, work) => work({ signal: new AbortController().signal, onProgress: () => undefined }) },
    now: () => MADE_AT,
  })
  const { id } = await handlers['recipes.save']({ name: 'Table', order: ORDER })
  const january = await handlers['recipes.run']({ id, to: '2025-01-31', task: undefined })
  expect([january.made.articles, january.added, january.gone]).toEqual([1, [first], []])
  const february = await handlers['recipes.run']({ id, from: '2025-02-01', task: undefined })
  expect([february.added, february.gone]).toEqual([[second], [first]])
  expect(await handlers['recipes.list']({})).toMatchObject([{ lastRun: { articles: 1 } }])
})
