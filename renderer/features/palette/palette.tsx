import { Search } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { tagName } from '../../../core/model/tag.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { keyText } from '../../commands/key-text.ts'
import { isKeyUsable, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { Dialog } from '../../components/dialog.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { navigate } from '../../state/route-store.ts'
import type { PaletteGroup } from './palette-entries.ts'
import { matchesAllWords } from './palette-entries.ts'
import options from '../../components/options.module.css'
import styles from './palette.module.css'

const MOST_TAGS = 6
const MOST_ARTICLES = 6

/** One field for commands, tags, articles and search. `>` shows commands only, `#` tags only. */
export function Palette() {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const groups = usePaletteGroups(text)
  const entries = groups.flatMap((group) => group.entries)
  const active = Math.min(chosen, entries.length - 1)
  const pick = (place: number): void => {
    closeDialog()
    entries[place]?.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.length - 1
    if (event.key === 'ArrowDown') setChosen(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setChosen(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter') pick(active)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={translate('shell.palette')} onClose={closeDialog} plain>
      <div className={styles.head}>
        <Search size={16} aria-hidden />
        <input
          className={styles.field}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={active >= 0 ? `palette-${String(active)}` : undefined}
          aria-label={translate('shell.palettePlaceholder')}
          placeholder={translate('shell.palettePlaceholder')}
          value={text}
          autoFocus
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList groups={groups} active={active} onPick={pick} />
    </Dialog>
  )
}

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[]
  readonly active: number
  readonly onPick: (place: number) => void
}

function PaletteList({ groups, active, onPick }: PaletteListProps) {
  const translate = useTranslate()
  const placeOf = new Map(groups.flatMap((group) => group.entries).map((entry, place) => [entry, place]))
  return (
    <div id="palette-list" role="listbox" className={styles.list} aria-label={translate('shell.palette')}>
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={group.label ?? translate('shell.search')}>
          {group.label === null ? null : (
            <div className={options.label} aria-hidden>
              {group.label}
            </div>
          )}
          {group.entries.map((entry) => {
            const here = placeOf.get(entry) ?? 0
            return (
              <div
                key={entry.key}
                id={`palette-${String(here)}`}
                role="option"
                aria-selected={here === active}
                ref={here === active ? showEntry : undefined}
                className={options.option}
                onClick={() => onPick(here)}
              >
                {entry.color === null ? null : <TagDot color={entry.color} />}
                <span className={options.text}>{entry.label}</span>
                {entry.hint === '' ? null : <kbd className={options.hint}>{entry.hint}</kbd>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function showEntry(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

function usePaletteGroups(text: string): readonly PaletteGroup[] {
  const translate = useTranslate()
  const context = useCommandContext()
  const tags = useTagList()
  const mode = text.startsWith('>') ? 'commands' : text.startsWith('#') ? 'tags' : 'all'
  const words = (mode === 'all' ? text : text.slice(1)).trim()
  const wantsArticles = mode === 'all' && words.length > 1
  const found = useRequest(
    'search.run',
    {
      query: words,
      filter: NO_FILTER,
      sort: 'relevance',
      offset: 0,
      limit: MOST_ARTICLES,
      facets: false,
      typing: true,
    },
    { enabled: wantsArticles, keepPrevious: true },
  )
  const groups: PaletteGroup[] = []
  if (mode !== 'tags') {
    groups.push({
      key: 'commands',
      label: translate('shell.paletteCommands'),
      entries: COMMANDS.filter(
        (command) =>
          command.id !== 'palette' &&
          command.when?.(context) !== false &&
          matchesAllWords(translate(command.label), words),
      ).map((command) => {
        const key = command.keys?.find((candidate) => isKeyUsable(candidate, context))
        return {
          key: command.id,
          label: translate(command.label),
          hint: key === undefined ? '' : keyText(key),
          color: null,
          run: () => runCommand(command, context),
        }
      }),
    })
  }
  if (mode !== 'commands' && (mode === 'tags' || words !== '')) {
    const named = tags.filter((tag) => matchesAllWords([...Object.values(tag.names), ...tag.aliases].join(' '), words))
    groups.push({
      key: 'tags',
      label: translate('shell.paletteTags'),
      entries: named.slice(0, mode === 'tags' ? 50 : MOST_TAGS).map((tag) => ({
        key: tag.id,
        label: tagName(tag, translate.language),
        hint: translate('library.articles', { count: tag.count }),
        color: tag.color,
        run: () => navigate({ screen: 'library', query: '', filter: { ...NO_FILTER, tags: [tag.id] } }),
      })),
    })
  }
  if (wantsArticles) {
    groups.push({
      key: 'articles',
      label: translate('shell.paletteArticles'),
      entries: (found.data?.hits ?? []).map(({ article }) => ({
        key: article.id,
        label: article.title,
        hint: article.published === null ? '' : formatDay(article.published, translate.language),
        color: null,
        run: () => navigate({ screen: 'library', article: article.id }),
      })),
    })
    groups.push({
      key: 'search',
      label: null,
      entries: [
        {
          key: 'search-for',
          label: translate('shell.paletteSearchFor', { query: words }),
          hint: '',
          color: null,
          run: () => navigate({ screen: 'library', query: words, filter: NO_FILTER, article: null }),
        },
      ],
    })
  }
  return groups.filter((group) => group.entries.length > 0)
}
