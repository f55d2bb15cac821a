import type { Translate } from '../translate/create-translator.ts'
import type { Figure, ReportFigures } from './coverage-report.ts'
import type { CellValue } from './formats/article-row.ts'

/** All figures of a report as one table: the group, the label, both periods, and the search that gives the figure. */
export function figuresTable(
  report: ReportFigures,
  translate: Translate,
): { readonly header: readonly string[]; readonly rows: readonly (readonly CellValue[])[] } {
  const row = (group: string, { label, value, before, search }: Figure): readonly CellValue[] => [
    group,
    label,
    value,
    before,
    value - before,
    search,
  ]
  const months = report.months.map((month): readonly CellValue[] => [
    translate('printed.byMonth'),
    month.label,
    month.own + month.coverage,
    '',
    '',
    month.search,
  ])
  return {
    header: [
      translate('printed.groupLabel'),
      translate('printed.figureLabel'),
      translate('printed.periodLabel'),
      translate('printed.periodBefore'),
      translate('printed.change'),
      translate('printed.searchLabel'),
    ],
    rows: [
      ...report.keyFigures.map((figure) => row(translate('printed.keyFigures'), figure)),
      ...months,
      ...report.breakdowns.flatMap((breakdown) => breakdown.figures.map((figure) => row(breakdown.title, figure))),
    ],
  }
}
