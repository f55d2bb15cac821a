import { AppError } from '../contract/app-error.ts'
import { TAG_KINDS, type Tag, type TagId, type TagsByKind } from '../model/tag.ts'

/** The tags with some added and others removed; the same object if nothing changes. What is in both lists is removed. */
export function changeTags(tags: TagsByKind, add: readonly Tag[], remove: ReadonlySet<TagId>): TagsByKind {
  let changed = false
  const next = { ...tags }
  for (const kind of TAG_KINDS) {
    const kept = tags[kind].filter((id) => !remove.has(id))
    const added = add.flatMap((tag) => (tag.kind === kind && !remove.has(tag.id) ? [tag.id] : []))
    const list = [...new Set([...kept, ...added])]
    if (list.length === tags[kind].length && list.every((id, place) => id === tags[kind][place])) continue
    next[kind] = list
    changed = true
  }
  return changed ? next : tags
}

/** The tags of these ids. Fails with `not-found` at the first that the registry does not have. */
export function requireTags(ids: readonly TagId[], get: (id: TagId) => Tag | undefined): readonly Tag[] {
  return ids.map((id) => {
    const tag = get(id)
    if (tag === undefined) throw new AppError('not-found', `There is no tag "${id}".`, { tag: id })
    return tag
  })
}
