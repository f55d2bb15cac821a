import type { ImportReport } from '../../../core/model/import-report.ts'
import { showFirst } from '../../commands/show-first.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { startTask } from '../../state/task-store.ts'
import { notify } from '../../state/toast-store.ts'

/** What can be done with a whole run: save its list, take it back. */
export function ImportRunActs({ report }: { readonly report: ImportReport }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { request, host } = context.connection
  const { batch } = report
  const saveLedger = async (): Promise<void> => {
    const made = await request('import.ledger', { batch })
    const path = (await host.saveDocument(made.document, made.fileName)) ?? made.fileName
    notify(translate('import.ledgerSaved', { name: path }))
  }
  const undo = async (): Promise<void> => {
    const seen = await showFirst(context.connection, translate('import.undo'), { type: 'undo-import', batch })
    if (seen === null) return
    const task = startTask('import.undo')
    try {
      const { changed, failed } = await request('import.undo', { batch, ...seen, task: task.id })
      notify(translate('import.undone', { count: changed.length }))
      if (failed.length > 0) notify(translate('import.undoKept', { count: failed.length }), { tone: 'error' })
    } finally {
      task.end()
    }
  }
  return (
    <>
      <Button onClick={() => runAct(saveLedger, context)}>{translate('import.saveLedger')}</Button>
      {report.added > 0 ? <Button onClick={() => runAct(undo, context)}>{translate('import.undo')}</Button> : null}
    </>
  )
}
