import { formatNumber } from '../../../core/model/locale.ts'
import type { MessageKey } from '../../../core/translate/create-translator.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LiveText } from '../../components/live-text.tsx'
import type { Job } from '../../data/use-job.ts'
import { useTranslate } from '../../i18n.tsx'
import { useTaskStore } from '../../state/task-store.ts'
import styles from './archive-screen.module.css'

/** How far a job is, with a way to stop it; or why it failed. */
export function JobProgress({ job, label }: { readonly job: Job; readonly label: MessageKey }) {
  const translate = useTranslate()
  const progress = useTaskStore(({ tasks }) => tasks.find(({ id }) => id === job.task)?.progress ?? null)
  if (job.error !== null) return <ErrorPanel error={job.error} />
  if (job.task === null) return null
  const known = progress !== null && progress.total > 0
  const number = (value: number): string => formatNumber(value, translate.language)
  const text = known
    ? translate('archive.progress', { done: number(progress.done), total: number(progress.total) })
    : translate(label)
  return (
    <div className={styles.progress}>
      <progress aria-label={translate(label)} {...(known ? { max: progress.total, value: progress.done } : {})} />
      <span>{text}</span>
      <LiveText text={text} />
      <span className={styles.current}>{progress?.current}</span>
      <Button onClick={job.stop}>{translate('archive.stop')}</Button>
    </div>
  )
}
