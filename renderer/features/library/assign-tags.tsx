import { Check, Minus } from 'lucide-react'
import { useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { TAG_KINDS, tagName, type TagKind } from '../../../core/model/tag.ts'
import type { TagUsage } from '../../../core/contract/results.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { matchesAllWords } from '../palette/palette-entries.ts'
import { changeTag } from './article-acts.ts'
import styles from './assign-tags.module.css'

const MOST_SHOWN = 300
const KIND_TITLES = { initiative: 'shell.initiatives', partner: 'shell.partners', topic: 'shell.topics' } as const

/** Whether all, some or none of the articles have a tag. */
type Share = 'all' | 'some' | 'none'

/** Adds tags to articles and takes them off; each click acts at once and can be undone. */
export function AssignTags({ ids }: { readonly ids: readonly ArticleId[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [wanted, setWanted] = useState('')
  const tags = useTagList().filter((tag) =>
    matchesAllWords([...Object.values(tag.names), ...tag.aliases].join(' '), wanted.trim()),
  )
  const shareOf = useShares(ids)
  const toggle = (tag: TagUsage): void => {
    const act = shareOf(tag) === 'all' ? 'remove' : 'add'
    runAct(() => changeTag(context, ids, { id: tag.id, name: tagName(tag, translate.language) }, act), context)
  }
  const create = (kind: TagKind): void => {
    const name = wanted.trim()
    runAct(async () => {
      const tag = await context.connection.request('tags.create', { kind, names: { [translate.language]: name } })
      await changeTag(context, ids, { id: tag.id, name }, 'add')
      setWanted('')
    }, context)
  }
  return (
    <Dialog
      title={`${translate('library.chooseTag')} · ${translate('library.articles', { count: ids.length })}`}
      onClose={closeDialog}
      actions={
        <Button look="primary" onClick={closeDialog}>
          {translate('shell.close')}
        </Button>
      }
    >
      <TextField label={translate('shell.filterTags')} value={wanted} onChange={setWanted} autoFocus />
      {TAG_KINDS.map((kind) => {
        const own = tags.filter((tag) => tag.kind === kind).slice(0, MOST_SHOWN)
        return (
          <section key={kind} className={styles.group}>
            <h3>{translate(KIND_TITLES[kind])}</h3>
            <ul>
              {own.map((tag) => (
                <li key={tag.id}>
                  <TagToggle tag={tag} share={shareOf(tag)} onToggle={() => toggle(tag)} />
                </li>
              ))}
            </ul>
            {wanted.trim() === '' ? null : (
              <Button look="quiet" onClick={() => create(kind)}>
                {translate('library.createTag', { name: wanted.trim() })}
              </Button>
            )}
          </section>
        )
      })}
    </Dialog>
  )
}

/** Counts, over the articles, how many have each tag. */
function useShares(ids: readonly ArticleId[]): (tag: TagUsage) => Share {
  const { data } = useRequest(
    'search.run',
    {
      query: '',
      filter: { ...NO_FILTER, ids: [...ids] },
      sort: 'newest',
      offset: 0,
      limit: 0,
      facets: true,
      typing: false,
    },
    { keepPrevious: true },
  )
  return (tag) => {
    const count = data?.facets?.tags.find((facet) => facet.value === tag.id)?.count ?? 0
    if (count === 0) return 'none'
    return count >= ids.length ? 'all' : 'some'
  }
}

interface TagToggleProps {
  readonly tag: TagUsage
  readonly share: Share
  readonly onToggle: () => void
}

function TagToggle({ tag, share, onToggle }: TagToggleProps) {
  const translate = useTranslate()
  const pressed = { all: true, some: 'mixed', none: false } as const
  return (
    <button type="button" role="checkbox" aria-checked={pressed[share]} className={styles.tag} onClick={onToggle}>
      <span className={styles.check} aria-hidden>
        {share === 'all' ? <Check size={13} /> : null}
        {share === 'some' ? <Minus size={13} /> : null}
      </span>
      <TagDot color={tag.color} />
      <span className={styles.name}>{tagName(tag, translate.language)}</span>
      {share === 'some' ? <span className={styles.hint}>{translate('library.mixed')}</span> : null}
    </button>
  )
}
