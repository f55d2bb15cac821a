import { Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { compareText } from '../../../core/model/locale.ts'
import { TAG_KINDS, tagName, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { matchesAllWords } from '../palette/palette-entries.ts'
import { NewTag } from './new-tag.tsx'
import { TagPanel } from './tag-panel.tsx'
import { TagTable } from './tag-table.tsx'
import styles from './tags-screen.module.css'

const KIND_TITLES = { initiative: 'shell.initiatives', partner: 'shell.partners', topic: 'shell.topics' } as const

/** The registry: tags of one kind in a table, the chosen one beside it. */
export function TagsScreen() {
  const translate = useTranslate()
  const [kind, setKind] = useState<TagKind>('initiative')
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<TagId | 'new' | null>(null)
  const all = useTagList()
  const tags = useTagsShown(all, kind, useDeferredValue(wanted.trim()))
  const tag = all.find(({ id }) => id === chosen)
  return (
    <section className={styles.screen} aria-labelledby="tags-title">
      <div className={styles.list} data-pane="list" tabIndex={-1}>
        <header className={styles.head}>
          <h1 id="tags-title">{translate('tags.title')}</h1>
          <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setChosen('new')}>
            {translate('tags.add')}
          </Button>
        </header>
        <p className={styles.help}>{translate('tags.help')}</p>
        <FileProblems />
        <div className={styles.tools}>
          <div className={styles.kinds} role="group" aria-label={translate('tags.kind')}>
            {TAG_KINDS.map((value) => (
              <button key={value} type="button" aria-pressed={value === kind} onClick={() => setKind(value)}>
                {translate(KIND_TITLES[value])}
              </button>
            ))}
          </div>
          <TextField label={translate('tags.find')} value={wanted} onChange={setWanted} />
        </div>
        {tags.length === 0 ? (
          <EmptyState title={translate(wanted.trim() === '' ? 'tags.empty' : 'tags.noMatch')}>
            {translate('tags.emptyHelp')}
          </EmptyState>
        ) : (
          <TagTable tags={tags} chosen={tag?.id ?? null} onChoose={setChosen} />
        )}
      </div>
      <div className={styles.panel} data-pane="reader" tabIndex={-1}>
        {chosen === 'new' ? (
          <NewTag key={kind} kind={kind} onCreated={setChosen} />
        ) : tag === undefined ? (
          <EmptyState title={translate('tags.choose')} />
        ) : (
          <TagPanel key={tag.id} tag={tag} all={all} onGone={() => setChosen(null)} />
        )}
      </div>
    </section>
  )
}

function useTagsShown(all: readonly TagUsage[], kind: TagKind, wanted: string): readonly TagUsage[] {
  const { language } = useTranslate()
  return useMemo(() => {
    const compare = compareText(language)
    return all
      .filter(
        (tag) => tag.kind === kind && matchesAllWords([...Object.values(tag.names), ...tag.aliases].join(' '), wanted),
      )
      .toSorted((left, right) => right.count - left.count || compare(tagName(left, language), tagName(right, language)))
  }, [all, kind, wanted, language])
}

/** What was written wrong by hand, with its line. */
function FileProblems() {
  const translate = useTranslate()
  const problems = useRequest('tags.problems', {}).data?.problems ?? []
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems} role="alert">
      {problems.map(({ line, message }) => (
        <li key={`${line} ${message}`}>{translate('tags.fileProblem', { line: String(line), message })}</li>
      ))}
    </ul>
  )
}
