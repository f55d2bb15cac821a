import { lazy, Suspense, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import { TAG_KINDS } from '../../../core/model/tag.ts'
import { parseTypedDay } from '../../../core/model/typed-day.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { notify } from '../../state/toast-store.ts'
import styles from './article-form.module.css'
import { BodyField } from './body-field.tsx'
import type { FieldName } from './check-fields.ts'
import { SaveProblems } from './save-problems.tsx'
import { TextArea } from './text-area.tsx'
import { useArticleForm, type ArticleFormState, type FormStart } from './use-article-form.ts'

const TagPicker = lazy(async () => ({ default: (await import('./tag-picker.tsx')).TagPicker }))

/** Fields at the left, text at the right. */
export function ArticleForm(given: FormStart) {
  const { id } = given
  const translate = useTranslate()
  const form = useArticleForm(given)
  const [round, setRound] = useState(0)
  const frame = useRef<HTMLFormElement>(null)
  const wrong = form.problem?.kind === 'fields' ? form.problem.fields : []
  useEffect(() => {
    if (form.problem?.kind !== 'fields') return
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form.problem])
  const leave = (): void => {
    if (form.isChanged) {
      const bringBack = form.discardDraft()
      const run = (): void => {
        void bringBack().then(() => navigate({ screen: 'edit', article: id }))
      }
      notify(translate('editor.discarded'), { action: { label: translate('shell.undo'), run } })
    }
    navigate({ screen: 'library' })
  }
  const save = async (then: 'read' | 'next'): Promise<void> => {
    const article = await form.save()
    if (article === null) return
    if (then === 'read') navigate({ screen: 'library', article: article.id })
    else {
      navigate({ screen: 'edit', article: null })
      setRound(round + 1)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    if (event.code === 'KeyS') void save('read')
    else if (event.code === 'Enter') void save('next')
    else return
    event.preventDefault()
  }
  return (
    <form
      ref={frame}
      className={styles.form}
      noValidate
      aria-labelledby="editor-title"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save('read')
      }}
    >
      <header className={styles.head}>
        <h1 id="editor-title" className={styles.title}>
          {translate(id === null ? 'editor.newTitle' : 'editor.editTitle')}
        </h1>
        <Button onClick={leave}>{translate('shell.cancel')}</Button>
        {id === null ? (
          <Button disabled={form.isSaving} onClick={() => void save('next')}>
            {translate('editor.saveAndNext')}
          </Button>
        ) : null}
        <Button look="primary" type="submit" disabled={form.isSaving}>
          {translate('editor.save')}
        </Button>
      </header>
      <SaveProblems form={form} onReload={() => setRound(round + 1)} />
      <div className={styles.columns}>
        <Fields form={form} wrong={wrong} />
        <BodyField
          key={round}
          value={form.values.body}
          language={form.values.language}
          onChange={(body) => form.change({ body })}
        />
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly form: ArticleFormState
  readonly wrong: readonly FieldName[]
}

function Fields({ form, wrong }: FieldsProps) {
  const translate = useTranslate()
  const { values, change } = form
  const problemOf = (field: FieldName): string | null =>
    wrong.includes(field) ? translate(`editor.wrong.${wrongKey(field)}`) : null
  const lang = values.language === 'other' ? undefined : values.language
  return (
    <div className={styles.fields}>
      <TextArea
        label={translate('editor.fields.title')}
        value={values.title}
        onChange={(title) => change({ title: title.replaceAll('\n', ' ') })}
        problem={problemOf('title')}
        rows={2}
        lang={lang}
        required
      />
      <TextField
        label={translate('editor.fields.subtitle')}
        value={values.subtitle}
        lang={lang}
        onChange={(subtitle) => change({ subtitle })}
      />
      <div className={styles.pair}>
        <DayField
          value={values.published}
          problem={problemOf('published')}
          onChange={(published) => change({ published })}
        />
        <OutletField value={values.outlet} onChange={(outlet) => change({ outlet })} />
      </div>
      <div className={styles.pair}>
        <LabelledSelect
          label={translate('editor.fields.kind')}
          value={values.kind}
          choices={ARTICLE_KINDS.map((kind) => ({ value: kind, label: translate(`shell.kinds.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <LabelledSelect
          label={translate('editor.fields.language')}
          value={values.language}
          choices={ARTICLE_LANGUAGES.map((language) => ({
            value: language,
            label: translate(`shell.languages.${language}`),
          }))}
          onChange={(language) => change({ language })}
        />
      </div>
      <TextField
        label={translate('editor.fields.authors')}
        value={values.authors}
        help={translate('editor.authorsHelp')}
        onChange={(authors) => change({ authors })}
      />
      <TextField
        label={translate('editor.fields.url')}
        type="url"
        value={values.url}
        problem={problemOf('url')}
        onChange={(url) => change({ url })}
      />
      <Suspense fallback={null}>
        {TAG_KINDS.map((kind) => (
          <TagPicker
            key={kind}
            kind={kind}
            label={`editor.fields.${kind}`}
            value={values.tags[kind]}
            onChange={(ids) => change({ tags: { ...values.tags, [kind]: ids } })}
          />
        ))}
      </Suspense>
      <TextArea
        label={translate('editor.fields.summary')}
        value={values.summary}
        lang={lang}
        rows={3}
        onChange={(summary) => change({ summary })}
      />
      <TextArea
        label={translate('editor.fields.notes')}
        value={values.notes}
        rows={3}
        onChange={(notes) => change({ notes })}
      />
    </div>
  )
}

function wrongKey(field: FieldName): 'title' | 'published' | 'url' | 'other' {
  return field === 'title' || field === 'published' || field === 'url' ? field : 'other'
}

interface DayFieldProps {
  readonly value: string
  readonly problem: string | null
  readonly onChange: (typed: string) => void
}

/** A date as people type it; below it stands how it was understood. */
function DayField({ value, problem, onChange }: DayFieldProps) {
  const translate = useTranslate()
  const day = parseTypedDay(value)
  return (
    <TextField
      label={translate('editor.fields.published')}
      value={value}
      placeholder={translate('editor.dayPattern')}
      problem={problem}
      help={day === null ? translate('editor.dayHelp') : formatDay(day, translate.language)}
      onChange={onChange}
    />
  )
}

/** The outlet, with those of the archive as suggestions. */
function OutletField({ value, onChange }: { readonly value: string; readonly onChange: (outlet: string) => void }) {
  const translate = useTranslate()
  const id = useId()
  const { data } = useRequest('search.run', {
    query: '',
    filter: NO_FILTER,
    sort: 'newest',
    offset: 0,
    limit: 0,
    facets: true,
    typing: false,
  })
  return (
    <>
      <TextField label={translate('editor.fields.outlet')} value={value} list={id} onChange={onChange} />
      <datalist id={id}>
        {data?.facets?.outlets.map((outlet) =>
          outlet.value === '' ? null : <option key={outlet.value}>{outlet.value}</option>,
        )}
      </datalist>
    </>
  )
}

interface LabelledSelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function LabelledSelect<Value extends string>({ label, value, choices, onChange }: LabelledSelectProps<Value>) {
  const id = useId()
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const choice = choices.find((candidate) => candidate.value === event.target.value)
          if (choice !== undefined) onChange(choice.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
