import { AppError } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Names } from '../model/language.ts'
import { TAG_PALETTE, type Tag, type TagId, type TagsByKind } from '../model/tag.ts'
import type { TagOperation } from '../model/tag-operation.ts'
import { changeTags } from './assign-tags.ts'
import { spellingsOf } from './find-tag.ts'
import { createTagId } from './tag-id.ts'
import { cleanAliases, cleanNames, refuseTakenNames, requireName } from './tag-names.ts'

/** An operation worked out: what becomes of the registry, and of the tags of each article that it concerns. */
export interface TagPlan {
  /** Tags to add or replace. */
  readonly put: readonly Tag[]
  readonly remove: readonly TagId[]
  /** Articles to look at: those with one of these tags, or exactly these. */
  readonly touches: { readonly tags: readonly TagId[] } | { readonly ids: readonly ArticleId[] }
  readonly change: (tags: TagsByKind) => TagsByKind
}

/**
 * Works an operation out on a registry. Pure; nothing is changed.
 *
 * @param matching for `split`: the articles that match its search and carry its tag
 * @throws AppError `not-found`, `tag-exists`, `bad-request`
 */
export function planOperation(
  tags: readonly Tag[],
  operation: TagOperation,
  matching: readonly ArticleId[] = [],
): TagPlan {
  switch (operation.type) {
    case 'merge':
      return planMerge(tags, operation)
    case 'split':
      return planSplit(tags, operation, matching)
    case 'rename':
      return planRename(tags, operation)
    case 'convert':
      return planConvert(tags, operation)
    case 'delete':
      return planDelete(tags, operation)
    case 'assign':
      return planAssign(tags, operation)
  }
}

type Operation<Type extends TagOperation['type']> = Extract<TagOperation, { readonly type: Type }>

function require(tags: readonly Tag[], id: TagId): Tag {
  const tag = tags.find((candidate) => candidate.id === id)
  if (tag === undefined) throw new AppError('not-found', `There is no tag "${id}".`, { tag: id })
  return tag
}

function planMerge(tags: readonly Tag[], { from, into }: Operation<'merge'>): TagPlan {
  const target = require(tags, into)
  const sources = [...new Set(from)].filter((id) => id !== into).map((id) => require(tags, id))
  if (sources.length === 0) throw new AppError('bad-request', 'There is nothing to merge.', { field: 'from' })
  const gone = new Set(sources.map((tag) => tag.id))
  const { parent, ...rest } = target
  const merged: Tag = {
    ...rest,
    ...(parent !== undefined && !gone.has(parent) && { parent }),
    aliases: cleanAliases([...target.aliases, ...sources.flatMap(spellingsOf)], target.names),
  }
  return {
    put: [merged, ...withNewParent(tags, gone, into)],
    remove: [...gone],
    touches: { tags: [...gone] },
    change: replaceBy(gone, target),
  }
}

function planDelete(tags: readonly Tag[], { id, replaceWith }: Operation<'delete'>): TagPlan {
  const gone = new Set([require(tags, id).id])
  if (replaceWith === id) throw new AppError('bad-request', 'A tag cannot replace itself.', { field: 'replaceWith' })
  const target = replaceWith === null ? null : require(tags, replaceWith)
  return {
    put: withNewParent(tags, gone, replaceWith),
    remove: [id],
    touches: { tags: [id] },
    change: target === null ? (article) => changeTags(article, [], gone) : replaceBy(gone, target),
  }
}

/** Articles that have one of the tags that go get the other one. */
function replaceBy(gone: ReadonlySet<TagId>, target: Tag): TagPlan['change'] {
  return (article) => {
    const without = changeTags(article, [], gone)
    return without === article ? article : changeTags(without, [target], new Set())
  }
}

/** Tags that stood under one that goes stand under another, or under none. */
function withNewParent(tags: readonly Tag[], gone: ReadonlySet<TagId>, parent: TagId | null): readonly Tag[] {
  return tags.flatMap((tag) => {
    if (tag.parent === undefined || !gone.has(tag.parent) || gone.has(tag.id) || tag.id === parent) return []
    const { parent: _old, ...rest } = tag
    return [parent === null ? rest : { ...rest, parent }]
  })
}

function planSplit(tags: readonly Tag[], { id, names }: Operation<'split'>, matching: readonly ArticleId[]): TagPlan {
  const { kind } = require(tags, id)
  const added = newTag(tags, kind, names)
  const gone = new Set([id])
  return { put: [added], remove: [], touches: { ids: matching }, change: replaceBy(gone, added) }
}

function newTag(tags: readonly Tag[], kind: Tag['kind'], given: Names): Tag {
  const names = cleanNames(given)
  requireName(names)
  refuseTakenNames(tags, kind, names)
  const taken = new Set(tags.map((tag) => tag.id))
  const color = TAG_PALETTE[tags.length % TAG_PALETTE.length] ?? TAG_PALETTE[0]
  return { id: createTagId(names, (id) => taken.has(id)), kind, names, aliases: [], color }
}

function planRename(tags: readonly Tag[], { id, names: given }: Operation<'rename'>): TagPlan {
  const tag = require(tags, id)
  const names = cleanNames(given)
  requireName(names)
  refuseTakenNames(withoutTag(tags, id), tag.kind, names)
  const aliases = cleanAliases([...tag.aliases, ...Object.values(tag.names)], names)
  return { put: [{ ...tag, names, aliases }], remove: [], touches: { ids: [] }, change: (article) => article }
}

function planConvert(tags: readonly Tag[], { id, kind }: Operation<'convert'>): TagPlan {
  const tag = require(tags, id)
  refuseTakenNames(withoutTag(tags, id), kind, tag.names)
  const converted: Tag = { ...tag, kind }
  return { put: [converted], remove: [], touches: { tags: [id] }, change: replaceBy(new Set([id]), converted) }
}

function planAssign(tags: readonly Tag[], { ids, add, remove }: Operation<'assign'>): TagPlan {
  const added = add.map((id) => require(tags, id))
  const removed = new Set(remove)
  return { put: [], remove: [], touches: { ids }, change: (article) => changeTags(article, added, removed) }
}

function withoutTag(tags: readonly Tag[], id: TagId): readonly Tag[] {
  return tags.filter((tag) => tag.id !== id)
}
