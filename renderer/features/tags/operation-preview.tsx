import type { ReactNode } from 'react'
import type { RequestInput } from '../../../core/contract/archive-api.ts'
import type { TagUsage } from '../../../core/contract/results.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { TAG_KINDS, tagName, type TagId, type TagsByKind } from '../../../core/model/tag.ts'
import type { TagPreview } from '../../../core/model/tag-operation.ts'
import { errorText } from '../../data/error-text.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './tag-panel.module.css'

interface OperationPreviewProps {
  readonly operation: RequestInput<'tags.change'>['operation']
  readonly all: readonly TagUsage[]
  /** What stands below. It gets the token of the preview, or undefined while there is none of this very operation. */
  readonly children: (confirmed: string | null | undefined) => ReactNode
}

/** Every article that a change would touch, with the tags that go and come. */
export function OperationPreview({ operation, all, children }: OperationPreviewProps) {
  const translate = useTranslate()
  const { data, error, isPlaceholderData } = useRequest('tags.preview', { operation }, { keepPrevious: true })
  if (error !== null) {
    return (
      <>
        <p className={styles.problem}>{errorText(error, translate)}</p>
        {children(undefined)}
      </>
    )
  }
  if (data === undefined) return children(undefined)
  return (
    <>
      <TouchedList preview={data} all={all} />
      {children(isPlaceholderData ? undefined : data.confirmed)}
    </>
  )
}

function TouchedList({ preview: data, all }: { readonly preview: TagPreview; readonly all: readonly TagUsage[] }) {
  const translate = useTranslate()
  const { language } = translate
  const nameOf = (id: TagId): string => {
    const made = data.tags.find(({ after }) => after?.id === id)?.after
    const tag = all.find((candidate) => candidate.id === id) ?? made
    return tag == null ? id : tagName(tag, language)
  }
  return (
    <section className={styles.preview} aria-label={translate('tags.previewTitle')}>
      <p role="status">{translate('tags.touched', { count: data.total })}</p>
      {data.articles.length === 0 ? null : (
        <ul tabIndex={0} aria-label={translate('tags.previewTitle')}>
          {data.articles.map(({ id, title, published, before, after }) => (
            <li key={id}>
              {title}
              <span className={styles.help}>
                {[
                  published === null ? translate('library.noDate') : formatDay(published, language),
                  ...tagsOnlyIn(before, after).map((tag) => `− ${nameOf(tag)}`),
                  ...tagsOnlyIn(after, before).map((tag) => `+ ${nameOf(tag)}`),
                ].join(' · ')}
              </span>
            </li>
          ))}
          {data.total > data.articles.length ? (
            <li className={styles.help}>
              {translate('tags.previewMore', { count: data.total - data.articles.length })}
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

function tagsOnlyIn(tags: TagsByKind, others: TagsByKind): readonly TagId[] {
  return TAG_KINDS.flatMap((kind) => tags[kind].filter((tag) => !others[kind].includes(tag)))
}
