import { ZoomIn, ZoomOut } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useTranslate } from '../../i18n.tsx'
import { useTaskStore } from '../../state/task-store.ts'
import styles from './document-preview.module.css'
import { failureDetail } from './failure-detail.ts'
import { PdfPages } from './pdf-pages.tsx'
import type { FinishedDocument } from './use-document.ts'

const ZOOM_STEPS = [0.5, 0.75, 1, 1.5, 2] as const
const MIDDLE_STEP = 2

interface DocumentPreviewProps {
  readonly finished: FinishedDocument | null
  /** The pages are not those of the form as it stands. */
  readonly isStale: boolean
  readonly error: unknown
  readonly onRetry: () => void
  /** What is to be known about the pages, or null. */
  readonly note: string | null
}

/** The real pages of the document, larger and smaller by `+` and `-`. */
export function DocumentPreview({ finished, isStale, error, onRetry, note }: DocumentPreviewProps) {
  const translate = useTranslate()
  const [step, setStep] = useState<number>(MIDDLE_STEP)
  const zoom = (change: -1 | 1): void => setStep(Math.min(ZOOM_STEPS.length - 1, Math.max(0, step + change)))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoom(1)
    else if (event.key === '-') zoom(-1)
  }
  return (
    <section className={styles.preview} aria-label={translate('documents.preview')} onKeyDown={onKeyDown}>
      <div className={styles.tools}>
        <IconButton label={translate('documents.smaller')} disabled={step === 0} onClick={() => zoom(-1)}>
          <ZoomOut size={16} />
        </IconButton>
        <IconButton
          label={translate('documents.larger')}
          disabled={step === ZOOM_STEPS.length - 1}
          onClick={() => zoom(1)}
        >
          <ZoomIn size={16} />
        </IconButton>
      </div>
      {note === null ? null : <p className={styles.note}>{note}</p>}
      {error === null ? null : <ErrorPanel error={error} onRetry={onRetry} detail={failureDetail(error, translate)} />}
      {finished === null ? null : <PdfPages blob={finished.blob} zoom={ZOOM_STEPS[step] ?? 1} stale={isStale} />}
    </section>
  )
}

interface TaskLineProps {
  readonly task: string
  readonly onStop: () => void
}

/** How far a job is, by article, with the button that stops it. */
export function TaskLine({ task, onStop }: TaskLineProps) {
  const translate = useTranslate()
  const running = useTaskStore(({ tasks }) => tasks.find(({ id }) => id === task))
  const progress = running?.progress ?? null
  const known = progress !== null && progress.total > 0
  const label = translate(running?.label ?? 'documents.making')
  return (
    <span className={styles.task}>
      <progress aria-label={label} {...(known ? { max: progress.total, value: progress.done } : {})} />
      <span className={styles.current}>
        {known
          ? translate('documents.progress', {
              done: String(progress.done),
              total: String(progress.total),
              current: progress.current,
            })
          : label}
      </span>
      <Button look="quiet" onClick={onStop}>
        {translate('documents.stop')}
      </Button>
    </span>
  )
}
