import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** With these the chip can be taken off. */
  readonly removeLabel?: string
  readonly onRemove?: () => void
  /** With this the chip's text is a button. */
  readonly onClick?: () => void
}

/** A small label: a filter in force, a tag of an article. */
export function Chip({ children, icon, removeLabel, onRemove, onClick }: ChipProps) {
  const content = (
    <>
      {icon}
      <span className={styles.text}>{children}</span>
    </>
  )
  return (
    <span className={styles.chip}>
      {onClick === undefined ? (
        <span className={styles.content}>{content}</span>
      ) : (
        <button type="button" className={styles.content} onClick={onClick}>
          {content}
        </button>
      )}
      {onRemove === undefined ? null : (
        <button type="button" className={styles.remove} aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
