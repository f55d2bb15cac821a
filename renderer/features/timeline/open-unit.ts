import type { ArticleFilter } from '../../../core/model/article-filter.ts'
import type { Grain, LaneField, TimelineLane } from '../../../core/model/timeline.ts'
import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import { isTagId } from '../../../core/model/tag.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { daysOf, FINER } from './units.ts'

/** Goes into a unit: its finer units, or, where there are none, its articles. */
export function goInto(unit: number, grain: Grain): void {
  const route = currentRoute()
  const finer = FINER[grain]
  const filter = { ...route.filter, ...daysOf(unit, grain), undated: false }
  if (finer === null) navigate({ screen: 'library', filter })
  else navigate({ filter, options: { ...route.options, grain: finer } })
}

/** Goes back to where the user came from inside the timeline. */
export function goUp(): void {
  window.history.back()
}

/** Shows the articles of a lane in a unit in the library. */
export function openLane(field: LaneField, lane: TimelineLane, unit: number, grain: Grain): void {
  const { filter } = currentRoute()
  navigate({
    screen: 'library',
    filter: { ...filter, ...daysOf(unit, grain), ...laneFilter(filter, field, lane.id), undated: false },
  })
}

function laneFilter(filter: ArticleFilter, field: LaneField, id: string): Partial<ArticleFilter> {
  switch (field) {
    case 'initiative':
    case 'partner':
    case 'topic':
      return isTagId(id) && !filter.tags.includes(id) ? { tags: [...filter.tags, id] } : {}
    case 'outlet':
      return { outlets: [id] }
    case 'language':
      return { languages: ARTICLE_LANGUAGES.filter((language) => language === id) }
    case 'kind':
      return { kinds: ARTICLE_KINDS.filter((kind) => kind === id) }
  }
}
