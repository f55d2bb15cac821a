import type { CommandContext } from './command.ts'

/** The one long task of a call; its progress and its end by Ctrl+C are tied to this name. */
const TASK = `command-line-${process.pid}`

/** Runs a long request with its progress on standard error; the first Ctrl+C cancels it, the second ends the program. */
export async function runTask<Result>(
  context: CommandContext,
  run: (task: string) => Promise<Result>,
): Promise<Result> {
  const core = await context.core()
  const unsubscribe = core.subscribe((event) => {
    if (event.name !== 'task.progress' || event.value.task !== TASK) return
    const { done, total, current } = event.value
    context.print.progress(`${done}${total > 0 ? `/${total}` : ''} ${current}`)
  })
  const cancel = (): void => void core.client('tasks.cancel', { task: TASK })
  process.once('SIGINT', cancel)
  try {
    return await run(TASK)
  } finally {
    process.off('SIGINT', cancel)
    unsubscribe()
  }
}
