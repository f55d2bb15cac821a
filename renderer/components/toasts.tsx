import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useTranslate } from '../i18n.tsx'
import { IconButton } from './button.tsx'
import styles from './toasts.module.css'

const manager = Toast.createToastManager()

interface NotifyOptions {
  readonly tone?: 'normal' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Shows a short message at the edge of the window; hovering or focusing it stops its clock. */
export function notify(message: string, { tone = 'normal', action }: NotifyOptions = {}): void {
  const id = manager.add({
    description: message,
    type: tone,
    timeout: action === undefined ? 5_000 : 10_000,
    priority: tone === 'error' ? 'high' : 'low',
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id)
              action.run()
            },
          },
        }),
  })
}

/** The place where messages of `notify` appear. */
export function ToastArea() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <ToastList />
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager()
  const translate = useTranslate()
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport} aria-label={translate('shell.notifications')}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={styles.toast}>
            <Toast.Description className={styles.text} />
            {toast.actionProps === undefined ? null : <Toast.Action className={styles.action} />}
            <Toast.Close
              render={
                <IconButton label={translate('shell.dismiss')}>
                  <X size={14} />
                </IconButton>
              }
            />
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  )
}
