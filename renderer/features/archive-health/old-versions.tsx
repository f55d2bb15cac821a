import { useState } from 'react'
import type { ArchiveSummary, OldHistory } from '../../../core/contract/results.ts'
import { formatBytes, formatNumber } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import styles from './archive-screen.module.css'

/** Lines that are shown; the rest are counted. */
const MOST_SHOWN = 100

interface OldVersionsProps {
  readonly archive: ArchiveSummary
  readonly old: OldHistory
  readonly onPruned: () => Promise<void>
}

/** Lists what of the history need not be kept any longer, and removes it when the user says so. */
export function OldVersions({ archive, old, onPruned }: OldVersionsProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [asked, setAsked] = useState(false)
  const { files, bytes, confirmed } = old
  if (files.length === 0) return null
  const number = (value: number): string => formatNumber(value, translate.language)
  const prune = async (): Promise<void> => {
    setAsked(false)
    const gone = await context.connection.request('archive.prune', { confirmed })
    notify(translate('archive.pruned', { count: gone.files.length }))
    await onPruned()
  }
  return (
    <>
      <details className={styles.problems}>
        <summary>
          {translate('archive.oldHistory', { count: files.length })} · {formatBytes(bytes, translate.language)}
        </summary>
        <p className={styles.help}>{translate('archive.oldHistoryHelp')}</p>
        <ul className={styles.files}>
          {files.slice(0, MOST_SHOWN).map((file) => (
            <li key={file} className={styles.file}>
              {file}
            </li>
          ))}
        </ul>
        {files.length > MOST_SHOWN ? (
          <p className={styles.help}>
            {translate('archive.notAllShown', { shown: number(MOST_SHOWN), total: number(files.length) })}
          </p>
        ) : null}
      </details>
      {asked ? <p role="alert">{translate('archive.pruneWarning', { count: files.length })}</p> : null}
      <div className={styles.acts}>
        {asked ? (
          <Button look="danger" onClick={() => runAct(prune, context)}>
            {translate('archive.pruneConfirm')}
          </Button>
        ) : (
          <Button disabled={archive.readOnly !== null} onClick={() => setAsked(true)}>
            {translate('archive.prune')}
          </Button>
        )}
      </div>
    </>
  )
}
