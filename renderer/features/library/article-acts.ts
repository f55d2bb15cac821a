import type { ArticleId } from '../../../core/model/article-id.ts'
import type { TagId } from '../../../core/model/tag.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { notify } from '../../state/toast-store.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { startTask } from '../../state/task-store.ts'

type ActContext = Pick<CommandContext, 'connection' | 'translate'>

function reportFailures({ translate }: ActContext, failed: readonly unknown[]): void {
  if (failed.length > 0) notify(translate('library.bulkFailed', { count: failed.length }), { tone: 'error' })
}

/** Moves articles to the trash and offers the way back. */
export async function trashArticles(context: ActContext, ids: readonly ArticleId[]): Promise<void> {
  const { connection, translate } = context
  const task = startTask('library.moveToTrash')
  try {
    const { changed, failed } = await connection.request('articles.trash', { ids: [...ids], task: task.id })
    reportFailures(context, failed)
    if (changed.length === 0) return
    closeReaderOf(changed)
    offerUndo(context, translate('library.trashed', { count: changed.length }), async () => {
      await connection.request('articles.restore', { ids: [...changed] })
    })
  } finally {
    task.end()
  }
}

/** A deleted article leaves the reader; the cursor stays where it was. */
function closeReaderOf(ids: readonly ArticleId[]): void {
  const { article } = currentRoute()
  if (article !== null && ids.includes(article)) navigate({ article: null }, { replace: true })
}

/** Puts articles back from the trash. */
export async function restoreArticles(context: ActContext, ids: readonly ArticleId[]): Promise<void> {
  const { connection, translate } = context
  const { changed, failed } = await connection.request('articles.restore', { ids: [...ids] })
  reportFailures(context, failed)
  if (changed.length === 0) return
  offerUndo(context, translate('library.restored', { count: changed.length }), async () => {
    await connection.request('articles.trash', { ids: [...changed] })
  })
}

/** Adds a tag to articles or takes it off, and offers the way back. */
export async function changeTag(
  context: ActContext,
  ids: readonly ArticleId[],
  tag: { readonly id: TagId; readonly name: string },
  act: 'add' | 'remove',
): Promise<void> {
  const { connection, translate } = context
  const [add, remove] = act === 'add' ? [[tag.id], []] : [[], [tag.id]]
  const { changed, failed } = await connection.request('tags.assign', { ids: [...ids], add, remove })
  reportFailures(context, failed)
  if (changed.length === 0) return
  const key = act === 'add' ? 'library.tagsAdded' : 'library.tagsRemoved'
  offerUndo(context, translate(key, { count: changed.length, name: tag.name }), async () => {
    await connection.request('tags.assign', { ids: [...changed], add: remove, remove: add })
  })
}

/** Takes the doubts off articles that the user has looked at. */
export async function acceptArticles(
  { connection, translate }: ActContext,
  articles: readonly { readonly id: ArticleId; readonly doubts: readonly string[] }[],
): Promise<void> {
  const fields = [...new Set(articles.flatMap((article) => article.doubts))]
  const ids = articles.map((article) => article.id)
  const { changed } = await connection.request('articles.settleDoubts', { ids, fields })
  notify(translate('library.accepted', { count: changed.length }))
}
