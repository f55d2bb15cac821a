import { FilePlus2, FolderPlus } from 'lucide-react'
import { useRef, useState, type DragEvent, type InputHTMLAttributes } from 'react'
import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import page from '../../components/page.module.css'
import { TextField } from '../../components/text-field.tsx'
import { notify } from '../../state/toast-store.ts'
import { useTranslate } from '../../i18n.tsx'
import { collectDropped } from './collect-dropped.ts'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportProgress } from './import-progress.tsx'
import { QuestionsBeforeImport } from './import-questions.tsx'
import { ImportReportTable } from './import-report-table.tsx'
import styles from './import-screen.module.css'
import { SourceRules } from './source-rules.tsx'
import { UnfinishedImports } from './unfinished-imports.tsx'
import { useImport, type ImportChoice, type ImportRunState } from './use-import.ts'
import { WatchCard } from './watch-card.tsx'

/** Files, folders or pasted text come in here; below stands what became of each source. */
export function ImportScreen() {
  const translate = useTranslate()
  const [choice, setChoice] = useState<ImportChoice>({ kind: 'coverage', outlet: '' })
  const run = useImport()
  return (
    <section className={page.page} aria-labelledby="import-title" data-pane="list" tabIndex={-1}>
      <div className={page.content}>
        <h1 id="import-title" className={page.title}>
          {translate('import.title')}
        </h1>
        <p className={page.help}>{translate('import.intro')}</p>
        {run.task === null ? null : <ImportProgress run={run} task={run.task} />}
        {run.error === null ? null : <ErrorPanel error={run.error} />}
        {run.waiting === null ? null : (
          <QuestionsBeforeImport key={run.waiting.sources[0]} run={run} waiting={run.waiting} />
        )}
        {run.report === null ? null : <ImportReportTable report={run.report} />}
        <UnfinishedImports run={run} />
        <FileSources run={run} choice={choice} />
        <PastedText run={run} choice={choice} />
        <Choices choice={choice} onChange={setChoice} />
        <EarlierImports shown={run.report?.batch ?? null} onShow={run.show} />
        <WatchCard choice={choice} />
        <SourceRules />
      </div>
    </section>
  )
}

interface SourceProps {
  readonly run: ImportRunState
  readonly choice: ImportChoice
}

/** React has no property for choosing folders; every browser knows the attribute. */
const FOLDER_ATTRIBUTE: InputHTMLAttributes<HTMLInputElement> & { readonly webkitdirectory: string } = {
  webkitdirectory: '',
}

/** Names in one message. */
const MOST_NAMES = 3

function FileSources({ run, choice }: SourceProps) {
  const translate = useTranslate()
  const [dragging, setDragging] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (found: readonly File[]): void => {
    if (found.length === 0) notify(translate('import.nothing'))
    else void run.importFiles(found, choice)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setDragging(false)
    void collectDropped(event.dataTransfer).then(({ files: found, unread }) => {
      if (unread.length > 0) {
        notify(translate('import.unread', { count: unread.length, names: unread.slice(0, MOST_NAMES).join(', ') }))
      }
      if (found.length + unread.length === 0) notify(translate('import.nothing'))
      if (found.length > 0) void run.importFiles(found, choice)
    })
  }
  const busy = run.task !== null
  return (
    <div
      className={styles.drop}
      data-dragging={dragging}
      onDragOver={(event) => {
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <p>{translate(dragging ? 'import.dropNow' : 'import.dropHere')}</p>
      <div className={styles.buttons}>
        <Button icon={<FilePlus2 size={15} aria-hidden />} disabled={busy} onClick={() => files.current?.click()}>
          {translate('import.chooseFiles')}
        </Button>
        <Button icon={<FolderPlus size={15} aria-hidden />} disabled={busy} onClick={() => folder.current?.click()}>
          {translate('import.chooseFolder')}
        </Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-hidden onChange={takeFrom(take)} data-testid="import-files" />
      <input ref={folder} type="file" hidden aria-hidden {...FOLDER_ATTRIBUTE} onChange={takeFrom(take)} />
    </div>
  )
}

/** Empties the field afterwards, so that the same file can be chosen again. */
function takeFrom(take: (files: readonly File[]) => void) {
  return (event: { readonly currentTarget: HTMLInputElement }): void => {
    take([...(event.currentTarget.files ?? [])])
    event.currentTarget.value = ''
  }
}

/** Text with the markup that the clipboard gave for it, while the text is still as it was pasted. */
interface PastedMarkup {
  readonly text: string
  readonly html: string
}

function PastedText({ run, choice }: SourceProps) {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [markup, setMarkup] = useState<PastedMarkup | null>(null)
  const add = async (): Promise<void> => {
    const html = markup?.text.trim() === text.trim() ? markup.html : ''
    if (await run.importText(text, html, choice)) setText('')
  }
  return (
    <div className={styles.paste}>
      <label htmlFor="import-text">{translate('import.paste')}</label>
      <textarea
        id="import-text"
        rows={5}
        value={text}
        placeholder={translate('import.pasteHelp')}
        onPaste={(event) => {
          const { clipboardData } = event
          setMarkup({
            text: clipboardData.getData('text/plain').replace(/\r\n?/g, '\n'),
            html: clipboardData.getData('text/html'),
          })
        }}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === '' || run.task !== null} onClick={() => void add()}>
        {translate('import.pasteRun')}
      </Button>
    </div>
  )
}

interface ChoicesProps {
  readonly choice: ImportChoice
  readonly onChange: (choice: ImportChoice) => void
}

function Choices({ choice, onChange }: ChoicesProps) {
  const translate = useTranslate()
  return (
    <fieldset className={styles.choices}>
      <legend>{translate('import.options')}</legend>
      <div className={styles.kind}>
        <span>{translate('import.kind')}</span>
        <Choice
          label={translate('import.kind')}
          value={choice.kind}
          choices={ARTICLE_KINDS.map((value) => ({ value, label: translate(`shell.kinds.${value}`) }))}
          onChange={(kind) => onChange({ ...choice, kind })}
        />
      </div>
      <TextField
        label={translate('import.outlet')}
        help={translate('import.outletHelp')}
        value={choice.outlet}
        onChange={(outlet) => onChange({ ...choice, outlet })}
      />
    </fieldset>
  )
}
