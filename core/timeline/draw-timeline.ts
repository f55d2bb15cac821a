import type { TimelineFormat } from '../contract/timeline-requests.ts'
import type { Language } from '../model/language.ts'
import type { TimelineNote } from '../model/moments.ts'
import type { LaneField, StackField, Timeline } from '../model/timeline.ts'
import { slugOf } from '../model/transliterate.ts'
import { createTranslator } from '../translate/create-translator.ts'
import { drawScene } from './draw-scene.ts'
import type { DayLimits } from './read-timeline.ts'
import { scenePng } from './scene-png.ts'
import { sceneSvg } from './scene-svg.ts'
import { timelineCsv } from './timeline-table.ts'

/** How a timeline is saved. */
export interface DrawOptions {
  readonly format: TimelineFormat
  readonly language: Language
  readonly lanes: LaneField | null
  readonly stack?: StackField | null
  readonly logScale: boolean
  readonly limits: DayLimits
  readonly notes: readonly TimelineNote[]
}

/**
 * Makes a file of a timeline: a picture with every lane, or the numbers as a table.
 *
 * @throws AppError `too-large` where a PNG would have to be made too small to read
 */
export async function drawTimeline(
  timeline: Timeline,
  { format, language, stack = null, ...options }: DrawOptions,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const translate = createTranslator(language)
  const title = translate('timeline.title')
  const fileName = [slugOf(title, 60), timeline.span?.from, timeline.span?.to].filter(Boolean).join('-')
  const named = (bytes: Uint8Array) => ({ fileName: `${fileName}.${format}`, bytes })
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
  if (format === 'csv') return named(utf8(timelineCsv(timeline, { ...options, stack, translate })))
  const scene = drawScene(timeline, { ...options, stack, title, translate })
  return named(format === 'svg' ? utf8(sceneSvg(scene)) : await scenePng(scene))
}
