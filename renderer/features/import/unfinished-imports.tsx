import { useQueryClient } from '@tanstack/react-query'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { useConnection } from '../../client/client.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { requestKey } from '../../data/query-client.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import type { ImportRunState } from './use-import.ts'

/** Runs of this computer with files that can still be imported: broken off, stopped, or failed. */
export function UnfinishedImports({ run }: { readonly run: ImportRunState }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const queryClient = useQueryClient()
  const { request } = useConnection()
  const runs = useRequest('import.unfinished', {}, { enabled: run.task === null }).data ?? []
  if (runs.length === 0 || run.task !== null) return null
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: requestKey('import.unfinished', {}) })
  const goOn = async (batch: string): Promise<void> => {
    await run.goOn(batch)
    await refresh()
  }
  const giveUp = async (batch: string): Promise<void> => {
    run.show(await request('import.close', { batch }))
    await refresh()
  }
  return (
    <section className={page.section} aria-labelledby="unfinished-imports">
      <h2 id="unfinished-imports" className={page.sectionTitle}>
        {translate('import.unfinished')}
      </h2>
      <ul className={page.list}>
        {runs.map(({ batch, startedAt, left, brokenOff }) => {
          const day = startedAt.slice(0, 10)
          return (
            <li key={batch} className={page.line}>
              <div className={page.lineText}>
                <p>{isPartialDay(day) ? formatDay(day, translate.language) : day}</p>
                <p className={page.lineMeta}>
                  {translate(brokenOff ? 'import.brokenOff' : 'import.leftOver')}{' '}
                  {translate('import.left', { count: left })}
                </p>
              </div>
              <Button onClick={() => runAct(() => giveUp(batch), context)}>{translate('import.giveUp')}</Button>
              <Button look="primary" onClick={() => runAct(() => goOn(batch), context)}>
                {translate(brokenOff ? 'import.goOn' : 'import.retry')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
