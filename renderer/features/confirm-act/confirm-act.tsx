import { formatDay } from '../../../core/model/locale.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useTranslate } from '../../i18n.tsx'
import type { ShownArticles } from '../../state/dialog-store.ts'
import styles from './confirm-act.module.css'

interface ConfirmActProps {
  readonly title: string
  readonly shown: ShownArticles
  readonly onAnswer: (agreed: boolean) => void
}

/** The dry run of an act on many articles: what it would touch, before it is done. */
export function ConfirmAct({ title, shown, onAnswer }: ConfirmActProps) {
  const translate = useTranslate()
  const { articles, total } = shown
  const more = total - articles.length
  return (
    <Dialog
      title={title}
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button onClick={() => onAnswer(false)}>{translate('shell.cancel')}</Button>
          <Button look="primary" onClick={() => onAnswer(true)}>
            {translate('library.dryRunDo', { count: total })}
          </Button>
        </>
      }
    >
      <p role="status">{translate('library.dryRun', { count: total })}</p>
      <ul className={styles.list} tabIndex={0} aria-label={translate('library.dryRunList')}>
        {articles.map(({ id, title: name, outlet, published }) => (
          <li key={id}>
            {name}
            <span className={styles.help}>
              {[published === null ? '' : formatDay(published, translate.language), outlet ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
        {more > 0 ? <li className={styles.help}>{translate('tags.previewMore', { count: more })}</li> : null}
      </ul>
    </Dialog>
  )
}
