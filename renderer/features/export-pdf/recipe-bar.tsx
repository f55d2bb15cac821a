import { useRef, useState, type SubmitEvent } from 'react'
import type { DocumentOrder, Recipe } from '../../../core/contract/document-order.ts'
import { formatRelative } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import styles from './export-dialog.module.css'
import { OptionSelect } from './option-group.tsx'
import type { Recipes } from './use-recipes.ts'

interface RecipeBarProps {
  readonly recipes: Recipes
  readonly chosen: Recipe | null
  /** What the dialog would make now, or null where that cannot be kept as a recipe. */
  readonly order: DocumentOrder | null
  /** The dialog makes something else than the chosen recipe. */
  readonly changed: boolean
  readonly onChoose: (recipe: Recipe | null) => void
  /** Makes the next edition of the chosen recipe. */
  readonly onRun: () => void
  readonly busy: boolean
}

/** Documents that are made again and again: choose one, make its next edition, keep the present one as a recipe. */
export function RecipeBar({ recipes, chosen, order, changed, onChoose, onRun, busy }: RecipeBarProps) {
  const translate = useTranslate()
  const bar = useRef<HTMLDivElement>(null)
  const hasList = recipes.list.length > 0
  // The button or form that was used is gone after its act: the next Tab goes on from here.
  const settle = (recipe: Recipe | null): void => {
    onChoose(recipe)
    bar.current?.focus()
  }
  if (!hasList && order === null && recipes.error === null) return null
  return (
    <div ref={bar} tabIndex={-1} className={styles.recipes}>
      {recipes.error === null ? null : <ErrorPanel error={recipes.error} onRetry={() => void recipes.refresh()} />}
      {hasList ? (
        <OptionSelect
          label={translate('documents.recipe')}
          value={chosen?.id ?? ''}
          choices={[
            { value: '', label: translate('documents.noRecipe') },
            ...recipes.list.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => onChoose(recipes.list.find((recipe) => recipe.id === id) ?? null)}
        />
      ) : null}
      {chosen === null ? null : <LastEdition recipe={chosen} />}
      <div className={styles.acts}>
        {chosen === null || changed ? null : (
          <Button disabled={busy || order === null} onClick={onRun}>
            {translate('documents.nextEdition')}
          </Button>
        )}
        {chosen !== null && changed && order !== null ? (
          <UpdateRecipe recipes={recipes} chosen={chosen} order={order} onChoose={settle} />
        ) : null}
        {chosen === null ? null : <DeleteRecipe recipes={recipes} chosen={chosen} onChoose={settle} />}
      </div>
      {order === null || (chosen !== null && !changed) ? null : (
        <NewRecipe recipes={recipes} order={order} onChoose={settle} />
      )}
    </div>
  )
}

function LastEdition({ recipe }: { readonly recipe: Recipe }) {
  const translate = useTranslate()
  const [now] = useState(Date.now)
  const { lastRun } = recipe
  return (
    <p className={styles.note}>
      {lastRun === null
        ? translate('documents.noEdition')
        : translate('documents.lastEdition', {
            when: formatRelative(Date.parse(lastRun.at), now, translate.language),
            count: lastRun.articles,
          })}
    </p>
  )
}

type RecipeActProps = Pick<RecipeBarProps, 'recipes' | 'onChoose'>

function UpdateRecipe({
  recipes,
  chosen,
  order,
  onChoose,
}: RecipeActProps & { readonly chosen: Recipe; readonly order: DocumentOrder }) {
  const context = useCommandContext()
  const { translate } = context
  const update = async (): Promise<void> => {
    onChoose(await recipes.save({ id: chosen.id, name: chosen.name, order }))
    notify(translate('documents.recipeSaved', { name: chosen.name }))
  }
  return <Button onClick={() => runAct(update, context)}>{translate('documents.updateRecipe')}</Button>
}

function DeleteRecipe({ recipes, chosen, onChoose }: RecipeActProps & { readonly chosen: Recipe }) {
  const context = useCommandContext()
  const { translate } = context
  const { name, order } = chosen
  const bringBack = (): void =>
    runAct(async () => {
      await recipes.save({ name, order })
    }, context)
  const remove = async (): Promise<void> => {
    await recipes.remove(chosen.id)
    onChoose(null)
    notify(translate('documents.recipeDeleted', { name }), {
      action: { label: translate('shell.undo'), run: bringBack },
    })
  }
  return (
    <Button look="quiet" onClick={() => runAct(remove, context)}>
      {translate('documents.deleteRecipe')}
    </Button>
  )
}

function NewRecipe({ recipes, order, onChoose }: RecipeActProps & { readonly order: DocumentOrder }) {
  const context = useCommandContext()
  const { translate } = context
  const [name, setName] = useState<string | null>(null)
  if (name === null) {
    return (
      <Button look="quiet" onClick={() => setName('')}>
        {translate('documents.saveAsRecipe')}
      </Button>
    )
  }
  const keep = async (): Promise<void> => {
    onChoose(await recipes.save({ name: name.trim(), order }))
    setName(null)
    notify(translate('documents.recipeSaved', { name: name.trim() }))
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') runAct(keep, context)
  }
  return (
    <form className={styles.name} onSubmit={submit}>
      <TextField
        label={translate('documents.recipeName')}
        help={translate('documents.recipeNameHelp')}
        value={name}
        maxLength={200}
        autoFocus
        onChange={setName}
      />
      <div className={styles.acts}>
        <Button type="submit" disabled={name.trim() === ''}>
          {translate('documents.saveRecipe')}
        </Button>
        <Button look="quiet" onClick={() => setName(null)}>
          {translate('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}
