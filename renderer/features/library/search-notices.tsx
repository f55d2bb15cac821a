import type { SearchNotice } from '../../../core/model/search-result.ts'
import { isTagId } from '../../../core/model/tag.ts'
import { tagName } from '../../../core/model/tag.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, currentRoute, navigate } from '../../state/route-store.ts'
import styles from './search-notices.module.css'

/** What the search did beyond the plain meaning of the query, in plain words. */
export function SearchNotices({ notices }: { readonly notices: readonly SearchNotice[] }) {
  return (
    <ul className={styles.notices}>
      {notices.map((notice) => (
        <li key={notice.code}>
          <Notice notice={notice} />
        </li>
      ))}
    </ul>
  )
}

function Notice({ notice }: { readonly notice: SearchNotice }) {
  const translate = useTranslate()
  const tags = useTagsById()
  const { code, details } = notice
  if (code === 'did-you-mean') {
    return (
      <>
        {translate('search.notices.did-you-mean')}{' '}
        {details.map((query) => (
          <button key={query} type="button" className={styles.link} onClick={() => navigate({ query })}>
            {query}
          </button>
        ))}
      </>
    )
  }
  if (code === 'tag-found') {
    const found = details.filter(isTagId).flatMap((id) => tags.get(id) ?? [])
    return (
      <>
        {translate('search.notices.tag-found')}{' '}
        {found.map((tag) => (
          <button
            key={tag.id}
            type="button"
            className={styles.link}
            onClick={() => changeFilter({ tags: [...new Set([...currentRoute().filter.tags, tag.id])] })}
          >
            {tagName(tag, translate.language)}
          </button>
        ))}
      </>
    )
  }
  return translate(`search.notices.${code}`, { words: details.join(', ') })
}
