import { memo, useId, useMemo, useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { compareText } from '../../../core/model/locale.ts'
import { isTagId, TAG_KINDS, tagName, type TagId } from '../../../core/model/tag.ts'
import { useTranslate } from '../../i18n.tsx'
import { wordMatcher } from './tag-words.ts'
import styles from './tag-panel.module.css'

interface TagSelectProps {
  readonly label: string
  /** What the choice of no tag is called. */
  readonly none: string
  readonly tags: readonly TagUsage[]
  readonly value: TagId | null
  readonly onChange: (tag: TagId | null) => void
}

/** More tags than this are found by typing; a list of thousands helps nobody. */
const MOST_LISTED = 200

/** One tag out of many, in groups by kind. */
export function TagSelect({ label, none, tags, value, onChange }: TagSelectProps) {
  const translate = useTranslate()
  const [wanted, setWanted] = useState('')
  const id = useId()
  const shown = useMemo(() => {
    const matches = wordMatcher(wanted)
    const found = tags.filter((tag) => tag.id === value || matches(tag)).slice(0, MOST_LISTED)
    const chosen = tags.find((tag) => tag.id === value)
    return chosen === undefined || found.includes(chosen) ? found : [chosen, ...found]
  }, [tags, wanted, value])
  return (
    <div className={styles.lines}>
      <label htmlFor={id}>{label}</label>
      {tags.length <= MOST_LISTED ? null : (
        <input
          type="search"
          aria-label={`${label}: ${translate('tags.find')}`}
          placeholder={translate('tags.find')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(isTagId(target.value) ? target.value : null)}
      >
        <option value="">{none}</option>
        <TagOptions tags={shown} />
      </select>
    </div>
  )
}

const TagOptions = memo(function TagOptions({ tags }: { readonly tags: readonly TagUsage[] }) {
  const translate = useTranslate()
  const { language } = translate
  const compare = compareText(language)
  const byName = tags.toSorted((left, right) => compare(tagName(left, language), tagName(right, language)))
  return TAG_KINDS.map((kind) => {
    const own = byName.filter((tag) => tag.kind === kind)
    return own.length === 0 ? null : (
      <optgroup key={kind} label={translate(`tags.kinds.${kind}`)}>
        {own.map((tag) => (
          <option key={tag.id} value={tag.id}>
            {tagName(tag, language)}
          </option>
        ))}
      </optgroup>
    )
  })
})
