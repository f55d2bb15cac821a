import { AlertCircle, Paperclip } from 'lucide-react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { SearchHit, Snippet } from '../../../core/model/search-result.ts'
import type { TagId } from '../../../core/model/tag.ts'
import { MarkedText } from '../../components/marked-text.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
import styles from './article-row.module.css'

interface ArticleRowProps {
  readonly hit: SearchHit
  readonly tags: ReadonlyMap<TagId, TagUsage>
  /** Shows the place where the words were found. */
  readonly withSnippet: boolean
}

function snippetOf(hit: SearchHit, field: Snippet['field']): Snippet | undefined {
  return hit.snippets.find((snippet) => snippet.field === field)
}

/** What a row of the list says about an article. It holds no controls: the row itself is the option. */
export function ArticleRow({ hit, tags, withSnippet }: ArticleRowProps) {
  const translate = useTranslate()
  const { article } = hit
  const title = snippetOf(hit, 'title')
  const text = withSnippet ? snippetOf(hit, 'text') : undefined
  const colors = article.tags.initiative.flatMap((id) => tags.get(id)?.color ?? [])
  return (
    <>
      <span className={styles.title} lang={article.language === 'other' ? undefined : article.language}>
        {title?.text === article.title ? <MarkedText text={title.text} ranges={title.ranges} /> : article.title}
      </span>
      {text === undefined ? null : (
        <span className={styles.snippet} lang={article.language === 'other' ? undefined : article.language}>
          <MarkedText text={text.text} ranges={text.ranges} />
        </span>
      )}
      <span className={styles.meta}>
        {colors.slice(0, 3).map((color, place) => (
          <TagDot key={place} color={color} />
        ))}
        <span className={styles.outlet}>{article.outlet || translate('library.untitledOutlet')}</span>
        <span className={styles.date}>
          {article.published === null ? translate('library.noDate') : formatDay(article.published, translate.language)}
        </span>
        <span className={styles.code} title={translate(`shell.languages.${article.language}`)}>
          {article.language === 'other' ? '··' : article.language.toUpperCase()}
        </span>
        {article.kind === 'own' ? (
          <span className={styles.code} title={translate('shell.kinds.own')}>
            {translate('shell.ownShort')}
          </span>
        ) : null}
        {article.attachmentCount > 0 ? (
          <Paperclip size={12} role="img" aria-label={translate('library.attachmentIcon')} />
        ) : null}
        {article.doubts.length > 0 ? (
          <AlertCircle size={12} role="img" aria-label={translate('library.doubtful')} className={styles.doubt} />
        ) : null}
      </span>
    </>
  )
}
