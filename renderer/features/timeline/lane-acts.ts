import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import type { ArticleFilter } from '../../../core/model/article-filter.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import { isTagId } from '../../../core/model/tag.ts'
import type { LaneField } from '../../../core/model/timeline.ts'
import type { HostConnection } from '../../../core/contract/host-api.ts'
import { changeFilter, currentRoute } from '../../state/route-store.ts'
import type { TimelineView } from './timeline-view.ts'
import { changeView } from './use-timeline.ts'

/** Pins a lane to the top, or unpins it. */
export function togglePin({ pinned }: TimelineView, id: string): void {
  changeView({ pinned: pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id] })
}

/** Leaves a lane out until it is asked for again. */
export function hideLane({ hidden, pinned }: TimelineView, id: string): void {
  changeView({ hidden: [...hidden, id], pinned: pinned.filter((other) => other !== id) })
}

/** Narrows the shared filter to the articles of one lane, for list, facets and documents too. */
export async function filterByLane(
  { request }: Pick<HostConnection, 'request'>,
  field: LaneField,
  id: string,
): Promise<void> {
  if (field !== 'story') {
    changeFilter(filterOfLane(field, id, currentRoute().filter))
    return
  }
  const { members } = await request('stories.read', { id })
  changeFilter({ ids: members.map(({ article }) => article.id) })
}

/** The part of the filter that lets only the articles of a lane through. */
function filterOfLane(
  field: Exclude<LaneField, 'story'>,
  id: string,
  { tags }: Pick<ArticleFilter, 'tags'>,
): Partial<ArticleFilter> {
  switch (field) {
    case 'initiative':
    case 'partner':
    case 'topic':
      return isTagId(id) ? { tags: [...new Set([...tags, id])] } : {}
    case 'outlet':
      return { outlets: [id] }
    case 'language':
      return { languages: ARTICLE_LANGUAGES.filter((language) => language === id) }
    case 'kind':
      return { kinds: ARTICLE_KINDS.filter((kind) => kind === id) }
  }
}
