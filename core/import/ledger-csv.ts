import { formatCsv } from '../documents/formats/csv.ts'
import type { ImportReport } from '../model/import-report.ts'
import type { Language } from '../model/language.ts'
import { createTranslator } from '../translate/create-translator.ts'

/** The ledger of a run as CSV, one line a source, in the language given. */
export function ledgerCsv({ items }: ImportReport, language: Language): string {
  const translate = createTranslator(language)
  const header = [
    translate('import.source'),
    translate('import.outcome'),
    translate('import.remark'),
    translate('import.articleId'),
    translate('import.article'),
    translate('import.day'),
    translate('import.language'),
    translate('import.outlet'),
    translate('import.toCheck'),
  ]
  const rows = items.map((item) => [
    item.source,
    translate(`import.outcomes.${item.outcome}`),
    [item.reason ?? '', ...(item.notices ?? [])].filter((text) => text !== '').join(' '),
    item.id ?? '',
    item.title,
    item.publishedOn ?? '',
    item.language ?? '',
    item.outlet,
    item.doubts.join(', '),
  ])
  return formatCsv(header, rows, language)
}
