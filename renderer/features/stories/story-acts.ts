import type { ArticleId } from '../../../core/model/article-id.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { showFirst } from '../../commands/show-first.ts'
import { notify } from '../../state/toast-store.ts'
import { startTask } from '../../state/task-store.ts'

type ActContext = Pick<CommandContext, 'connection' | 'translate'>

/** Makes one story of articles and of the stories that they are in; returns its id, or null where the user would rather not. */
export async function linkArticles(context: ActContext, ids: readonly ArticleId[]): Promise<string | null> {
  const { connection, translate } = context
  const seen = await showFirst(connection, translate('stories.link'), { type: 'link', ids: [...ids] })
  if (seen === null) return null
  const task = startTask('stories.link')
  try {
    const { story, ...made } = await connection.request('stories.link', { ids: [...ids], ...seen, task: task.id })
    tell(context, translate('stories.linked'), made)
    return story
  } finally {
    task.end()
  }
}

/** Takes articles out of their stories. */
export async function unlinkArticles(context: ActContext, ids: readonly ArticleId[], label: string): Promise<void> {
  const { connection, translate } = context
  const seen = await showFirst(connection, translate('stories.takeOut'), { type: 'unlink', ids: [...ids] })
  if (seen === null) return
  const task = startTask('stories.takeOut')
  try {
    tell(context, label, await connection.request('stories.unlink', { ids: [...ids], ...seen, task: task.id }))
  } finally {
    task.end()
  }
}

interface Made {
  readonly change: { readonly failed: readonly unknown[] }
  readonly undo: string | null
}

function tell(context: ActContext, label: string, { change, undo }: Made): void {
  const { connection, translate } = context
  if (change.failed.length > 0) {
    notify(translate('library.bulkFailed', { count: change.failed.length }), { tone: 'error' })
  }
  if (undo === null) notify(label)
  else {
    offerUndo(context, label, async () => {
      await connection.request('stories.undo', { undo })
    })
  }
}
