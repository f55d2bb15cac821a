import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Grain } from '../../../core/model/timeline.ts'
import { daysOf, type DayRange } from '../../../core/model/unit-range.ts'
import { changeFilter, currentRoute, navigate } from '../../state/route-store.ts'
import { filterOf, wider, type Period } from './periods.ts'
import { changeView } from './use-timeline.ts'
import { readView, writeView } from './timeline-view.ts'
import { FINER } from './units.ts'

/** Goes into a unit: its finer units, or, where there are none, its articles. */
export function goInto(unit: number, grain: Grain): void {
  if (FINER[grain] === null) openDays(daysOf(unit, grain))
  else goToDays(daysOf(unit, grain), FINER[grain])
}

/** Shows some days. A grain chosen by hand gives way to a finer one; the automatic one stays automatic. */
export function goToDays(days: DayRange, finer: Grain | null): void {
  const { filter, options } = currentRoute()
  const isByHand = readView(options).grain !== 'auto'
  navigate({
    filter: { ...filter, ...days, undated: false },
    options: isByHand && finer !== null ? writeView(options, { grain: finer }) : options,
  })
}

/** Shows the articles of some days in the library. */
export function openDays(days: DayRange): void {
  navigate({ screen: 'library', filter: { ...currentRoute().filter, ...days, undated: false } })
}

/** Opens an article beside the list of the period shown. */
export function openArticle(article: ArticleId): void {
  navigate({ screen: 'library', article })
}

/** Goes to the next wider period: month, year, everything. */
export function goUp(): void {
  const { filter, options } = currentRoute()
  const period = wider(filter)
  navigate({ filter: { ...filter, ...period }, options: writeView(options, { grain: 'auto' }) })
}

/** Steps of one gesture are one step of the history. */
const GESTURE_MS = 900
let lastStep = Number.NEGATIVE_INFINITY

/** Shows a period while the user zooms or moves along. */
export function showPeriod(period: Period, bounds: Period): void {
  const now = performance.now()
  changeFilter({ ...filterOf(period, bounds), undated: false }, { replace: now - lastStep < GESTURE_MS })
  lastStep = now
}

/** Turns between the table and the chart. */
export function toggleTable(): void {
  changeView({ mode: readView(currentRoute().options).mode === 'table' ? 'chart' : 'table' })
}
