import type { SearchHit } from '../../../core/model/search-result.ts'
import { isTagId, tagName } from '../../../core/model/tag.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './why-found.module.css'

/** The honest explanation of a hit: which word of the query met which word of the index, and how. */
export function WhyFound({ hit }: { readonly hit: SearchHit }) {
  const translate = useTranslate()
  const tags = useTagsById()
  if (hit.why.length === 0) return null
  const termText = (term: string, how: string): string => {
    const tag = how === 'alias' && isTagId(term) ? tags.get(term) : undefined
    return tag === undefined ? term : tagName(tag, translate.language)
  }
  return (
    <details className={styles.why}>
      <summary>{translate('search.why')}</summary>
      <ul>
        {hit.why.map(({ word, how, term }) => (
          <li key={`${word} ${how} ${term}`}>
            {word} → {termText(term, how)} <span>({translate(`search.how.${how}`)})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
