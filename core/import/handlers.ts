import type { RequestHandlers } from '../contract/archive-api.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import type { Importer } from './importer.ts'

export type ImportHandlers = Pick<
  RequestHandlers,
  'import.run' | 'import.text' | 'import.runs' | 'import.report' | 'import.undo'
>

/** The requests about imports. `importer` is asked for at each call, since the open archive may change. */
export function createImportHandlers(importer: () => Importer, tasks: TaskRegistry): ImportHandlers {
  return {
    'import.run': (argument) => tasks.run(argument.task, (job) => importer().run(argument, job)),
    'import.text': (argument) => importer().text(argument),
    'import.runs': () => importer().runs(),
    'import.undo': ({ batch, task }) => tasks.run(task, (job) => importer().undo(batch, job)),
    'import.report': ({ batch }) => importer().report(batch),
  }
}
