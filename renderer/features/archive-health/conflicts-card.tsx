import { GitCompareArrows } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'

/** Articles of which several versions lie in the folder. Absent where there are none. */
export function ConflictsCard() {
  const translate = useTranslate()
  const { data = [], error, refetch } = useRequest('articles.conflicts', {})
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return null
  return (
    <Card title={translate('archive.conflicts')} icon={<GitCompareArrows size={16} aria-hidden />} urgent>
      <p className={styles.help}>{translate('archive.conflictsHelp')}</p>
      <ul className={styles.files}>
        {data.map((conflict) => (
          <li key={conflict.id} className={styles.conflict}>
            <div>
              <p className={styles.headline}>{conflict.versions[0]?.article.title}</p>
              <p className={styles.help}>
                {translate('archive.versions', { count: conflict.versions.length })} ·{' '}
                {conflict.versions.map(({ file }) => file).join(' · ')}
              </p>
            </div>
            <Button onClick={() => openDialog({ name: 'conflict', conflict })}>{translate('archive.compare')}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
