import type { TagId } from '../../../core/model/tag.ts'
import { localDayOf } from '../../../core/model/locale.ts'
import type { CommandContext } from '../../commands/command.ts'
import { startTask } from '../../state/task-store.ts'
import { notify } from '../../state/toast-store.ts'

/** Writes the overview of a tag, or the matrix alone, as a PDF and hands it to the user. */
export async function saveTagPage(
  { connection, translate }: Pick<CommandContext, 'connection' | 'translate'>,
  tag: TagId | null,
): Promise<void> {
  const { request, host } = connection
  const task = startTask('documents.making')
  try {
    const { language } = translate
    const made = await request('documents.tagSheet', {
      order: { tag, today: localDayOf(Date.now()), language },
      task: task.id,
    })
    const path = await host.saveDocument(made.document, made.fileName)
    notify(translate('documents.saved', { name: path ?? made.fileName }))
  } finally {
    task.end()
  }
}
