import type { RequestInput } from '../../core/contract/archive-api.ts'
import type { HostConnection } from '../../core/contract/host-api.ts'
import type { BulkPreview } from '../../core/model/bulk-preview.ts'
import { closeDialog, openDialog, useDialogStore, type ShownArticles } from '../state/dialog-store.ts'

/** What an act on many articles is given after its dry run. */
export interface Seen {
  readonly confirmed?: string
}

type Act = RequestInput<'acts.preview'>['act']
type Connection = Pick<HostConnection, 'request'>

/** Shows a dry run where the act needs one, and asks. Null: the user would rather not. */
export async function askFirst(
  title: string,
  shown: ShownArticles & Pick<BulkPreview, 'confirmed'>,
): Promise<Seen | null> {
  const { confirmed } = shown
  if (confirmed === null) return {}
  const back = useDialogStore.getState().open
  const agreed = await new Promise<boolean>((answer) => {
    openDialog({ name: 'confirm-act', title, shown, answer })
  })
  if (back === null) closeDialog()
  else openDialog(back)
  return agreed ? { confirmed } : null
}

/** Takes the dry run of an act and shows it where the act touches many articles. */
export async function showFirst({ request }: Connection, title: string, act: Act): Promise<Seen | null> {
  return askFirst(title, await request('acts.preview', { act }))
}

/** For the way back of an act that the user has just seen: nothing is asked again. */
export async function withoutAsking({ request }: Connection, act: Act): Promise<Seen> {
  const { confirmed } = await request('acts.preview', { act })
  return confirmed === null ? {} : { confirmed }
}
