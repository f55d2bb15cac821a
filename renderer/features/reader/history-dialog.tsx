import { useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { formatRelative } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { classNames } from '../../components/class-names.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { notify } from '../../state/toast-store.ts'
import styles from './history-dialog.module.css'
import { VersionComparison } from './version-comparison.tsx'

/** Earlier versions of an article: to look at, and to bring back. */
export function HistoryDialog({ article }: { readonly article: ArticleId }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { data: versions } = useRequest('articles.versions', { id: article })
  const [picked, setPicked] = useState<string | null>(null)
  const [now] = useState(Date.now)
  const [compared, setCompared] = useState(false)
  const name = picked ?? versions?.[0]?.name ?? null
  const restore = async (version: string): Promise<void> => {
    await context.connection.request('articles.restoreVersion', { id: article, name: version })
    closeDialog()
    notify(translate('reader.versionRestored'))
  }
  return (
    <Dialog
      title={translate('reader.history')}
      size="large"
      onClose={closeDialog}
      actions={
        name === null ? null : (
          <Button look="primary" onClick={() => runAct(() => restore(name), context)}>
            {translate('reader.restoreVersion')}
          </Button>
        )
      }
    >
      {name === null ? null : (
        <label className={styles.compare}>
          <input type="checkbox" checked={compared} onChange={() => setCompared(!compared)} />
          {translate('reader.compareVersion')}
        </label>
      )}
      {versions?.length === 0 ? <p>{translate('reader.historyEmpty')}</p> : null}
      <div className={styles.columns}>
        <ul>
          {versions?.map((version) => (
            <li key={version.name}>
              <button
                type="button"
                className={classNames(styles.version, version.name === name && styles.picked)}
                aria-pressed={version.name === name}
                onClick={() => setPicked(version.name)}
              >
                {translate('reader.replacedAt', {
                  when: formatRelative(Date.parse(version.replacedAt), now, translate.language),
                })}
              </button>
            </li>
          ))}
        </ul>
        {name === null ? null : <VersionText article={article} name={name} compared={compared} />}
      </div>
    </Dialog>
  )
}

interface VersionTextProps {
  readonly article: ArticleId
  readonly name: string
  /** True: beside the present version, with the differences marked. */
  readonly compared: boolean
}

function VersionText({ article, name, compared }: VersionTextProps) {
  const { data } = useRequest('articles.readVersion', { id: article, name }, { keepPrevious: true })
  const { data: present } = useRequest('articles.read', { id: article })
  if (data === undefined) return null
  if (compared && present !== undefined) return <VersionComparison version={data} present={present} />
  return (
    <article className={styles.text} lang={data.language === 'other' ? undefined : data.language}>
      <h3>{data.title}</h3>
      <pre tabIndex={0}>{data.body}</pre>
    </article>
  )
}
