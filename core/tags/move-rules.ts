import type { TagId } from '../model/tag.ts'
import type { TagOperation } from '../model/tag-operation.ts'
import type { TagOperationDone } from './tag-operations.ts'
import type { TagRules } from './tag-rules.ts'

/** Keeps rules alive whose tag goes over into another one. */
export interface RuleMover {
  /** Makes an operation; the rules of tags that go then set or suggest the tag that takes their place. */
  make(operation: TagOperation, act: () => Promise<TagOperationDone>): Promise<TagOperationDone>
  /** Gives the rules their tags back after the operation with that token was undone. */
  undone(token: string): Promise<void>
}

/** Makes the mover of rules of an open archive; what can be undone is known until it is closed. */
export function createRuleMover(rules: Pick<TagRules, 'list' | 'retarget'>): RuleMover {
  const before = new Map<string, ReadonlyMap<string, TagId>>()
  return {
    make: async (operation, act) => {
      const moves = movesOf(operation)
      const moved = moves === null ? [] : (await rules.list()).filter(({ tag }) => moves.from.has(tag))
      const done = await act()
      // Where an article could not be changed the old tag is still there.
      if (moves === null || moved.length === 0 || done.change.failed.length > 0) return done
      await rules.retarget(new Map(moved.map(({ id }) => [id, moves.into])))
      if (done.undo !== null) before.set(done.undo, new Map(moved.map(({ id, tag }) => [id, tag])))
      return done
    },
    undone: async (token) => {
      const tagOf = before.get(token)
      if (tagOf === undefined) return
      before.delete(token)
      await rules.retarget(tagOf)
    },
  }
}

function movesOf(operation: TagOperation): { readonly from: ReadonlySet<TagId>; readonly into: TagId } | null {
  if (operation.type === 'merge') return { from: new Set(operation.from), into: operation.into }
  if (operation.type !== 'delete' || operation.replaceWith === null) return null
  return { from: new Set([operation.id]), into: operation.replaceWith }
}
