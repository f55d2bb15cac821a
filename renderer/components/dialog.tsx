import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslate } from '../i18n.tsx'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last; null where there are none now. */
  readonly actions?: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  /** The title is read to screen readers but not shown. */
  readonly plain?: boolean
}

/** A modal dialog. It is open while it is mounted; Esc and the cross call `onClose`, focus returns to where it came from. */
export function Dialog({ title, onClose, children, actions, size = 'medium', plain = false }: DialogProps) {
  const translate = useTranslate()
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={classNames(styles.popup, styles[size])}>
          {plain ? (
            <Base.Title className="visually-hidden">{title}</Base.Title>
          ) : (
            <header className={styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <IconButton label={translate('shell.close')} onClick={onClose}>
                <X size={16} />
              </IconButton>
            </header>
          )}
          <div className={plain ? styles.plainBody : styles.body}>{children}</div>
          {actions == null ? null : <footer className={styles.foot}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
