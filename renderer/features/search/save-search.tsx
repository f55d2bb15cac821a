import { useId, useState, type SubmitEvent } from 'react'
import type { SavedSearch } from '../../../core/model/saved-search.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { useRoute } from '../../state/route-store.ts'
import { filterParts } from '../library/filter-parts.ts'
import { renameSearch, saveSearch } from './saved-search-acts.ts'

const LONGEST_NAME = 200
const LONGEST_SUGGESTION = 60

/** Asks for the name of a search: of the one on the screen, or of a kept one that gets another name. */
export function SaveSearch({ search }: { readonly search: SavedSearch | null }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const route = useRoute()
  const tags = useTagsById()
  const form = useId()
  const suggestion = [route.query.trim(), ...filterParts(route.filter, tags, translate).map(({ label }) => label)]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, LONGEST_SUGGESTION)
  const [name, setName] = useState(search?.name ?? suggestion)
  const keep = (event: SubmitEvent): void => {
    event.preventDefault()
    const given = name.trim()
    if (given === '') return
    runAct(async () => {
      await (search === null ? saveSearch(context, given, route) : renameSearch(context, search, given))
      closeDialog()
    }, context)
  }
  return (
    <Dialog
      title={translate(search === null ? 'search.saveTitle' : 'search.renameTitle')}
      size="small"
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{translate('shell.cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={name.trim() === ''}>
            {translate('search.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={keep}>
        <TextField
          label={translate('search.savedName')}
          value={name}
          onChange={setName}
          maxLength={LONGEST_NAME}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
      </form>
    </Dialog>
  )
}
