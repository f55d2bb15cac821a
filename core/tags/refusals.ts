import { createYamlList, type ArchiveFiles } from '../archive/yaml-list.ts'
import { isArticleId, type ArticleId } from '../model/article-id.ts'
import { isTagId, type TagId } from '../model/tag.ts'
import { latinNameKey } from './name-key.ts'

/** What the user did not want: a tag on one article, or a name as a tag at all. */
export type Refusal =
  | { readonly type: 'known'; readonly id: ArticleId; readonly tag: TagId }
  | { readonly type: 'new'; readonly name: string }

/** Suggestions that were refused, kept in the archive. */
export interface Refusals {
  add(refusals: readonly Refusal[]): Promise<void>
  read(): Promise<RefusedSet>
}

/** Refusals ready to be asked. */
export interface RefusedSet {
  hasTag(id: ArticleId, tag: TagId): boolean
  hasName(name: string): boolean
}

/** The oldest go beyond that number, so that the file stays one that can be read. */
const MOST_KEPT = 30_000

const HEAD = '# Suggested tags that were refused, so that they are not suggested again.\n'

/** Opens the refusals of an archive. */
export function createRefusals(files: ArchiveFiles): Refusals {
  const list = createYamlList<Refusal>({ files, name: 'refused-tags.yaml', head: HEAD, parseItem: parseRefusal })
  return {
    add: (refusals) =>
      list.change((items) => {
        const known = new Set(items.map(keyOf))
        const fresh = refusals.filter((refusal) => !known.has(keyOf(refusal)))
        return fresh.length === 0 ? items : [...items, ...fresh].slice(-MOST_KEPT)
      }),
    read: async () => {
      const keys = new Set((await list.read()).map(keyOf))
      return {
        hasTag: (id, tag) => keys.has(keyOf({ type: 'known', id, tag })),
        hasName: (name) => keys.has(keyOf({ type: 'new', name })),
      }
    },
  }
}

function keyOf(refusal: Refusal): string {
  return refusal.type === 'known' ? `${refusal.id} ${refusal.tag}` : `name ${latinNameKey(refusal.name)}`
}

function parseRefusal(value: unknown): Refusal | null {
  if (typeof value !== 'object' || value === null) return null
  if ('name' in value && typeof value.name === 'string') return { type: 'new', name: value.name }
  if (!('id' in value) || !('tag' in value)) return null
  const { id, tag } = value
  if (typeof id !== 'string' || typeof tag !== 'string' || !isArticleId(id) || !isTagId(tag)) return null
  return { type: 'known', id, tag }
}
