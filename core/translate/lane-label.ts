import { ARTICLE_KINDS } from '../model/article.ts'
import { ARTICLE_LANGUAGES } from '../model/language.ts'
import type { LaneField, StackField, StackSegment, TimelineLane } from '../model/timeline.ts'
import type { Translate } from './create-translator.ts'

/** The name of a lane; languages and kinds come as codes and are put into words here. */
export function laneLabel(lane: Pick<TimelineLane, 'id' | 'label'>, field: LaneField, translate: Translate): string {
  if (lane.id === '') return translate('timeline.withoutLane')
  if (field === 'language') {
    const language = ARTICLE_LANGUAGES.find((code) => code === lane.id)
    return language === undefined ? lane.label : translate(`shell.languages.${language}`)
  }
  if (field === 'kind') {
    const kind = ARTICLE_KINDS.find((code) => code === lane.id)
    return kind === undefined ? lane.label : translate(`shell.kinds.${kind}`)
  }
  return lane.label
}

/** The name of a part of the divided bars. */
export function segmentLabel(segment: StackSegment, field: StackField, translate: Translate): string {
  return segment.role === 'lane' ? laneLabel(segment, field, translate) : translate(`timeline.parts.${segment.role}`)
}
