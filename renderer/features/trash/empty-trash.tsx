import type { ArticleId } from '../../../core/model/article-id.ts'
import { withoutAsking } from '../../commands/show-first.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { dismissAllToasts, notify } from '../../state/toast-store.ts'
import { forgetUndo } from '../../state/undo-store.ts'

/** What counts the articles of the trash; no article of the archive itself changes. */
const COUNTING: ReadonlySet<string> = new Set(['articles.trashed', 'archive.summary', 'workspace.status'])

/** The one act that cannot be taken back, so the one that asks first. */
export function EmptyTrash({ ids }: { readonly ids: readonly ArticleId[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const empty = async (): Promise<void> => {
    // This dialog has just asked.
    const seen = await withoutAsking(context.connection, { type: 'empty-trash', ids: [...ids] })
    const count = await context.connection.request('articles.emptyTrash', { ids: [...ids], ...seen })
    await context.queryClient.invalidateQueries({ predicate: ({ queryKey }) => COUNTING.has(String(queryKey[0])) })
    forgetUndo()
    dismissAllToasts()
    closeDialog()
    notify(translate('library.trashEmptied', { count }))
  }
  return (
    <Dialog
      title={translate('library.emptyTrash')}
      size="small"
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{translate('shell.cancel')}</Button>
          <Button look="danger" onClick={() => runAct(empty, context)}>
            {translate('library.deleteForGood')}
          </Button>
        </>
      }
    >
      <p>{translate('library.emptyTrashWarning', { count: ids.length })}</p>
    </Dialog>
  )
}
