import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveSummary, KeptActSummary } from '../../../core/contract/results.ts'
import { formatRelative } from '../../../core/model/locale.ts'
import { showFirst } from '../../commands/show-first.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { startTask } from '../../state/task-store.ts'
import { notify } from '../../state/toast-store.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'

/** Acts on many articles that can still be undone, also those of earlier sessions. */
export function KeptActsCard({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { data } = useRequest('acts.kept', {})
  const [now] = useState(Date.now)
  if (data === undefined || data.length === 0) return null
  const undo = async ({ act, kind }: KeptActSummary): Promise<void> => {
    const title = `${translate('shell.undo')}: ${translate(`archive.acts.${kind}`)}`
    const seen = await showFirst(context.connection, title, { type: 'undo', act })
    if (seen === null) return
    const task = startTask('archive.kept')
    try {
      const { failed } = await context.connection.request('acts.undo', { act, ...seen, task: task.id })
      notify(title)
      if (failed.length > 0) notify(translate('library.bulkFailed', { count: failed.length }), { tone: 'error' })
    } finally {
      task.end()
    }
  }
  return (
    <Card title={translate('archive.kept')} icon={<Undo2 size={16} aria-hidden />}>
      <p className={styles.help}>{translate('archive.keptHelp')}</p>
      <ul className={styles.files}>
        {data.map((kept) => (
          <li key={kept.act}>
            <span>
              {[
                translate(`archive.acts.${kept.kind}`),
                formatRelative(Date.parse(kept.at), Math.max(now, Date.parse(kept.at)), translate.language),
                translate('archive.undoable', { count: kept.undoable }),
              ].join(' · ')}
            </span>{' '}
            <Button disabled={archive.readOnly !== null} onClick={() => runAct(() => undo(kept), context)}>
              {translate('archive.undoAct')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
