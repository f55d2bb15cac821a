import type { ReactNode } from 'react'
import { saveBlob } from '../../client/save-blob.ts'
import { Button } from '../../components/button.tsx'
import { errorText } from '../../data/error-text.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import type { FormValues } from './check-fields.ts'
import styles from './save-problems.module.css'
import type { ArticleFormState, SaveProblem } from './use-article-form.ts'

interface SaveProblemsProps {
  readonly form: ArticleFormState
  /** The text in the form was replaced: the editor must be filled anew. */
  readonly onReload: () => void
}

/** Everything that stands between the text and the disk, each with its ways out. The text stays in the form. */
export function SaveProblems({ form, onReload }: SaveProblemsProps) {
  const translate = useTranslate()
  const { problem } = form
  if (problem === null) return form.isRestored ? <RestoredDraft form={form} onReload={onReload} /> : null
  switch (problem.kind) {
    case 'fields':
      return <Notice text={translate('editor.checkFields')} />
    case 'body-lost':
      return (
        <Notice text={translate('errors.body-lost')}>
          <Button look="danger" onClick={() => void form.save({ force: true })}>
            {translate('editor.saveAnyway')}
          </Button>
        </Notice>
      )
    case 'conflict':
      return <Conflict form={form} conflict={problem} onReload={onReload} />
    case 'failed':
      return (
        <Notice text={errorText(problem.error, translate)}>
          <KeepText values={form.values} />
          <Button onClick={() => void form.save()}>{translate('shell.retry')}</Button>
        </Notice>
      )
  }
}

function Notice({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.notice} role="alert">
      <p>{text}</p>
      <div className={styles.acts}>{children}</div>
    </div>
  )
}

function RestoredDraft({ form, onReload }: SaveProblemsProps) {
  const translate = useTranslate()
  return (
    <div className={styles.draft} role="status">
      <p>{translate('editor.draftRestored')}</p>
      <Button
        onClick={() => {
          form.discardDraft()
          onReload()
        }}
      >
        {translate('editor.discardDraft')}
      </Button>
    </div>
  )
}

interface ConflictProps extends SaveProblemsProps {
  readonly conflict: Extract<SaveProblem, { kind: 'conflict' }>
}

/** Both versions side by side; neither is thrown away without a click. */
function Conflict({ form, conflict, onReload }: ConflictProps) {
  const translate = useTranslate()
  const { theirs } = conflict
  return (
    <div className={styles.notice} role="alert">
      <p>{translate('errors.version-conflict')}</p>
      <div className={styles.versions}>
        <Version heading={translate('editor.mine')} title={form.values.title} body={form.values.body} />
        <Version heading={translate('editor.theirs')} title={theirs.title} body={theirs.body} />
      </div>
      <div className={styles.acts}>
        <KeepText values={form.values} />
        <Button onClick={() => void form.resolve(conflict, 'theirs').then(onReload)}>
          {translate('editor.takeTheirs')}
        </Button>
        <Button look="primary" onClick={() => void form.resolve(conflict, 'mine')}>
          {translate('editor.keepMine')}
        </Button>
      </div>
    </div>
  )
}

interface VersionProps {
  readonly heading: string
  readonly title: string
  readonly body: string
}

function Version({ heading, title, body }: VersionProps) {
  return (
    <section className={styles.version}>
      <h2>{heading}</h2>
      <p className={styles.versionTitle}>{title}</p>
      <pre tabIndex={0}>{body}</pre>
    </section>
  )
}

/** Ways to bring the text to safety where it cannot be saved. */
function KeepText({ values }: { readonly values: FormValues }) {
  const translate = useTranslate()
  const text = `# ${values.title}\n\n${values.body}\n`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    notify(translate('editor.copied'))
  }
  return (
    <>
      <Button onClick={() => void copy()}>{translate('editor.copyText')}</Button>
      <Button onClick={() => saveBlob(new Blob([text], { type: 'text/markdown' }), 'article.md')}>
        {translate('editor.saveElsewhere')}
      </Button>
    </>
  )
}
