import { useMemo, useState } from 'react'
import type { DocumentOrder, Recipe } from '../../../core/contract/document-order.ts'
import type { DocumentMade } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { useJob, type Job } from '../../data/use-job.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog, type ExportPreset } from '../../state/dialog-store.ts'
import { currentRoute } from '../../state/route-store.ts'
import { notify } from '../../state/toast-store.ts'
import {
  articlesOf,
  differsFromRecipe,
  formOfRecipe,
  hasDays,
  initialForm,
  orderOf,
  readDays,
  type ExportForm,
  type ExportKind,
  type ExportPlace,
} from './export-form.ts'
import { makeDocument, useDocument, type DocumentJob } from './use-document.ts'
import { usePreviewOrder, type PreviewOrder } from './use-preview-order.ts'
import { useRecipes, type Recipes } from './use-recipes.ts'

/** All that the dialog shows and does. */
export interface Export {
  readonly form: ExportForm
  readonly change: (change: Partial<ExportForm>) => void
  readonly place: ExportPlace
  readonly kinds: readonly ExportKind[]
  readonly order: DocumentOrder | null
  readonly preview: PreviewOrder
  readonly document: ReturnType<typeof useDocument>
  readonly waited: Job
  readonly recipes: Recipes
  readonly recipe: Recipe | null
  readonly recipeChanged: boolean
  readonly chooseRecipe: (recipe: Recipe | null) => void
  readonly isReady: boolean
  readonly save: () => void
  readonly runRecipe: () => void
  /** Leaves the dialog; a job that runs for it is stopped. */
  readonly close: () => void
}

/** Joins form, recipes, preview and saving. `ids` are the articles that the dialog was opened for. */
export function useExport(ids: readonly ArticleId[], preset?: ExportPreset): Export {
  const { language } = useTranslate()
  const [shown] = useState(() => ({ query: currentRoute().query, filter: currentRoute().filter }))
  const [recipe, setRecipe] = useState<Recipe | null>(null)
  const [form, setForm] = useState(() => ({ ...initialForm({ ids, shown }, language), ...preset }))
  const place = useMemo(() => ({ ids, shown, recipe: recipe?.order ?? null }), [ids, shown, recipe])
  const order = useMemo(() => orderOf(form, place), [form, place])
  const articles = useMemo(() => (form.kind === 'clipping' ? null : articlesOf(form, place)), [form, place])
  const preview = usePreviewOrder(order, articles)
  const document = useDocument(useDocumentJob(form, ids, preview.order))
  const waited = useJob('documents.saving')
  const recipes = useRecipes()
  const close = (): void => {
    waited.stop()
    closeDialog()
  }
  const chooseRecipe = (chosen: Recipe | null): void => {
    waited.forget()
    setRecipe(chosen)
    if (chosen !== null) setForm((before) => formOfRecipe(before, chosen.order, language))
  }
  const isWhole = form.kind !== 'data' && preview.beginning === null
  const isFinished = document.finished !== null && !document.making && document.error === null
  const canMake = order !== null && preview.total !== null && preview.total > 0
  const isShown = form.kind === 'clipping' || preview.order !== null
  const isReady = waited.task === null && (isWhole ? isShown && isFinished : canMake)
  const acts = useSaving({ order, finished: isWhole ? (document.finished?.made ?? null) : null, waited, recipes })
  return {
    form,
    change: (change) => {
      waited.forget()
      setForm((before) => ({ ...before, ...change }))
    },
    place,
    kinds: ids.length === 1 ? ['clipping', ...ORDER_KINDS] : ORDER_KINDS,
    order,
    preview,
    document,
    waited,
    recipes,
    recipe,
    recipeChanged: differsFromRecipe(form, place, language),
    chooseRecipe,
    isReady,
    save: () => (isReady ? acts.save() : undefined),
    runRecipe: () =>
      recipe === null ? undefined : acts.runRecipe(recipe, hasDays(form, place) ? readDays(form) : null),
    close,
  }
}

const ORDER_KINDS = ['book', 'report', 'timeline', 'digest', 'data'] as const satisfies readonly ExportKind[]

/** What the preview makes now. */
function useDocumentJob(form: ExportForm, ids: readonly ArticleId[], order: DocumentOrder | null): DocumentJob | null {
  const { kind, language, standard, paper, template } = form
  const [id] = ids
  return useMemo(() => {
    if (kind === 'clipping') {
      return id === undefined ? null : { kind: 'clipping', clipping: { id, language, standard, paper, template } }
    }
    return order === null ? null : { kind: 'order', order }
  }, [kind, id, language, standard, paper, template, order])
}

interface SavingParts {
  readonly order: DocumentOrder | null
  /** The document to save where it is finished already; else it is made first. */
  readonly finished: DocumentMade | null
  readonly waited: Job
  readonly recipes: Recipes
}

interface Saving {
  readonly save: () => void
  readonly runRecipe: (
    recipe: Recipe,
    days: { readonly from: string | null; readonly to: string | null } | null,
  ) => void
}

function useSaving({ order, finished, waited, recipes }: SavingParts): Saving {
  const context = useCommandContext()
  const { translate, connection } = context
  const { request, host } = connection
  const handOver = async (made: DocumentMade): Promise<string> =>
    (await host.saveDocument(made.document, made.fileName)) ?? made.fileName
  const save = async (): Promise<void> => {
    const made =
      finished ??
      (order === null ? null : await waited.run((task) => makeDocument(request, { kind: 'order', order }, task)))
    if (made === null) return
    notify(translate('documents.saved', { name: await handOver(made) }))
    closeDialog()
  }
  const runRecipe: Saving['runRecipe'] = ({ id }, days) => {
    const given = {
      ...(days?.from == null ? {} : { from: days.from }),
      ...(days?.to == null ? {} : { to: days.to }),
    }
    runAct(async () => {
      const run = await waited.run((task) => request('recipes.run', { id, ...given, task }))
      if (run === null) return
      const name = await handOver(run.made)
      await recipes.refresh()
      const count = (changed: readonly string[]): string => formatNumber(changed.length, translate.language)
      notify(translate('documents.editionMade', { name, added: count(run.added), gone: count(run.gone) }))
      closeDialog()
    }, context)
  }
  return { save: () => runAct(save, context), runRecipe }
}
