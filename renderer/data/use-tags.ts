import { useMemo } from 'react'
import type { TagUsage } from '../../core/contract/results.ts'
import type { TagId } from '../../core/model/tag.ts'
import { useRequest } from './use-request.ts'

const NONE: readonly TagUsage[] = []

/** All tags of the registry with their use. */
export function useTagList(): readonly TagUsage[] {
  return useRequest('tags.list', {}).data ?? NONE
}

/** The tags of the registry by id. */
export function useTagsById(): ReadonlyMap<TagId, TagUsage> {
  const tags = useTagList()
  return useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
}
