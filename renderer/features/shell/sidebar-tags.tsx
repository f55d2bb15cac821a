import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { TAG_KINDS, tagName, type TagKind } from '../../../core/model/tag.ts'
import type { MessageKey } from '../../../core/translate/create-translator.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import { changeTag } from '../library/article-acts.ts'
import { Entry, goFromSidebar } from './sidebar.tsx'
import styles from './sidebar.module.css'

const TITLES: Readonly<Record<TagKind, MessageKey>> = {
  initiative: 'shell.initiatives',
  partner: 'shell.partners',
  topic: 'shell.topics',
}
/** Tags of a kind shown at first; the rest on demand, and by name through the field. */
const SHOWN_AT_FIRST = 9
const MOST_SHOWN = 200
/** From so many tags on, a field to find them is worth its place. */
const FIELD_FROM = 12

/** Initiatives, partners and topics with their number of articles. */
export function SidebarTags() {
  const translate = useTranslate()
  const tags = useTagList()
  const [wanted, setWanted] = useState('')
  const needle = wanted.trim().toLowerCase()
  const found = needle === '' ? tags : tags.filter((tag) => isNamed(tag, needle))
  return (
    <>
      {tags.length < FIELD_FROM ? null : (
        <input
          type="search"
          className={styles.find}
          value={wanted}
          placeholder={translate('shell.filterTags')}
          aria-label={translate('shell.filterTags')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {found.length === 0 && needle !== '' ? <p className={styles.none}>{translate('shell.noTagMatches')}</p> : null}
      {TAG_KINDS.map((kind) => (
        <TagGroup
          key={kind}
          title={translate(TITLES[kind])}
          tags={found.filter((tag) => tag.kind === kind)}
          open={needle !== ''}
        />
      ))}
    </>
  )
}

function isNamed(tag: TagUsage, needle: string): boolean {
  return [...Object.values(tag.names), ...tag.aliases, tag.id].some((name) => name.toLowerCase().includes(needle))
}

interface TagGroupProps {
  readonly title: string
  readonly tags: readonly TagUsage[]
  /** Show all at once, as for tags found by name. */
  readonly open: boolean
}

function TagGroup({ title, tags, open }: TagGroupProps) {
  const translate = useTranslate()
  const { screen, filter } = useRoute()
  const [expanded, setExpanded] = useState(false)
  const context = useCommandContext()
  if (tags.length === 0) return null
  const byUse = tags.toSorted((left, right) => right.count - left.count)
  const shown = byUse.slice(0, open || expanded ? MOST_SHOWN : SHOWN_AT_FIRST)
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {shown.map((tag) => (
          <Entry
            key={tag.id}
            icon={<TagDot color={tag.color} />}
            label={tagName(tag, translate.language)}
            count={tag.count}
            current={screen !== 'tags' && filter.tags.includes(tag.id)}
            onDropArticles={(ids) => {
              const name = tagName(tag, translate.language)
              runAct(() => changeTag(context, ids, { id: tag.id, name }, 'add'), context)
            }}
            onClick={() =>
              goFromSidebar({
                screen: screen === 'timeline' ? screen : 'library',
                filter: { ...NO_FILTER, tags: [tag.id] },
                article: null,
              })
            }
          />
        ))}
      </ul>
      {tags.length > SHOWN_AT_FIRST && !open ? (
        <button type="button" className={styles.more} aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          {expanded
            ? translate('shell.showLess')
            : translate('shell.showMore', { count: tags.length - SHOWN_AT_FIRST })}
        </button>
      ) : null}
    </section>
  )
}
