import type { RequestHandlers } from '../contract/archive-api.ts'
import type { DocumentOrder } from '../contract/document-order.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import type { Documents } from './create-documents.ts'
import { createRecipeStore, type RecipeFiles } from './recipe-store.ts'

/** What the requests about documents need. */
export interface DocumentPorts {
  readonly documents: Documents
  /** The archive's own files, for `recipes.yaml`. */
  readonly files: RecipeFiles
  readonly tasks: Pick<TaskRegistry, 'run'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

type DocumentRequest =
  | 'documents.clipping'
  | 'documents.make'
  | 'documents.tagSheet'
  | 'documents.digestText'
  | 'documents.templates'
  | 'recipes.list'
  | 'recipes.save'
  | 'recipes.delete'
  | 'recipes.run'

/** Makes the handlers of the requests about documents and recipes. */
export function createDocumentHandlers(ports: DocumentPorts): Pick<RequestHandlers, DocumentRequest> {
  const { documents, tasks, now } = ports
  const recipes = createRecipeStore(ports.files)
  return {
    'documents.clipping': (argument) => tasks.run(argument.task, (context) => documents.clipping(argument, context)),
    'documents.make': ({ order, task }) => tasks.run(task, (context) => documents.make(order, context)),
    'documents.tagSheet': ({ order, task }) => tasks.run(task, (job) => documents.tagSheet(order, job)),
    'documents.digestText': async ({ order }) => ({ text: await documents.digestText(order) }),
    'documents.templates': () => documents.templates(),
    'recipes.list': () => recipes.list(),
    'recipes.save': (recipe) => recipes.save(recipe),
    'recipes.delete': async ({ id }) => {
      await recipes.delete(id)
      return null
    },
    'recipes.run': async ({ id, from, to, task }) => {
      const recipe = await recipes.get(id)
      const order = withDays(recipe.order, from, to)
      const ids = await documents.articlesOf(order)
      const made = await tasks.run(task, (context) => documents.make(order, context))
      await recipes.remember(id, new Date(now()).toISOString(), ids)
      return { made, ...compare(ids, recipe.lastArticles) }
    },
  }
}

function withDays(order: DocumentOrder, from: string | undefined, to: string | undefined): DocumentOrder {
  const { filter } = order
  return { ...order, filter: { ...filter, from: from ?? filter.from, to: to ?? filter.to } }
}

function compare(
  ids: readonly ArticleId[],
  last: readonly string[],
): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  const before = new Set(last)
  const after = new Set<string>(ids)
  return { added: ids.filter((id) => !before.has(id)), gone: last.filter((id) => !after.has(id)) }
}
