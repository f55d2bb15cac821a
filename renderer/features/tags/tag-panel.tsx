import { ChartNoAxesColumn, Library } from 'lucide-react'
import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { tagName } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { notify } from '../../state/toast-store.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { TagChanges } from './tag-changes.tsx'
import { draftOf, fieldsOf, type TagDraft } from './tag-draft.ts'
import { TagFields } from './tag-fields.tsx'
import styles from './tag-panel.module.css'

interface TagPanelProps {
  readonly tag: TagUsage
  readonly all: readonly TagUsage[]
  /** The tag was merged away or deleted. */
  readonly onGone: () => void
}

/** Everything about one tag, and what can be done with it. */
export function TagPanel({ tag, all, onGone }: TagPanelProps) {
  const translate = useTranslate()
  return (
    <>
      <header className={styles.head}>
        <TagDot color={tag.color} />
        <h2>{tagName(tag, translate.language)}</h2>
        <Button
          icon={<ChartNoAxesColumn size={15} aria-hidden />}
          onClick={() => navigate({ screen: 'tag', options: { id: tag.id } })}
        >
          {translate('tags.page')}
        </Button>
        <Button
          icon={<Library size={15} aria-hidden />}
          onClick={() => navigate({ screen: 'library', query: '', filter: { ...NO_FILTER, tags: [tag.id] } })}
        >
          {translate('tags.showArticles')} · {translate('library.articles', { count: tag.count })}
        </Button>
      </header>
      <TagForm tag={tag} all={all} />
      <TagChanges tag={tag} all={all} onGone={onGone} />
    </>
  )
}

function TagForm({ tag, all }: { readonly tag: TagUsage; readonly all: readonly TagUsage[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [draft, setDraft] = useState<TagDraft>(() => draftOf(tag))
  const fields = fieldsOf(draft)
  const save = async (): Promise<void> => {
    if (fields === null) return
    const saved = await context.connection.request('tags.update', { id: tag.id, ...fields })
    notify(translate('tags.saved', { name: tagName(saved, translate.language) }))
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        runAct(save, context)
      }}
    >
      <TagFields kind={tag.kind} id={tag.id} all={all} draft={draft} onChange={setDraft} />
      <Button look="primary" type="submit" disabled={fields === null}>
        {translate('tags.save')}
      </Button>
    </form>
  )
}
