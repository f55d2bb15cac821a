import { Plus, X } from 'lucide-react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { TagSuggestion } from '../../../core/model/tag-suggestion.ts'
import { tagName } from '../../../core/model/tag.ts'
import { useQueryClient } from '@tanstack/react-query'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { TagDot } from '../../components/tag-dot.tsx'
import { requestKey } from '../../data/query-client.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { acceptSuggestion } from '../tags/accept-suggestion.ts'
import { reasonText } from '../tags/suggestion-text.ts'
import styles from './tag-suggestions.module.css'

const MOST_SHOWN = 6

/** Tags that the text speaks of: each with its reason, to be added or refused with one click. Nothing is added by itself. */
export function TagSuggestions({ article }: { readonly article: ArticleId }) {
  const translate = useTranslate()
  const { data } = useRequest('tags.suggest', { id: article })
  if (data === undefined || data.length === 0) return null
  return (
    <section className={styles.suggestions} aria-label={translate('reader.suggestions')}>
      <h2>{translate('reader.suggestions')}</h2>
      <ul>
        {data.slice(0, MOST_SHOWN).map((suggestion) => (
          <Suggestion
            key={suggestion.type === 'known' ? suggestion.tag : suggestion.name}
            article={article}
            suggestion={suggestion}
          />
        ))}
      </ul>
    </section>
  )
}

interface SuggestionProps {
  readonly article: ArticleId
  readonly suggestion: TagSuggestion
}

function Suggestion({ article, suggestion }: SuggestionProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const client = useQueryClient()
  const tags = useTagsById()
  const { request } = context.connection
  const tag = suggestion.type === 'known' ? tags.get(suggestion.tag) : undefined
  if (suggestion.type === 'known' && tag === undefined) return null
  const name = suggestion.type === 'new' ? suggestion.name : tag === undefined ? '' : tagName(tag, translate.language)
  const refresh = (): Promise<void> =>
    client.invalidateQueries({ queryKey: requestKey('tags.suggest', { id: article }) })
  const add = async (): Promise<void> => {
    await acceptSuggestion(context, [article], suggestion, tag, name)
    await refresh()
  }
  const refuse = async (): Promise<void> => {
    await request(
      'tags.refuse',
      suggestion.type === 'known' ? { type: 'known', id: article, tag: suggestion.tag } : { type: 'new', name },
    )
    await refresh()
  }
  return (
    <li className={styles.suggestion}>
      <button
        type="button"
        className={styles.add}
        aria-label={translate('reader.addSuggestion', { name })}
        onClick={() => runAct(add, context)}
      >
        <Plus size={13} aria-hidden />
        {tag === undefined ? null : <TagDot color={tag.color} />}
        {name}
        {suggestion.type === 'new' ? <span className={styles.hint}>({translate('reader.newTag')})</span> : null}
      </button>
      <span className={styles.hint}>{reasonText(suggestion.reason, translate)}</span>
      <button
        type="button"
        className={styles.refuse}
        aria-label={translate('reader.refuse', { name })}
        title={translate('reader.refuse', { name })}
        onClick={() => runAct(refuse, context)}
      >
        <X size={12} aria-hidden />
      </button>
    </li>
  )
}
