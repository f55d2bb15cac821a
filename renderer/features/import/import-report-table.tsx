import type { ImportItem, ImportReport } from '../../../core/model/import-report.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { navigate } from '../../state/route-store.ts'
import { doubtText } from '../review/doubt-text.ts'
import { ImportRunActs } from './import-run-acts.tsx'
import styles from './import-report-table.module.css'

/** More lines than this are shown on request: an import may have thousands. */
const MOST_LINES = 500

/** What became of every source, failures first; the numbers add up to the total. */
export function ImportReportTable({ report }: { readonly report: ImportReport }) {
  const translate = useTranslate()
  const added = report.items.flatMap(({ outcome, id }) => (outcome === 'added' && id !== null ? [id] : []))
  const doubtful = report.items.some(({ outcome, doubts }) => outcome === 'added' && doubts.length > 0)
  return (
    <section className={page.section} aria-labelledby="import-report">
      <h2 id="import-report" className={page.sectionTitle}>
        {translate('import.reportTitle')}
      </h2>
      <p role="status" className={styles.sums}>
        <strong>{translate('import.total', { count: report.total })}</strong>
        <span>{translate('import.added', { count: report.added })}</span>
        <span>{translate('import.duplicates', { count: report.duplicates })}</span>
        <span>{translate('import.skipped', { count: report.skipped })}</span>
        <span>{translate('import.failed', { count: report.failed })}</span>
      </p>
      {report.cancelled ? <p className={page.help}>{translate('import.cancelled')}</p> : null}
      <div className={styles.acts}>
        {added.length > 0 ? (
          <Button
            look="primary"
            onClick={() =>
              navigate({
                screen: 'library',
                query: '',
                filter: { ...NO_FILTER, ids: added },
                article: added.length === 1 ? (added[0] ?? null) : null,
              })
            }
          >
            {translate('import.showAdded')}
          </Button>
        ) : null}
        {added.length > 0 ? (
          <Button onClick={() => openDialog({ name: 'suggest-tags', ids: added })}>
            {translate('tags.suggestMany')}
          </Button>
        ) : null}
        {doubtful ? <Button onClick={() => navigate({ screen: 'review' })}>{translate('import.review')}</Button> : null}
        <ImportRunActs report={report} />
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={translate('import.reportTitle')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{translate('import.outcome')}</th>
              <th scope="col">{translate('import.source')}</th>
              <th scope="col">{translate('import.article')}</th>
              <th scope="col">{translate('import.remark')}</th>
            </tr>
          </thead>
          <tbody>
            {failuresFirst(report.items)
              .slice(0, MOST_LINES)
              .map((item, place) => (
                <Line key={place} item={item} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const OUTCOME_ORDER = ['failed', 'skipped', 'duplicate', 'added'] as const

function failuresFirst(items: readonly ImportItem[]): readonly ImportItem[] {
  return [...items].sort((a, b) => OUTCOME_ORDER.indexOf(a.outcome) - OUTCOME_ORDER.indexOf(b.outcome))
}

function Line({ item }: { readonly item: ImportItem }) {
  const translate = useTranslate()
  const { id } = item
  const day = item.publishedOn === null ? '' : formatDay(item.publishedOn, translate.language)
  return (
    <tr>
      <td data-outcome={item.outcome} className={styles.outcome}>
        {translate(`import.outcomes.${item.outcome}`)}
      </td>
      <td className={styles.source}>{item.source}</td>
      <td>
        {id === null ? (
          item.title
        ) : (
          <button
            type="button"
            className={styles.link}
            lang={item.language ?? undefined}
            onClick={() => navigate({ screen: 'library', query: '', filter: NO_FILTER, article: id })}
          >
            {item.title}
          </button>
        )}
        <span className={styles.day}>{day}</span>
      </td>
      <td>{item.reason ?? (item.doubts.length > 0 ? doubtText(item.doubts, translate) : '')}</td>
    </tr>
  )
}
