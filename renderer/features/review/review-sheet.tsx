import { useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Article } from '../../../core/model/article.ts'
import type { FieldFinding, FoundField } from '../../../core/model/import-evidence.ts'
import { FOUND_FIELDS } from '../../../core/model/import-evidence.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { OriginalView, ReviewSheet } from '../../../core/model/review-sheet.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import { Markdown } from '../reader/markdown.tsx'
import { OriginalPages } from './original-pages.tsx'
import styles from './review-screen.module.css'
import { SameStory, SimilarTexts } from './similar-texts.tsx'

/** One article under review: its fields with their origin, its text, and the original beside it. */
export function ReviewSheetView({ id }: { readonly id: ArticleId }) {
  const { data, error, refetch } = useRequest('review.read', { id })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const { article } = data
  return (
    <div className={styles.sheet}>
      <h2 className={styles.headline} lang={article.language === 'other' ? undefined : article.language}>
        {article.title}
      </h2>
      <Fields sheet={data} />
      <SimilarTexts article={article} similar={data.similar} />
      <SameStory article={article} />
      <div className={styles.beside}>
        <div className={styles.text} lang={article.language === 'other' ? undefined : article.language}>
          <Markdown text={article.body} article={article.id} matcher={null} />
        </div>
        <Original sheet={data} />
      </div>
    </div>
  )
}

function valueOf(article: Article, field: FoundField, translate: Translate): string {
  switch (field) {
    case 'published':
      return article.published === null ? '' : formatDay(article.published, translate.language)
    case 'language':
      return translate(`shell.languages.${article.language}`)
    case 'authors':
      return article.authors.join(', ')
    case 'kind':
      return translate(`shell.kinds.${article.kind}`)
    case 'outlet':
    case 'title':
    case 'url':
      return article[field]
  }
}

function Fields({ sheet }: { readonly sheet: ReviewSheet }) {
  const translate = useTranslate()
  const { article, findings, notices } = sheet
  const doubts = new Set(article.imported?.doubts)
  return (
    <section aria-label={translate('review.fields')}>
      <table className={styles.fields}>
        <tbody>
          {FOUND_FIELDS.map((field) => (
            <FieldRow
              key={field}
              name={translate(`import.fields.${field}`)}
              value={valueOf(article, field, translate)}
              finding={findings.find((finding) => finding.field === field)}
              isDoubtful={doubts.has(field)}
            />
          ))}
        </tbody>
      </table>
      {notices.length === 0 ? null : (
        <details>
          <summary>{translate('review.notices')}</summary>
          <ul>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface FieldRowProps {
  readonly name: string
  readonly value: string
  readonly finding: FieldFinding | undefined
  readonly isDoubtful: boolean
}

function FieldRow({ name, value, finding, isDoubtful }: FieldRowProps) {
  const translate = useTranslate()
  const confidence = isDoubtful ? 'unsure' : finding?.confidence
  return (
    <tr data-doubtful={isDoubtful}>
      <th scope="row">{name}</th>
      <td>{value === '' ? <em>{translate('review.empty')}</em> : value}</td>
      <td className={styles.origin}>
        {[
          confidence === undefined ? '' : translate(`review.confidence.${confidence}`),
          finding === undefined || value === '' ? '' : translate(`review.from.${finding.from}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </td>
    </tr>
  )
}

function Original({ sheet }: { readonly sheet: ReviewSheet }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { article, original } = sheet
  if (original === null) return null
  const save = (): void => runAct(() => context.connection.host.saveAttachment(article.id, original.name), context)
  return (
    <section className={styles.original} aria-labelledby="review-original">
      <h3 id="review-original">
        {translate('review.original')}: {original.name}
      </h3>
      <Button onClick={save}>{translate('review.originalOpen')}</Button>
      <Letters sheet={sheet} />
      {original.hasPages ? <OriginalPages id={article.id} name={original.name} /> : null}
      <OriginalWords original={original} />
    </section>
  )
}

/** The words of an original; below its pages, where it has pages to show. */
function OriginalWords({ original: { text, cut, hasPages } }: { readonly original: OriginalView }) {
  const translate = useTranslate()
  if (text === null || text.trim() === '') return hasPages ? null : <p>{translate('review.originalNone')}</p>
  const words = (
    <>
      <pre>{text}</pre>
      {cut ? <p>{translate('review.originalCut')}</p> : null}
    </>
  )
  if (!hasPages) return words
  return (
    <details>
      <summary>{translate('review.pageWords')}</summary>
      {words}
    </details>
  )
}

/** Other readings of the original's letters, to be seen before one is taken. */
function Letters({ sheet: { article, charsets } }: { readonly sheet: ReviewSheet }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [isOpen, setOpen] = useState(false)
  if (charsets.length === 0) return null
  const readAs = (charset: (typeof charsets)[number]['charset']): void =>
    runAct(async () => {
      const { id, version } = article
      await context.connection.request('review.reread', { id, version, charset })
      notify(translate('review.reread'))
    }, context)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{translate('review.lettersWrong')}</summary>
      <ul className={styles.letters}>
        {charsets.map(({ charset, sample }) => (
          <li key={charset}>
            <span>{sample}</span>
            <Button onClick={() => readAs(charset)}>{translate('review.readAs', { charset })}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
