import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import type { LaneField, TimelineLane } from '../../../core/model/timeline.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** The name of a lane; languages and kinds come as codes and are put into words here. */
export function laneLabel(lane: TimelineLane, field: LaneField, translate: Translate): string {
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
