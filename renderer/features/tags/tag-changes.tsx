import { useDeferredValue, useMemo, useState } from 'react'
import type { RequestInput } from '../../../core/contract/archive-api.ts'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { TAG_KINDS, tagName, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { SwitchRow } from '../../components/switch-row.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useTranslate } from '../../i18n.tsx'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { changeRegistry } from './change-registry.ts'
import { OperationPreview } from './operation-preview.tsx'
import { namesOf } from './tag-draft.ts'
import { TagSelect } from './tag-select.tsx'
import styles from './tag-panel.module.css'

type Operation = RequestInput<'tags.change'>['operation']

const ACTS = ['merge', 'split', 'convert', 'delete'] as const
type Act = (typeof ACTS)[number]

/** What is chosen for all acts; each uses its own part. */
interface Plan {
  readonly other: TagId | null
  readonly query: string
  readonly names: Readonly<Record<'en' | 'ru' | 'kk', string>>
  readonly kind: TagKind
}

interface TagChangesProps {
  readonly tag: TagUsage
  readonly all: readonly TagUsage[]
  /** The tag was merged away or deleted. */
  readonly onGone: () => void
}

/** Changes of a tag that touch articles: each shows first what it would do, and can be taken back. */
export function TagChanges({ tag, all, onGone }: TagChangesProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [act, setAct] = useState<Act>('merge')
  const [plan, setPlan] = useState<Plan>(() => planFor(tag))
  const query = useDeferredValue(plan.query)
  const operation = useMemo(() => operationOf(tag, act, { ...plan, query }), [tag, act, plan, query])
  const run = async (wanted: Operation, confirmed: string | null): Promise<void> => {
    await changeRegistry(context, wanted, doneText(tag, wanted, all, translate), confirmed)
    if (act === 'merge' || act === 'delete') onGone()
    else setPlan(planFor(tag))
  }
  return (
    <section className={styles.changes} aria-labelledby="tag-changes">
      <h3 id="tag-changes">{translate('tags.change')}</h3>
      <SwitchRow
        label={translate('tags.change')}
        value={act}
        choices={ACTS.map((value) => ({ value, label: translate(`tags.changes.${value}`) }))}
        onChange={setAct}
      />
      <ActFields act={act} tag={tag} all={all} plan={plan} onChange={setPlan} />
      {operation === null ? (
        <ActButton act={act} />
      ) : (
        <OperationPreview operation={operation} all={all}>
          {(confirmed) =>
            confirmed === undefined ? (
              <ActButton act={act} />
            ) : (
              <ActButton act={act} onClick={() => runAct(() => run(operation, confirmed), context)} />
            )
          }
        </OperationPreview>
      )}
    </section>
  )
}

/** Disabled until the preview shows what the act would do. */
function ActButton({ act, onClick }: { readonly act: Act; readonly onClick?: () => void }) {
  const translate = useTranslate()
  return (
    <Button look={act === 'delete' ? 'danger' : 'primary'} disabled={onClick === undefined} onClick={onClick}>
      {translate(`tags.changes.${act}`)}
    </Button>
  )
}

function planFor(tag: TagUsage): Plan {
  const kind = TAG_KINDS.find((other) => other !== tag.kind) ?? tag.kind
  return { other: null, query: '', names: { en: '', ru: '', kk: '' }, kind }
}

/** What the plan would do, or null while something is missing. */
function operationOf(tag: TagUsage, act: Act, { other, query, names, kind }: Plan): Operation | null {
  switch (act) {
    case 'merge':
      return other === null ? null : { type: 'merge', from: [tag.id], into: other }
    case 'split': {
      const given = namesOf(names)
      if (query.trim() === '' || Object.keys(given).length === 0) return null
      return { type: 'split', id: tag.id, query, filter: NO_FILTER, names: given }
    }
    case 'convert':
      return kind === tag.kind ? null : { type: 'convert', id: tag.id, kind }
    case 'delete':
      return { type: 'delete', id: tag.id, replaceWith: other }
  }
}

function doneText(tag: TagUsage, operation: Operation, all: readonly TagUsage[], translate: Translate): string {
  const { language } = translate
  const name = tagName(tag, language)
  switch (operation.type) {
    case 'merge': {
      const into = all.find(({ id }) => id === operation.into)
      return translate('tags.merged', { name, into: into === undefined ? operation.into : tagName(into, language) })
    }
    case 'split':
      return translate('tags.splitDone', { name: tagName({ id: tag.id, names: operation.names }, language) })
    case 'convert':
      return translate('tags.converted', { name, kind: translate(`tags.kinds.${operation.kind}`) })
    case 'delete':
      return translate('tags.removed', { name })
    case 'rename':
    case 'assign':
      return translate('tags.saved', { name })
  }
}

interface ActFieldsProps {
  readonly act: Act
  readonly tag: TagUsage
  readonly all: readonly TagUsage[]
  readonly plan: Plan
  readonly onChange: (plan: Plan) => void
}

function ActFields({ act, tag, all, plan, onChange }: ActFieldsProps) {
  const translate = useTranslate()
  const others = all.filter(({ id }) => id !== tag.id)
  const select = (label: string, none: string) => (
    <TagSelect
      label={label}
      none={none}
      tags={others}
      value={plan.other}
      onChange={(other) => onChange({ ...plan, other })}
    />
  )
  switch (act) {
    case 'merge':
      return (
        <>
          <p className={styles.help}>{translate('tags.mergeHelp')}</p>
          {select(translate('tags.mergeInto'), '–')}
        </>
      )
    case 'split':
      return <SplitFields plan={plan} onChange={onChange} />
    case 'convert':
      return (
        <label className={styles.lines}>
          <span>{translate('tags.convertTo')}</span>
          <select
            value={plan.kind}
            onChange={({ target }) =>
              onChange({ ...plan, kind: TAG_KINDS.find((kind) => kind === target.value) ?? plan.kind })
            }
          >
            {TAG_KINDS.filter((kind) => kind !== tag.kind).map((kind) => (
              <option key={kind} value={kind}>
                {translate(`tags.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      )
    case 'delete':
      return (
        <>
          <p className={styles.help}>{translate('tags.deleteHelp')}</p>
          {select(translate('tags.replaceWith'), translate('tags.replaceNone'))}
        </>
      )
  }
}

function SplitFields({ plan, onChange }: Pick<ActFieldsProps, 'plan' | 'onChange'>) {
  const translate = useTranslate()
  return (
    <>
      <p className={styles.help}>{translate('tags.splitHelp')}</p>
      <TextField
        label={translate('tags.splitQuery')}
        value={plan.query}
        onChange={(query) => onChange({ ...plan, query })}
      />
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={translate(`tags.names.${language}`)}
          value={plan.names[language]}
          onChange={(name) => onChange({ ...plan, names: { ...plan.names, [language]: name } })}
        />
      ))}
    </>
  )
}
