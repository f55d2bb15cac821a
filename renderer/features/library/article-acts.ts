import type { ArticleId } from '../../../core/model/article-id.ts'
import type { TagId } from '../../../core/model/tag.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { askFirst, showFirst, withoutAsking } from '../../commands/show-first.ts'
import { notify } from '../../state/toast-store.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { startTask } from '../../state/task-store.ts'

type ActContext = Pick<CommandContext, 'connection' | 'translate'>

function reportFailures({ translate }: ActContext, failed: readonly unknown[]): void {
  if (failed.length > 0) notify(translate('library.bulkFailed', { count: failed.length }), { tone: 'error' })
}

/** Moves articles to the trash and offers the way back. False: the user saw the list of them and would rather not. */
export async function trashArticles(context: ActContext, ids: readonly ArticleId[]): Promise<boolean> {
  const { connection, translate } = context
  const seen = await showFirst(connection, translate('library.moveToTrash'), { type: 'trash', ids: [...ids] })
  if (seen === null) return false
  const task = startTask('library.moveToTrash')
  try {
    const { changed, failed } = await connection.request('articles.trash', { ids: [...ids], ...seen, task: task.id })
    reportFailures(context, failed)
    if (changed.length === 0) return true
    closeReaderOf(changed)
    offerUndo(context, translate('library.trashed', { count: changed.length }), async () => {
      const back = await withoutAsking(connection, { type: 'restore', ids: changed })
      await connection.request('articles.restore', { ids: changed, ...back })
    })
    return true
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
  const seen = await showFirst(connection, translate('library.restore'), { type: 'restore', ids: [...ids] })
  if (seen === null) return
  const task = startTask('library.restore')
  try {
    const { changed, failed } = await connection.request('articles.restore', { ids: [...ids], ...seen, task: task.id })
    reportFailures(context, failed)
    if (changed.length === 0) return
    offerUndo(context, translate('library.restored', { count: changed.length }), async () => {
      const back = await withoutAsking(connection, { type: 'trash', ids: changed })
      await connection.request('articles.trash', { ids: changed, ...back })
    })
  } finally {
    task.end()
  }
}

/** Adds a tag to articles or takes it off, and offers the way back. */
export async function changeTag(
  context: ActContext,
  ids: readonly ArticleId[],
  tag: { readonly id: TagId; readonly name: string },
  act: 'add' | 'remove',
): Promise<void> {
  const { connection, translate } = context
  const assignment = { ids: [...ids], add: act === 'add' ? [tag.id] : [], remove: act === 'add' ? [] : [tag.id] }
  const label = act === 'add' ? 'library.dryRunAddTag' : 'library.dryRunRemoveTag'
  const preview = await connection.request('tags.preview', { operation: { type: 'assign', ...assignment } })
  const seen = await askFirst(translate(label, { name: tag.name }), preview)
  if (seen === null) return
  const { changed, failed } = await connection.request('tags.assign', { ...assignment, ...seen })
  reportFailures(context, failed)
  if (changed.length === 0) return
  const key = act === 'add' ? 'library.tagsAdded' : 'library.tagsRemoved'
  offerUndo(context, translate(key, { count: changed.length, name: tag.name }), async () => {
    const back = { ids: changed, add: assignment.remove, remove: assignment.add }
    const { confirmed } = await connection.request('tags.preview', { operation: { type: 'assign', ...back } })
    await connection.request('tags.assign', { ...back, ...(confirmed === null ? {} : { confirmed }) })
  })
}

/** Takes the doubts off articles that the user has looked at. */
export async function acceptArticles(
  { connection, translate }: ActContext,
  articles: readonly { readonly id: ArticleId; readonly doubts: readonly string[] }[],
): Promise<void> {
  const fields = [...new Set(articles.flatMap((article) => article.doubts))]
  const ids = articles.map((article) => article.id)
  const seen = await showFirst(connection, translate('library.accept'), { type: 'settle-doubts', ids, fields })
  if (seen === null) return
  const { changed } = await connection.request('articles.settleDoubts', { ids, fields, ...seen })
  notify(translate('library.accepted', { count: changed.length }))
}
