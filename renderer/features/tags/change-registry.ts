import type { RequestInput } from '../../../core/contract/archive-api.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { notify } from '../../state/toast-store.ts'
import { startTask } from '../../state/task-store.ts'

/** Changes the registry and its articles as one act that can be taken back. `confirmed`: the token of the preview shown. */
export async function changeRegistry(
  context: Pick<CommandContext, 'connection' | 'translate'>,
  operation: RequestInput<'tags.change'>['operation'],
  label: string,
  confirmed: string | null,
): Promise<void> {
  const { connection, translate } = context
  const task = startTask('tags.title')
  try {
    const { change, undo } = await connection.request('tags.change', {
      operation,
      ...(confirmed === null ? {} : { confirmed }),
      task: task.id,
    })
    if (change.failed.length > 0) {
      notify(translate('library.bulkFailed', { count: change.failed.length }), { tone: 'error' })
    }
    if (undo === null) notify(label)
    else {
      offerUndo(context, label, async () => {
        await connection.request('tags.undo', { undo })
      })
    }
  } finally {
    task.end()
  }
}
