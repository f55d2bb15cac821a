import { useState } from 'react'
import { LANGUAGES } from '../../../core/model/language.ts'
import { tagName, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { notify } from '../../state/toast-store.ts'
import { useTranslate } from '../../i18n.tsx'
import { namesOf } from './tag-draft.ts'
import styles from './tag-panel.module.css'

interface NewTagProps {
  readonly kind: TagKind
  readonly onCreated: (id: TagId) => void
}

/** A new tag needs one name; all else can be added after. */
export function NewTag({ kind, onCreated }: NewTagProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [typed, setTyped] = useState({ en: '', ru: '', kk: '' })
  const names = namesOf(typed)
  const create = async (): Promise<void> => {
    const tag = await context.connection.request('tags.create', { kind, names })
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
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={translate(`tags.names.${language}`)}
          value={typed[language]}
          onChange={(name) => setTyped({ ...typed, [language]: name })}
        />
      ))}
      <Button look="primary" type="submit" disabled={Object.keys(names).length === 0}>
        {translate('tags.add')}
      </Button>
    </form>
  )
}
