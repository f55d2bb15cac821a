import type { TaskContext, TaskRegistry } from '../../core/tasks/task-registry.ts'

/** A context that nobody cancels and nobody listens to. */
export const QUIET: TaskContext = { signal: new AbortController().signal, onProgress: () => undefined }

/** Runs every task at once, without progress. */
export const TASKS: Pick<TaskRegistry, 'run'> = { run: (_task, work) => work(QUIET) }
