import { errorText } from '../data/error-text.ts'
import { useTranslate } from '../i18n.tsx'
import { Button } from './button.tsx'
import styles from './error-panel.module.css'

interface ErrorPanelProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** What more is known, such as the place of a fault. */
  readonly detail?: string | null
}

/** A failure in its place: what went wrong and the way on. */
export function ErrorPanel({ error, onRetry, detail = null }: ErrorPanelProps) {
  const translate = useTranslate()
  return (
    <div className={styles.panel} role="alert">
      <p>{errorText(error, translate)}</p>
      {detail === null ? null : <p>{detail}</p>}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{translate('shell.retry')}</Button>}
    </div>
  )
}
