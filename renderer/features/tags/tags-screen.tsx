import { Grid3x3, ListChecks, Plus } from 'lucide-react'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { compareText } from '../../../core/model/locale.ts'
import { TAG_KINDS, tagName, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import layout from '../../components/list-and-panel.module.css'
import { SwitchRow } from '../../components/switch-row.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { NewTag } from './new-tag.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { TagPanel } from './tag-panel.tsx'
import { TagTable } from './tag-table.tsx'
import { wordMatcher } from './tag-words.ts'
import styles from './tags-screen.module.css'

const KIND_TITLES = { initiative: 'shell.initiatives', partner: 'shell.partners', topic: 'shell.topics' } as const

/** What the panel beside the table shows. */
type Chosen = { readonly show: 'new' | 'rules' } | { readonly show: 'tag'; readonly id: TagId } | null

/** The registry: tags of one kind in a table, the chosen one beside it. */
export function TagsScreen() {
  const translate = useTranslate()
  const [kind, setKind] = useState<TagKind>('initiative')
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<Chosen>(null)
  const all = useTagList()
  const tags = useTagsShown(all, kind, useDeferredValue(wanted))
  const id = chosen?.show === 'tag' ? chosen.id : null
  const choose = useCallback((next: TagId) => setChosen({ show: 'tag', id: next }), [])
  const forget = useCallback(() => setChosen(null), [])
  return (
    <section className={layout.screen} aria-labelledby="tags-title">
      <div className={layout.list} data-pane="list" tabIndex={-1}>
        <header className={styles.head}>
          <h1 id="tags-title">{translate('tags.title')}</h1>
          <Button icon={<Grid3x3 size={15} aria-hidden />} onClick={() => navigate({ screen: 'tag', options: {} })}>
            {translate('tags.matrix')}
          </Button>
          <Button icon={<ListChecks size={15} aria-hidden />} onClick={() => setChosen({ show: 'rules' })}>
            {translate('tags.rules')}
          </Button>
          <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setChosen({ show: 'new' })}>
            {translate('tags.add')}
          </Button>
        </header>
        <p className={styles.help}>{translate('tags.help')}</p>
        <FileProblems />
        <div className={styles.tools}>
          <SwitchRow
            label={translate('tags.kind')}
            value={kind}
            choices={TAG_KINDS.map((value) => ({ value, label: translate(KIND_TITLES[value]) }))}
            onChange={setKind}
          />
          <TextField label={translate('tags.find')} value={wanted} onChange={setWanted} />
        </div>
        {tags.length === 0 ? (
          <EmptyState title={translate(wanted.trim() === '' ? 'tags.empty' : 'tags.noMatch')}>
            {translate('tags.emptyHelp')}
          </EmptyState>
        ) : (
          <ShownTags tags={tags} chosen={id} onChoose={choose} />
        )}
      </div>
      <div className={layout.panel} data-pane="reader" tabIndex={-1}>
        <ShownPanel chosen={chosen} kind={kind} all={all} onChoose={choose} onGone={forget} />
      </div>
    </section>
  )
}

/** Neither table nor panel is drawn anew while a name is being typed. */
const ShownTags = memo(TagTable)

interface PanelProps {
  readonly chosen: Chosen
  readonly kind: TagKind
  readonly all: readonly TagUsage[]
  readonly onChoose: (id: TagId) => void
  readonly onGone: () => void
}

const ShownPanel = memo(function ShownPanel({ chosen, kind, all, onChoose, onGone }: PanelProps) {
  const translate = useTranslate()
  if (chosen?.show === 'rules') return <RulesPanel all={all} />
  if (chosen?.show === 'new') return <NewTag key={kind} kind={kind} all={all} onCreated={onChoose} />
  const tag = chosen?.show === 'tag' ? all.find(({ id }) => id === chosen.id) : undefined
  if (tag === undefined) return <EmptyState title={translate('tags.choose')} />
  return <TagPanel key={tag.id} tag={tag} all={all} onGone={onGone} />
})

function useTagsShown(all: readonly TagUsage[], kind: TagKind, wanted: string): readonly TagUsage[] {
  const { language } = useTranslate()
  const sorted = useMemo(() => {
    const compare = compareText(language)
    return all
      .filter((tag) => tag.kind === kind)
      .toSorted((left, right) => right.count - left.count || compare(tagName(left, language), tagName(right, language)))
  }, [all, kind, language])
  return useMemo(() => (wanted.trim() === '' ? sorted : sorted.filter(wordMatcher(wanted))), [sorted, wanted])
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
