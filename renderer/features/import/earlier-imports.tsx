import type { ImportReport } from '../../../core/model/import-report.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'

/** How many runs are listed. */
const MOST_RUNS = 20

interface EarlierImportsProps {
  /** The run that is on the screen already. */
  readonly shown: string | null
  readonly onShow: (report: ImportReport) => void
}

/** The archive's ledger: earlier runs, each with its report. */
export function EarlierImports({ shown, onShow }: EarlierImportsProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const runs = (useRequest('import.runs', {}).data ?? []).filter(({ batch }) => batch !== shown).slice(0, MOST_RUNS)
  if (runs.length === 0) return null
  const open = (batch: string): void =>
    runAct(async () => onShow(await context.connection.request('import.report', { batch })), context)
  return (
    <section className={page.section} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports" className={page.sectionTitle}>
        {translate('import.earlier')}
      </h2>
      <ul className={page.list}>
        {runs.map((run) => {
          const day = run.startedAt.slice(0, 10)
          return (
            <li key={run.batch} className={page.line}>
              <div className={page.lineText}>
                <p>{isPartialDay(day) ? formatDay(day, translate.language) : day}</p>
                <p className={page.lineMeta}>
                  {[
                    translate('import.total', { count: run.total }),
                    translate('import.added', { count: run.added }),
                    translate('import.failed', { count: run.failed }),
                  ].join(' · ')}
                </p>
              </div>
              <Button onClick={() => open(run.batch)}>{translate('import.openArticle')}</Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
