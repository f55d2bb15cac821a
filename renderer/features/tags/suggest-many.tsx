import { X } from 'lucide-react'
import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { tagName, type TagId } from '../../../core/model/tag.ts'
import type { GatheredSuggestion } from '../../../core/model/tag-suggestion.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { notify } from '../../state/toast-store.ts'
import { acceptSuggestion } from './accept-suggestion.ts'
import { reasonText } from './suggestion-text.ts'
import styles from './suggest-many.module.css'

/** Places of one suggestion that are told; the rest are counted. */
const MOST_PLACES = 3

function keyOf({ suggestion }: GatheredSuggestion): string {
  return suggestion.type === 'known' ? `known ${suggestion.tag}` : `new ${suggestion.name}`
}

/** Suggested tags of many articles, each with its reasons, to be set or refused together. */
export function SuggestMany({ ids }: { readonly ids: readonly ArticleId[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const tags = useTagsById()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useRequest('tags.suggestMany', { ids: [...ids] })
  const shown = data?.filter((one) => !gone.has(keyOf(one))) ?? []
  const apply = async (): Promise<void> => {
    const wanted = shown.filter((one) => chosen.has(keyOf(one)))
    for (const { suggestion, articles } of wanted) {
      const known = suggestion.type === 'known' ? tags.get(suggestion.tag) : undefined
      const name = nameOf(suggestion, tags, translate.language)
      const places = articles.map(({ id }) => id)
      await acceptSuggestion(context, places, suggestion, known, name)
    }
    notify(translate('tags.suggestSet', { count: wanted.length }))
    closeDialog()
  }
  const refuse = async (one: GatheredSuggestion): Promise<void> => {
    const { request } = context.connection
    const { suggestion } = one
    setGone(new Set([...gone, keyOf(one)]))
    if (suggestion.type === 'new') await request('tags.refuse', { type: 'new', name: suggestion.name })
    else {
      const ids = one.articles.map(({ id }) => id)
      await request('tags.refuse', { type: 'known-on-many', ids, tag: suggestion.tag })
    }
  }
  const toggle = (key: string): void => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  return (
    <Dialog
      title={`${translate('reader.suggestions')} · ${translate('library.articles', { count: ids.length })}`}
      onClose={closeDialog}
      actions={
        <Button look="primary" disabled={chosen.size === 0} onClick={() => runAct(apply, context)}>
          {translate('tags.suggestApply')}
        </Button>
      }
    >
      <p className={styles.help}>{translate('tags.suggestManyHelp')}</p>
      {error === null ? null : <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && shown.length === 0 ? <p role="status">{translate('tags.suggestNone')}</p> : null}
      <ul className={styles.list} aria-busy={data === undefined && error === null}>
        {shown.map((one) => (
          <Line
            key={keyOf(one)}
            gathered={one}
            tag={one.suggestion.type === 'known' ? tags.get(one.suggestion.tag) : undefined}
            name={nameOf(one.suggestion, tags, translate.language)}
            chosen={chosen.has(keyOf(one))}
            onToggle={() => toggle(keyOf(one))}
            onRefuse={() => runAct(() => refuse(one), context)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

function nameOf(
  suggestion: GatheredSuggestion['suggestion'],
  tags: ReadonlyMap<TagId, TagUsage>,
  language: Parameters<typeof tagName>[1],
): string {
  if (suggestion.type === 'new') return suggestion.name
  const tag = tags.get(suggestion.tag)
  return tag === undefined ? suggestion.tag : tagName(tag, language)
}

interface LineProps {
  readonly gathered: GatheredSuggestion
  readonly tag: TagUsage | undefined
  readonly name: string
  readonly chosen: boolean
  readonly onToggle: () => void
  readonly onRefuse: () => void
}

function Line({ gathered: { suggestion, articles }, tag, name, chosen, onToggle, onRefuse }: LineProps) {
  const translate = useTranslate()
  const more = articles.length - MOST_PLACES
  return (
    <li>
      <label>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        {tag === undefined ? null : <TagDot color={tag.color} />}
        <span>
          {name}
          <span className={styles.help}>
            {translate(`tags.kinds.${suggestion.kind}`)}
            {suggestion.type === 'new' ? ` · ${translate('reader.newTag')}` : ''}
            {` · ${translate('library.articles', { count: articles.length })}`}
          </span>
          {articles.slice(0, MOST_PLACES).map(({ id, title, reason }) => (
            <span key={id} className={styles.help}>
              {reasonText(reason, translate)} – {title}
            </span>
          ))}
          {more > 0 ? <span className={styles.help}>{translate('tags.previewMore', { count: more })}</span> : null}
        </span>
      </label>
      <IconButton label={translate('tags.suggestRefuse', { name })} onClick={onRefuse}>
        <X size={14} />
      </IconButton>
    </li>
  )
}
