import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { parseDocument, stringify } from 'yaml'
import { AppError } from '../contract/app-error.ts'
import type { ReadonlyDeep } from '../contract/readonly-deep.ts'
import { documentOrder, type DocumentOrder, type Recipe } from '../contract/document-order.ts'

/** Name of the file in the archive's folder. */
export const RECIPES_FILE = 'recipes.yaml'

/** The archive's own small files. */
export interface RecipeFiles {
  readonly readFile: (name: string) => Promise<{ readonly bytes: Uint8Array; readonly version: string } | null>
  readonly saveFile: (name: string, bytes: Uint8Array, version: string | null) => Promise<unknown>
}

/** Saved orders of documents. The file is read anew for every act: a second program may have changed it. */
export interface RecipeStore {
  list(): Promise<readonly Recipe[]>
  /** @throws AppError `not-found` */
  get(id: string): Promise<StoredRecipe>
  save(recipe: { readonly id?: string; readonly name: string; readonly order: DocumentOrder }): Promise<Recipe>
  delete(id: string): Promise<void>
  /** Remembers an edition: when it was made and of which articles. */
  remember(id: string, at: string, articles: readonly string[]): Promise<void>
}

/** A recipe with the articles of its last edition. */
export interface StoredRecipe extends Recipe {
  readonly lastArticles: readonly string[]
}

const storedRecipe = v.object({
  id: v.string(),
  name: v.string(),
  order: documentOrder,
  lastRun: v.optional(v.nullable(v.object({ at: v.string(), articles: v.array(v.string()) })), null),
})
const recipeFile = v.object({ recipes: v.array(storedRecipe) })
type RecipeFile = ReadonlyDeep<v.InferOutput<typeof recipeFile>>

/** Opens the recipes of an archive. */
export function createRecipeStore(files: RecipeFiles): RecipeStore {
  const read = async (): Promise<{ readonly content: RecipeFile; readonly version: string | null }> => {
    const file = await files.readFile(RECIPES_FILE)
    return file === null
      ? { content: { recipes: [] }, version: null }
      : { content: parse(file.bytes), version: file.version }
  }
  const change = async (edit: (recipes: RecipeFile['recipes']) => RecipeFile['recipes']): Promise<void> => {
    const { content, version } = await read()
    const bytes = Buffer.from(stringify({ recipes: edit(content.recipes) }), 'utf8')
    await files.saveFile(RECIPES_FILE, bytes, version)
  }
  const get = async (id: string): Promise<StoredRecipe> => {
    const { content } = await read()
    const found = content.recipes.find((recipe) => recipe.id === id)
    if (found === undefined) throw new AppError('not-found', `There is no recipe ${id}.`, { recipe: id })
    return { ...publicRecipe(found), lastArticles: found.lastRun?.articles ?? [] }
  }
  return {
    list: async () => (await read()).content.recipes.map(publicRecipe),
    get,
    save: async ({ id, name, order }) => {
      const before = id === undefined ? null : await get(id)
      const saved = { id: before?.id ?? randomUUID(), name, order }
      await change((recipes) =>
        before === null
          ? [...recipes, { ...saved, lastRun: null }]
          : recipes.map((recipe) => (recipe.id === before.id ? { ...recipe, ...saved } : recipe)),
      )
      return { ...saved, lastRun: before?.lastRun ?? null }
    },
    delete: async (id) => {
      await get(id)
      await change((recipes) => recipes.filter((recipe) => recipe.id !== id))
    },
    remember: (id, at, articles) =>
      change((recipes) =>
        recipes.map((recipe) => (recipe.id === id ? { ...recipe, lastRun: { at, articles: [...articles] } } : recipe)),
      ),
  }
}

function publicRecipe({ id, name, order, lastRun }: RecipeFile['recipes'][number]): Recipe {
  return { id, name, order, lastRun: lastRun === null ? null : { at: lastRun.at, articles: lastRun.articles.length } }
}

function parse(bytes: Uint8Array): RecipeFile {
  const document = parseDocument(Buffer.from(bytes).toString('utf8'))
  const [fault] = document.errors
  if (fault) throw damaged(fault.message)
  const content: unknown = document.toJS({ maxAliasCount: 0 })
  const result = v.safeParse(recipeFile, content ?? { recipes: [] })
  if (!result.success) throw damaged(`${v.getDotPath(result.issues[0]) ?? 'recipes'}: ${result.issues[0].message}`)
  return result.output
}

function damaged(reason: string): AppError {
  return new AppError('archive-damaged', `${RECIPES_FILE} cannot be read: ${reason}`, { file: RECIPES_FILE, reason })
}
