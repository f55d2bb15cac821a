import type { FileRestorer } from '../archive/acts.ts'
import type { Tag, TagId } from '../model/tag.ts'
import { readRegistry } from './read-registry.ts'
import type { RegistryChange, TagStore } from './tag-store.ts'

function tagsIn(text: string): ReadonlyMap<TagId, Tag> {
  return new Map(readRegistry(text).entries.map(({ tag }) => [tag.id, tag]))
}

/** What leads from one text of the registry to another, entry by entry. */
function wayBetween(from: string, to: string): RegistryChange {
  const [old, wanted] = [tagsIn(from), tagsIn(to)]
  const put = [...wanted.values()].filter((tag) => JSON.stringify(tag) !== JSON.stringify(old.get(tag.id)))
  return { put, remove: [...old.keys()].filter((id) => !wanted.has(id)) }
}

/** Gives the registry of tags back when an act that changed it together with articles is undone or done again. */
export function createRegistryRestorer(store: TagStore): FileRestorer {
  return {
    removes: (from, to) => wayBetween(from, to).remove.length > 0,
    restore: async (from, to) => {
      await store.reload()
      // The very bytes, unless somebody changed the registry since.
      if (store.text() === from) await store.restoreText(from, to)
      else await store.apply(wayBetween(from, to))
    },
  }
}
