import { create } from 'zustand'

/** A short message at the edge of the window. */
export interface ToastMessage {
  readonly id: number
  readonly text: string
  readonly tone: 'normal' | 'error'
  readonly action: { readonly label: string; readonly run: () => void } | null
}

interface ToastState {
  readonly toasts: readonly ToastMessage[]
}

const MOST_TOASTS = 3

/** Messages on the screen, oldest first. */
export const useToastStore = create<ToastState>(() => ({ toasts: [] }))

let lastId = 0

interface NotifyOptions {
  readonly tone?: ToastMessage['tone']
  readonly action?: NonNullable<ToastMessage['action']>
}

/** Shows a short message; the oldest gives way when there are too many. Returns its id. */
export function notify(text: string, { tone = 'normal', action }: NotifyOptions = {}): number {
  lastId += 1
  const toast: ToastMessage = { id: lastId, text, tone, action: action ?? null }
  useToastStore.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST_TOASTS) }))
  return lastId
}

/** Takes a message off the screen. */
export function dismissToast(id: number): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Takes all messages off the screen. */
export function dismissAllToasts(): void {
  useToastStore.setState({ toasts: [] })
}
