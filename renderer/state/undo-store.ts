import { create } from 'zustand'

/** One change that can be taken back. */
export interface UndoStep {
  /** What the change did, in the user's language. */
  readonly label: string
  readonly undo: () => Promise<void>
}

interface UndoState {
  readonly steps: readonly UndoStep[]
}

const MOST_STEPS = 100

/** Changes of this window that can be taken back, newest last. */
export const useUndoStore = create<UndoState>(() => ({ steps: [] }))

/** Remembers a change that can be taken back. */
export function rememberUndo(step: UndoStep): void {
  useUndoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-MOST_STEPS) }))
}

/** Takes a step off the list, so that it runs once only. Returns false where it is no longer there. */
export function claimUndo(step: UndoStep): boolean {
  const { steps } = useUndoStore.getState()
  if (!steps.includes(step)) return false
  useUndoStore.setState({ steps: steps.filter((other) => other !== step) })
  return true
}

/** Forgets all ways back: another archive was opened, or what they lead to is gone. */
export function forgetUndo(): void {
  useUndoStore.setState({ steps: [] })
}
