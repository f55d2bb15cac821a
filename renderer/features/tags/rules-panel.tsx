import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER, type ArticleFilter } from '../../../core/model/article-filter.ts'
import { tagName, type TagId } from '../../../core/model/tag.ts'
import type { TagRule } from '../../../core/model/tag-page.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { showFirst } from '../../commands/show-first.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { requestKey } from '../../data/query-client.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { currentRoute, isFilterEmpty } from '../../state/route-store.ts'
import { notify } from '../../state/toast-store.ts'
import { startTask } from '../../state/task-store.ts'
import { TagSelect } from './tag-select.tsx'
import styles from './tag-panel.module.css'

const MODES = ['suggest', 'assign'] as const

/** A rule as it is filled in. */
interface RuleDraft {
  /** Null for a new rule. */
  readonly id: string | null
  readonly name: string
  readonly tag: TagId | null
  readonly query: string
  readonly filter: ArticleFilter
  readonly mode: TagRule['mode']
}

/** A new rule begins with the search that is shown now. */
function newDraft(): RuleDraft {
  const { query, filter } = currentRoute()
  return { id: null, name: '', tag: null, query, filter: { ...filter, ids: null }, mode: 'suggest' }
}

/** Rules: searches that suggest a tag or set it. */
export function RulesPanel({ all }: { readonly all: readonly TagUsage[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const client = useQueryClient()
  const { data = [] } = useRequest('tags.rules', {})
  const [draft, setDraft] = useState<RuleDraft>(newDraft)
  const { request } = context.connection
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: requestKey('tags.rules', {}) })
  const save = async (): Promise<void> => {
    const { id, tag, name, query, filter, mode } = draft
    if (tag === null) return
    const rule = { tag, name, query, filter, mode }
    await request('tags.saveRule', id === null ? rule : { ...rule, id })
    notify(translate('tags.ruleSaved', { name: name.trim() }))
    setDraft({ ...newDraft(), query: '', filter: NO_FILTER })
    await refresh()
  }
  const remove = async (rule: TagRule): Promise<void> => {
    await request('tags.deleteRule', { id: rule.id })
    await refresh()
    const { id: _id, ...again } = rule
    offerUndo(context, translate('tags.ruleDeleted', { name: rule.name }), async () => {
      await request('tags.saveRule', again)
      await refresh()
    })
  }
  return (
    <>
      <header className={styles.head}>
        <h2>{translate('tags.rules')}</h2>
        {data.some(({ mode }) => mode === 'assign') ? <RunRules /> : null}
      </header>
      <p className={styles.help}>{translate('tags.rulesHelp')}</p>
      {data.length === 0 ? <p>{translate('tags.rulesEmpty')}</p> : null}
      <ul className={styles.rules}>
        {data.map((rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            tag={all.find(({ id }) => id === rule.tag)}
            onEdit={() => setDraft(rule)}
            onDelete={() => runAct(() => remove(rule), context)}
          />
        ))}
      </ul>
      <RuleForm all={all} draft={draft} onChange={setDraft} onSave={() => runAct(save, context)} />
    </>
  )
}

interface RuleLineProps {
  readonly rule: TagRule
  readonly tag: TagUsage | undefined
  readonly onEdit: () => void
  readonly onDelete: () => void
}

function RuleLine({ rule, tag, onEdit, onDelete }: RuleLineProps) {
  const translate = useTranslate()
  const { data } = useRequest('tags.ruleMatches', { id: rule.id })
  const about = [
    translate(`tags.ruleModes.${rule.mode}`),
    tag === undefined ? rule.tag : tagName(tag, translate.language),
    ...(rule.query === '' ? [] : [rule.query]),
    ...(data === undefined ? [] : [translate('tags.ruleFits', { count: data.length })]),
  ]
  return (
    <li>
      <span>
        {rule.name}
        <span className={styles.help}>{about.join(' · ')}</span>
      </span>
      <IconButton label={translate('tags.ruleEdit', { name: rule.name })} onClick={onEdit}>
        <Pencil size={14} />
      </IconButton>
      <IconButton label={translate('tags.ruleDelete', { name: rule.name })} onClick={onDelete}>
        <Trash2 size={14} />
      </IconButton>
    </li>
  )
}

function RunRules() {
  const translate = useTranslate()
  const context = useCommandContext()
  const run = async (): Promise<void> => {
    const { request } = context.connection
    const seen = await showFirst(context.connection, translate('tags.ruleRun'), { type: 'run-rules', ids: null })
    if (seen === null) return
    const task = startTask('tags.rules')
    try {
      const { change, undo } = await request('tags.runRules', { ...seen, task: task.id })
      const label = translate('tags.ruleRan', { count: change.changed.length })
      if (undo === null) notify(label)
      else {
        offerUndo(context, label, async () => {
          await request('tags.undo', { undo })
        })
      }
    } finally {
      task.end()
    }
  }
  return <Button onClick={() => runAct(run, context)}>{translate('tags.ruleRun')}</Button>
}

interface RuleFormProps {
  readonly all: readonly TagUsage[]
  readonly draft: RuleDraft
  readonly onChange: (draft: RuleDraft) => void
  readonly onSave: () => void
}

function RuleForm({ all, draft, onChange, onSave }: RuleFormProps) {
  const translate = useTranslate()
  const change = (part: Partial<RuleDraft>): void => onChange({ ...draft, ...part })
  // A search of filters alone is one too: all articles of one outlet, say.
  const asksForSomething = draft.query.trim() !== '' || !isFilterEmpty(draft.filter)
  const isWhole = draft.name.trim() !== '' && draft.tag !== null && asksForSomething
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <TextField label={translate('tags.ruleName')} value={draft.name} onChange={(name) => change({ name })} />
      <TextField label={translate('tags.ruleQuery')} value={draft.query} onChange={(query) => change({ query })} />
      <TagSelect
        label={translate('tags.ruleTag')}
        none="–"
        tags={all}
        value={draft.tag}
        onChange={(tag) => change({ tag })}
      />
      <fieldset className={styles.modes}>
        <legend>{translate('tags.ruleMode')}</legend>
        {MODES.map((mode) => (
          <label key={mode}>
            <input type="radio" name="rule-mode" checked={draft.mode === mode} onChange={() => change({ mode })} />
            {translate(`tags.ruleModes.${mode}`)}
          </label>
        ))}
      </fieldset>
      <Button look="primary" type="submit" disabled={!isWhole}>
        {translate(draft.id === null ? 'tags.ruleAdd' : 'tags.save')}
      </Button>
    </form>
  )
}
