import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { tagName, TAG_PALETTE, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../state/toast-store.ts'
import { useTranslate } from '../../i18n.tsx'
import { draftOf, fieldsOf, type TagDraft } from './tag-draft.ts'
import { TagFields } from './tag-fields.tsx'
import styles from './tag-panel.module.css'

interface NewTagProps {
  readonly kind: TagKind
  readonly all: readonly TagUsage[]
  readonly onCreated: (id: TagId) => void
}

/** A new tag needs one name; all else may stay empty. */
export function NewTag({ kind, all, onCreated }: NewTagProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [draft, setDraft] = useState<TagDraft>(() => ({
    ...draftOf(null),
    color: TAG_PALETTE[all.length % TAG_PALETTE.length] ?? TAG_PALETTE[0],
  }))
  const fields = fieldsOf(draft)
  const create = async (): Promise<void> => {
    if (fields === null) return
    const { names = {}, aliases = [], ...rest } = fields
    const tag = await context.connection.request('tags.create', { kind, names, aliases, ...rest })
    notify(translate('tags.created', { name: tagName(tag, translate.language) }))
    onCreated(tag.id)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        runAct(create, context)
      }}
    >
      <h2 className={styles.formTitle}>
        {translate('tags.add')} · {translate(`tags.kinds.${kind}`)}
      </h2>
      <TagFields kind={kind} id={null} all={all} draft={draft} onChange={setDraft} />
      <Button look="primary" type="submit" disabled={fields === null}>
        {translate('tags.add')}
      </Button>
    </form>
  )
}
