import { ClipboardCopy, FileDown, Table } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { DocumentOrder } from '../../../core/contract/document-order.ts'
import type { DocumentMade } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { formatBytes, formatNumber } from '../../../core/model/locale.ts'
import { matchesKey } from '../../commands/key-text.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import type { ExportPreset } from '../../state/dialog-store.ts'
import { notify } from '../../state/toast-store.ts'
import { KindChoice, KindOptions, PrintingOptions } from './document-options.tsx'
import { DocumentPreview, TaskLine } from './document-preview.tsx'
import styles from './export-dialog.module.css'
import { RecipeBar } from './recipe-bar.tsx'
import { ScopeOptions } from './scope-options.tsx'
import { useExport, type Export } from './use-export.ts'

interface ExportDialogProps {
  readonly ids: readonly ArticleId[]
  /** What to begin with, where the dialog is opened for a purpose. */
  readonly preset?: ExportPreset
}

/** Options at the left, the real pages at the right; the pages are set anew after every change. */
export function ExportDialog({ ids, preset }: ExportDialogProps) {
  const translate = useTranslate()
  const state = useExport(ids, preset)
  const { form, isReady, save, close } = state
  useExportKey(save)
  return (
    <Dialog
      title={translate('documents.title')}
      size="large"
      onClose={close}
      actions={
        <>
          <Facts state={state} />
          <ExtraActs state={state} />
          <Button onClick={close}>{translate('shell.cancel')}</Button>
          <Button look="primary" icon={<FileDown size={15} aria-hidden />} disabled={!isReady} onClick={save}>
            {translate(form.kind === 'data' ? 'documents.saveFile' : 'documents.save')}
          </Button>
        </>
      }
    >
      <div className={styles.panes}>
        <Options state={state} ids={ids} />
        {form.kind === 'data' ? <FilePane state={state} /> : <PagesPane state={state} />}
      </div>
    </Dialog>
  )
}

/** Ctrl+Enter saves from anywhere in the dialog. */
function useExportKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!matchesKey({ code: 'Enter', ctrl: true }, event)) return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [save])
}

interface PartProps {
  readonly state: Export
}

function Options({ state, ids }: PartProps & { readonly ids: readonly ArticleId[] }) {
  const { form, change, place, kinds, order, preview, recipes, recipe, waited } = state
  const [id] = ids
  return (
    <div className={styles.options}>
      <RecipeBar
        recipes={recipes}
        chosen={recipe}
        order={order}
        changed={state.recipeChanged}
        busy={waited.task !== null}
        onChoose={state.chooseRecipe}
        onRun={state.runRecipe}
      />
      {form.kind === 'clipping' && id !== undefined ? <ClippingTitle id={id} /> : null}
      <KindChoice form={form} kinds={kinds} onChange={change} />
      {form.kind === 'clipping' ? null : (
        <ScopeOptions form={form} place={place} total={preview.total} onChange={change} />
      )}
      <KindOptions form={form} onChange={change} />
      <PrintingOptions form={form} onChange={change} />
    </div>
  )
}

function ClippingTitle({ id }: { readonly id: ArticleId }) {
  const translate = useTranslate()
  const article = useRequest('articles.read', { id }).data
  return (
    <p className={styles.scope} lang={article?.language}>
      {article === undefined ? '' : translate('documents.clippingOf', { title: article.title })}
    </p>
  )
}

/** True where the pages on the screen are those of the form as it stands. */
function isCurrent({ form, document, preview }: Export): boolean {
  const isWanted = form.kind === 'clipping' || preview.order !== null
  return isWanted && document.finished !== null && !document.making && document.error === null
}

/** True where the articles are known and there are none; a digest of a quiet day is a document all the same. */
function isEmpty({ form, preview }: Export): boolean {
  return form.kind !== 'clipping' && form.kind !== 'digest' && preview.total === 0
}

