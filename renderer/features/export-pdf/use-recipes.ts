import { useQueryClient } from '@tanstack/react-query'
import type { DocumentOrder, Recipe } from '../../../core/contract/document-order.ts'
import { useConnection } from '../../client/client.ts'
import { useRequest } from '../../data/use-request.ts'

const NONE: readonly Recipe[] = []

/** The archive's recipes and what can be done with them. All acts reject where the file cannot be read or written. */
export interface Recipes {
  readonly list: readonly Recipe[]
  /** Why the list could not be read, or null. */
  readonly error: unknown
  /** Without `id` a new recipe, with it a changed one. */
  readonly save: (recipe: {
    readonly id?: string
    readonly name: string
    readonly order: DocumentOrder
  }) => Promise<Recipe>
  readonly remove: (id: string) => Promise<void>
  /** Reads the list anew: an edition was made. */
  readonly refresh: () => Promise<void>
}

/** The recipes of the open archive. */
export function useRecipes(): Recipes {
  const { request } = useConnection()
  const client = useQueryClient()
  const { data, error } = useRequest('recipes.list', {})
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['recipes.list'] })
  return {
    list: data ?? NONE,
    error,
    save: async (recipe) => {
      const saved = await request('recipes.save', recipe)
      await refresh()
      return saved
    },
    remove: async (id) => {
      await request('recipes.delete', { id })
      await refresh()
    },
    refresh,
  }
}
