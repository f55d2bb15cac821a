import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslate } from '../i18n.tsx'
import { dismissToast, useToastStore, type ToastMessage } from '../state/toast-store.ts'
import { IconButton } from './button.tsx'
import styles from './toasts.module.css'

const LIFE_MS = 6_000
/** A message with a way back stays longer; the way back itself has no limit, since Ctrl+Z keeps it. */
const LIFE_WITH_ACTION_MS = 12_000

/** The place where messages of `notify` appear; it is read out politely, errors at once. */
export function ToastArea() {
  const translate = useTranslate()
  const toasts = useToastStore((state) => state.toasts)
  return (
    <section className={styles.area} aria-label={translate('shell.notifications')} aria-live="polite">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

/** One message; its clock stands still while it is pointed at or holds the focus. */
function Toast({ toast }: { readonly toast: ToastMessage }) {
  const translate = useTranslate()
  const [held, setHeld] = useState(false)
  const { id, text, tone, action } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(id), action === null ? LIFE_MS : LIFE_WITH_ACTION_MS)
    return () => clearTimeout(timer)
  }, [held, id, action])
  return (
    <div
      className={styles.toast}
      data-tone={tone}
      role={tone === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{text}</span>
      {action === null ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismissToast(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton label={translate('shell.dismiss')} onClick={() => dismissToast(id)}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
