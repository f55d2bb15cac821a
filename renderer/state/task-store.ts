import { create } from 'zustand'
import type { TaskProgress } from '../../core/contract/archive-events.ts'
import type { MessageKey } from '../../core/translate/create-translator.ts'

/** A long job that runs now. */
export interface RunningTask {
  readonly id: string
  readonly label: MessageKey
  readonly progress: TaskProgress | null
}

interface TaskState {
  readonly tasks: readonly RunningTask[]
}

/** Long jobs of this window, shown in the status bar. */
export const useTaskStore = create<TaskState>(() => ({ tasks: [] }))

let lastTask = 0

/** Registers a long job and returns the task id to send with its request, and the function that takes it off. */
export function startTask(label: MessageKey): { readonly id: string; readonly end: () => void } {
  lastTask += 1
  const id = `ui-${String(Date.now())}-${String(lastTask)}`
  useTaskStore.setState(({ tasks }) => ({ tasks: [...tasks, { id, label, progress: null }] }))
  return {
    id,
    end: () => useTaskStore.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) })),
  }
}

/** Shows a long job that another window, or this one before it was loaded anew, has begun; returns what takes it off. */
export function adoptTask(id: string, label: MessageKey, progress: TaskProgress): () => void {
  useTaskStore.setState(({ tasks }) =>
    tasks.some((task) => task.id === id) ? { tasks } : { tasks: [...tasks, { id, label, progress }] },
  )
  return () => useTaskStore.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }))
}

/** Takes in a progress event; jobs of other windows are not shown. */
export function noteProgress(progress: TaskProgress): void {
  useTaskStore.setState(({ tasks }) => ({
    tasks: tasks.map((task) => (task.id === progress.task ? { ...task, progress } : task)),
  }))
}
