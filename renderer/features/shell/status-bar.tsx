import { Check } from 'lucide-react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { usePendingWrites } from '../../client/pending-writes.ts'
import { useTranslate } from '../../i18n.tsx'
import { useSelectionStore } from '../../state/selection-store.ts'
import { useTaskStore, type RunningTask } from '../../state/task-store.ts'
import styles from './status-bar.module.css'

/** State of the archive, number of marked articles, and jobs that run. */
export function StatusBar({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const selected = useSelectionStore((state) => state.ids.size)
  const writing = usePendingWrites((state) => state.count > 0)
  const tasks = useTaskStore((state) => state.tasks)
  return (
    <footer className={styles.bar}>
      {archive.readOnly === null ? (
        <span className={styles.item}>
          {writing ? null : <Check size={13} aria-hidden />}
          {translate(writing ? 'shell.saving' : 'shell.saved')}
        </span>
      ) : null}
      {selected > 0 ? <span className={styles.item}>{translate('shell.selected', { count: selected })}</span> : null}
      <span className={styles.space} />
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      <IndexLine archive={archive} />
      <span className={styles.item}>
        <kbd>Ctrl+K</kbd> {translate('shell.palette')}
      </span>
    </footer>
  )
}

function TaskLine({ task }: { readonly task: RunningTask }) {
  const translate = useTranslate()
  const { label, progress } = task
  const known = progress !== null && progress.total > 0
  return (
    <span className={styles.item}>
      {translate(label)}
      <progress aria-label={translate(label)} {...(known ? { max: progress.total, value: progress.done } : {})} />
    </span>
  )
}

function IndexLine({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const { state, indexed, total } = archive.index
  if (state === 'ready') return null
  if (state === 'failed') return <span className={styles.item}>{translate('shell.indexFailed')}</span>
  const percent = String(total === 0 ? 0 : Math.floor((indexed / total) * 100))
  return <span className={styles.item}>{translate('shell.indexBuilding', { percent })}</span>
}
