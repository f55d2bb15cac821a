import { FileDown, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { LANGUAGES, type Language } from '../../../core/model/language.ts'
import { formatBytes } from '../../../core/model/locale.ts'
import { PAPER_SIZES, PDF_STANDARDS, type PaperSize, type PdfStandard } from '../../../core/model/pdf-options.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { notify } from '../../state/toast-store.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import styles from './export-dialog.module.css'
import { PdfPages } from './pdf-pages.tsx'
import { useDocument, type FinishedDocument } from './use-document.ts'

const ZOOM_STEPS = [0.5, 0.75, 1, 1.5, 2] as const
const MIDDLE_STEP = 2

/** Options at the left, the real pages at the right; the pages are set anew after every change. */
export function ExportDialog({ ids }: { readonly ids: readonly ArticleId[] }) {
  const [id] = ids
  return id === undefined ? null : <ClippingDialog id={id} />
}

function ClippingDialog({ id }: { readonly id: ArticleId }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [language, setLanguage] = useState<Language>(translate.language)
  const [standard, setStandard] = useState<PdfStandard>('ua-1')
  const [paper, setPaper] = useState<PaperSize>('a4')
  const { finished, making, error } = useDocument({ id, language, standard, paper })
  const article = useRequest('articles.read', { id }).data
  const save = ({ made }: FinishedDocument): void =>
    runAct(async () => {
      const path = await context.connection.host.saveDocument(made.document, made.fileName)
      notify(translate('documents.saved', { name: path ?? made.fileName }))
      closeDialog()
    }, context)
  const isReady = finished !== null && !making && error === null
  return (
    <Dialog
      title={translate('documents.title')}
      size="large"
      onClose={closeDialog}
      actions={
        <>
          <span className={styles.facts} role="status">
            {making ? translate('documents.making') : finished === null ? '' : factsOf(finished, translate)}
          </span>
          <Button onClick={closeDialog}>{translate('shell.cancel')}</Button>
          <Button
            look="primary"
            icon={<FileDown size={15} aria-hidden />}
            disabled={!isReady}
            onClick={() => (finished === null ? undefined : save(finished))}
          >
            {translate('documents.save')}
          </Button>
        </>
      }
    >
      <div className={styles.panes}>
        <div className={styles.options}>
          <p className={styles.scope} lang={article?.language}>
            {article === undefined ? '' : translate('documents.clippingOf', { title: article.title })}
          </p>
          <OptionGroup
            label={translate('documents.language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: translate(`shell.languages.${value}`) }))}
            onChange={setLanguage}
          />
          <OptionGroup
            label={translate('documents.standard')}
            value={standard}
            choices={[...PDF_STANDARDS]
              .reverse()
              .map((value) => ({ value, label: translate(`documents.standards.${value}`) }))}
            onChange={setStandard}
          />
          <OptionGroup
            label={translate('documents.paper')}
            value={paper}
            choices={PAPER_SIZES.map((value) => ({ value, label: translate(`documents.papers.${value}`) }))}
            onChange={setPaper}
          />
        </div>
        <Preview finished={finished} making={making} error={error} />
      </div>
    </Dialog>
  )
}

function factsOf({ made }: FinishedDocument, translate: ReturnType<typeof useTranslate>): string {
  return translate('documents.facts', {
    pages: translate('documents.pages', { count: made.pages }),
    size: formatBytes(made.bytes, translate.language),
  })
}

interface OptionGroupProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function OptionGroup<Value extends string>({ label, value, choices, onChange }: OptionGroupProps<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={label} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

interface PreviewProps {
  readonly finished: FinishedDocument | null
  readonly making: boolean
  readonly error: unknown
}

function Preview({ finished, making, error }: PreviewProps) {
  const translate = useTranslate()
  const [step, setStep] = useState<number>(MIDDLE_STEP)
  return (
    <section className={styles.preview} aria-label={translate('documents.preview')}>
      <div className={styles.tools}>
        <IconButton label={translate('documents.smaller')} disabled={step === 0} onClick={() => setStep(step - 1)}>
          <ZoomOut size={16} />
        </IconButton>
        <IconButton
          label={translate('documents.larger')}
          disabled={step === ZOOM_STEPS.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <ZoomIn size={16} />
        </IconButton>
      </div>
      {error === null ? null : <ErrorPanel error={error} />}
      {finished === null ? null : <PdfPages blob={finished.blob} zoom={ZOOM_STEPS[step] ?? 1} stale={making} />}
    </section>
  )
}
