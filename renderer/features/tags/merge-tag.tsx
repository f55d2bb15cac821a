import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { compareText } from '../../../core/model/locale.ts'
import { isTagId, tagName, type TagId } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeRegistry } from './change-registry.ts'
import styles from './tag-panel.module.css'

interface MergeTagProps {
  readonly tag: TagUsage
  readonly all: readonly TagUsage[]
  readonly onGone: () => void
}

/** Makes two tags one, after saying how many articles that touches. */
export function MergeTag({ tag, all, onGone }: MergeTagProps) {
  const translate = useTranslate()
  const { language } = translate
  const context = useCommandContext()
  const [into, setInto] = useState<TagId | null>(null)
  const compare = compareText(language)
  const others = all
    .filter(({ id, kind }) => id !== tag.id && kind === tag.kind)
    .toSorted((left, right) => compare(tagName(left, language), tagName(right, language)))
  const target = others.find(({ id }) => id === into)
  if (others.length === 0) return null
  const merge = async (target: TagUsage): Promise<void> => {
    const label = translate('tags.merged', { name: tagName(tag, language), into: tagName(target, language) })
    await changeRegistry(context, { type: 'merge', from: [tag.id], into: target.id }, label)
    onGone()
  }
  return (
    <fieldset className={styles.merge}>
      <legend>{translate('tags.merge')}</legend>
      <select
        aria-label={translate('tags.mergeInto')}
        value={into ?? ''}
        onChange={({ target: { value } }) => setInto(isTagId(value) ? value : null)}
      >
        <option value="">{translate('tags.mergeInto')}…</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {tagName(other, language)}
          </option>
        ))}
      </select>
      <Button
        disabled={target === undefined}
        onClick={() => (target === undefined ? undefined : runAct(() => merge(target), context))}
      >
        {translate('tags.mergeRun')}
      </Button>
      <p className={styles.help} role="status">
        {target === undefined ? translate('tags.mergeHelp') : <Touched tag={tag.id} into={target.id} />}
      </p>
    </fieldset>
  )
}

function Touched({ tag, into }: { readonly tag: TagId; readonly into: TagId }) {
  const translate = useTranslate()
  const { data } = useRequest('tags.preview', { operation: { type: 'merge', from: [tag], into } })
  return data === undefined ? null : translate('tags.touched', { count: data.total })
}
