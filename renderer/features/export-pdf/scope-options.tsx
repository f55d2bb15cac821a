import { TextField } from '../../components/text-field.tsx'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { filterParts } from '../library/filter-parts.ts'
import styles from './export-dialog.module.css'
import { hasDays, readDays, scopeOf, scopesOf, type ExportForm, type ExportPlace } from './export-form.ts'
import { OptionGroup } from './option-group.tsx'

interface ScopeOptionsProps {
  readonly form: ExportForm
  readonly place: ExportPlace
  /** Articles meant now, or null while they are counted. */
  readonly total: number | null
  readonly onChange: (change: Partial<ExportForm>) => void
}

/** Which articles the document is made of, and how many those are. */
export function ScopeOptions({ form, place, total, onChange }: ScopeOptionsProps) {
  const translate = useTranslate()
  const isDigest = form.kind === 'digest'
  return (
    <>
      <OptionGroup
        label={translate('documents.scope')}
        value={scopeOf(form, place)}
        choices={scopesOf(place, form.kind).map((value) => ({ value, label: translate(`documents.scopes.${value}`) }))}
        onChange={(scope) => onChange({ scope })}
      />
      {hasDays(form, place) ? <PeriodFields form={form} onChange={onChange} /> : null}
      <p className={styles.note} role="status">
        <ShownFilter form={form} place={place} />
        {total === null || isDigest ? '' : translate('library.articles', { count: total })}
      </p>
    </>
  )
}

function PeriodFields({ form, onChange }: Pick<ScopeOptionsProps, 'form' | 'onChange'>) {
  const translate = useTranslate()
  const { problems } = readDays(form)
  const problemText = (problem: (typeof problems)['from']): string | null =>
    problem === null ? null : translate(problem)
  return (
    <div className={styles.period}>
      <TextField
        label={translate('documents.from')}
        value={form.from}
        problem={problemText(problems.from)}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        label={translate('documents.to')}
        value={form.to}
        problem={problemText(problems.to)}
        onChange={(to) => onChange({ to })}
      />
      <p className={styles.note}>{translate('documents.dayHelp')}</p>
    </div>
  )
}

/** The search and the filters in words, where they decide. */
function ShownFilter({ form, place }: Pick<ScopeOptionsProps, 'form' | 'place'>) {
  const translate = useTranslate()
  const tags = useTagsById()
  const scope = scopeOf(form, place)
  if (scope !== 'shown' && scope !== 'recipe') return null
  const { query, filter } = (scope === 'recipe' ? place.recipe : null) ?? place.shown
  const parts = filterParts(filter, tags, translate)
    .filter(({ key }) => scope === 'shown' || key !== 'period')
    .map(({ label }) => label)
  const text = [...(query.trim() === '' ? [] : [`“${query.trim()}”`]), ...parts].join(' · ')
  return text === '' ? null : <span className={styles.filter}>{text}</span>
}
