import type { TagUsage } from '../../../core/contract/results.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { TAG_PALETTE, type TagId, type TagKind } from '../../../core/model/tag.ts'
import { TextField } from '../../components/text-field.tsx'
import { useTranslate } from '../../i18n.tsx'
import { dayOf, isCountry, namesOf, type TagDraft } from './tag-draft.ts'
import { TagSelect } from './tag-select.tsx'
import styles from './tag-panel.module.css'

interface TagFieldsProps {
  readonly kind: TagKind
  /** The tag itself, where there is one already. */
  readonly id: TagId | null
  readonly all: readonly TagUsage[]
  readonly draft: TagDraft
  readonly onChange: (draft: TagDraft) => void
}

/** All fields of a tag, new or not. */
export function TagFields({ kind, id, all, draft, onChange }: TagFieldsProps) {
  const translate = useTranslate()
  const change = (part: Partial<TagDraft>): void => onChange({ ...draft, ...part })
  return (
    <>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={translate(`tags.names.${language}`)}
          value={draft.names[language]}
          onChange={(name) => change({ names: { ...draft.names, [language]: name } })}
        />
      ))}
      {Object.keys(namesOf(draft.names)).length > 0 ? null : (
        <p className={styles.problem}>{translate('tags.needName')}</p>
      )}
      <label className={styles.lines}>
        <span>{translate('tags.aliases')}</span>
        <textarea
          rows={Math.min(8, Math.max(2, draft.aliases.split('\n').length))}
          value={draft.aliases}
          onChange={(event) => change({ aliases: event.target.value })}
        />
        <span className={styles.help}>{translate('tags.aliasesHelp')}</span>
      </label>
      <ColorChoice value={draft.color} onChange={(color) => change({ color })} />
      <div className={styles.pair}>
        <DayField label={translate('tags.from')} value={draft.from} onChange={(from) => change({ from })} />
        <DayField label={translate('tags.to')} value={draft.to} onChange={(to) => change({ to })} />
      </div>
      <div className={styles.pair}>
        <TextField label={translate('tags.web')} value={draft.web} onChange={(web) => change({ web })} />
        {kind === 'partner' ? (
          <TextField
            label={translate('tags.country')}
            value={draft.country}
            problem={isCountry(draft.country) ? null : translate('tags.country')}
            onChange={(country) => change({ country })}
          />
        ) : null}
      </div>
      <TagSelect
        label={translate('tags.parent')}
        none={translate('tags.noParent')}
        tags={possibleParents(all, id)}
        value={draft.parent === '' ? null : draft.parent}
        onChange={(parent) => change({ parent: parent ?? '' })}
      />
      <TextField label={translate('tags.note')} value={draft.note} onChange={(note) => change({ note })} />
    </>
  )
}

/** Grouping has one level: a tag with others below it stands below none. */
function possibleParents(all: readonly TagUsage[], id: TagId | null): readonly TagUsage[] {
  if (id !== null && all.some(({ parent }) => parent === id)) return []
  return all.filter((tag) => tag.id !== id && tag.parent === undefined)
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const translate = useTranslate()
  return (
    <TextField
      label={label}
      value={value}
      help={translate('tags.dayHelp')}
      problem={dayOf(value) === null ? translate('tags.wrongDay', { value }) : null}
      onChange={onChange}
    />
  )
}

interface ColorChoiceProps {
  readonly value: string
  readonly onChange: (color: string) => void
}

function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const translate = useTranslate()
  const colors: readonly string[] = TAG_PALETTE.some((color) => color === value) ? TAG_PALETTE : [value, ...TAG_PALETTE]
  return (
    <fieldset className={styles.colors}>
      <legend>{translate('tags.color')}</legend>
      {colors.map((color) => (
        <label key={color} title={color}>
          <input
            type="radio"
            name="tag-color"
            className="visually-hidden"
            aria-label={color}
            checked={color === value}
            onChange={() => onChange(color)}
          />
          <span className={styles.swatch} style={{ '--tag': color }} aria-hidden />
        </label>
      ))}
    </fieldset>
  )
}