function PagesPane({ state }: PartProps) {
  const translate = useTranslate()
  const { document, preview, waited } = state
  const { language } = translate
  const note =
    preview.beginning === null || preview.total === null
      ? null
      : translate('documents.beginningOnly', {
          shown: formatNumber(preview.beginning, language),
          total: formatNumber(preview.total, language),
        })
  return (
    <DocumentPreview
      finished={isEmpty(state) ? null : document.finished}
      // Pages of other articles or of another kind are no preview of this.
      isStale={document.finished !== null && !isCurrent(state)}
      error={waited.error ?? document.error ?? (state.form.kind === 'clipping' ? null : preview.error)}
      onRetry={waited.error === null ? document.retry : state.save}
      note={isEmpty(state) ? translate('documents.noArticles') : note}
    />
  )
}

function FilePane({ state }: PartProps) {
  const translate = useTranslate()
  const { form, preview, waited } = state
  const error = waited.error ?? preview.error
  return (
    <section className={styles.file} aria-label={translate('documents.format')}>
      <strong>{translate(`documents.formats.${form.format}`)}</strong>
      <p>{isEmpty(state) ? translate('documents.noArticles') : translate(`documents.formatHelp.${form.format}`)}</p>
      {error === null ? null : <ErrorPanel error={error} />}
    </section>
  )
}

/** What is being made, or how long and large the finished document is. */
function Facts({ state }: PartProps) {
  const translate = useTranslate()
  const { document, waited, form, preview, order } = state
  if (waited.task !== null)
    return (
      <FactsFrame>
        <TaskLine task={waited.task} onStop={waited.stop} />
      </FactsFrame>
    )
  if (form.kind === 'data' || isEmpty(state)) return <FactsFrame />
  if (document.making && document.task !== null) {
    return (
      <FactsFrame>
        <TaskLine task={document.task} onStop={document.stop} />
      </FactsFrame>
    )
  }
  const { finished } = document
  const isCounting = form.kind !== 'clipping' && preview.order === null && preview.error === null && order !== null
  const text =
    document.making || isCounting
      ? translate('documents.making')
      : finished === null || !isCurrent(state)
        ? ''
        : translate('documents.facts', {
            pages: translate('documents.pages', { count: finished.made.pages }),
            size: formatBytes(finished.made.bytes, translate.language),
          })
  return (
    <FactsFrame>
      <span role="status">{text}</span>
    </FactsFrame>
  )
}

function FactsFrame({ children }: { readonly children?: ReactNode }) {
  return <div className={styles.facts}>{children}</div>
}

/** The figures behind a report, and the text of a digest. */
function ExtraActs({ state }: PartProps) {
  const { form, order, document } = state
  if (form.kind === 'digest' && order !== null) return <CopyText order={order} />
  return form.kind === 'report' && isCurrent(state)
    ? (document.finished?.made.companions ?? []).map((file) => <SaveFigures key={file.document} file={file} />)
    : null
}

function CopyText({ order }: { readonly order: DocumentOrder }) {
  const context = useCommandContext()
  const { translate, connection } = context
  const copy = async (): Promise<void> => {
    const { text } = await connection.request('documents.digestText', { order })
    await navigator.clipboard.writeText(text)
    notify(translate('documents.textCopied'))
  }
  return (
    <Button icon={<ClipboardCopy size={15} aria-hidden />} onClick={() => runAct(copy, context)}>
      {translate('documents.copyText')}
    </Button>
  )
}

function SaveFigures({ file }: { readonly file: NonNullable<DocumentMade['companions']>[number] }) {
  const context = useCommandContext()
  const { translate, connection } = context
  const save = async (): Promise<void> => {
    const path = await connection.host.saveDocument(file.document, file.fileName)
    notify(translate('documents.saved', { name: path ?? file.fileName }))
  }
  return (
    <Button icon={<Table size={15} aria-hidden />} onClick={() => runAct(save, context)}>
      {translate(file.about === 'figures' ? 'documents.saveFigures' : 'documents.savePickUps')}
    </Button>
  )
}
