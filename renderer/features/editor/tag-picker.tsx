import { Combobox } from '@base-ui/react/combobox'
import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { tagName, isTagId, type TagId, type TagKind } from '../../../core/model/tag.ts'
import type { MessageKey } from '../../../core/translate/create-translator.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import menu from '../../components/menu.module.css'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTagList } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { matchesAllWords } from '../palette/palette-entries.ts'
import styles from './tag-picker.module.css'

interface TagPickerProps {
  readonly kind: TagKind
  readonly label: MessageKey
  readonly value: readonly TagId[]
  readonly onChange: (ids: readonly TagId[]) => void
}

/** Stands in the list for "make a tag with this name"; no tag id looks like it. */
const CREATE = '+'

/** Tags of one kind as chips, with a field that finds or makes others. */
export function TagPicker({ kind, label, value, onChange }: TagPickerProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const id = useId()
  const [typed, setTyped] = useState('')
  const tags = useTagList().filter((tag) => tag.kind === kind)
  const byId = new Map<string, (typeof tags)[number]>(tags.map((tag) => [tag.id, tag]))
  const labelOf = (item: string): string => {
    const tag = byId.get(item)
    return tag === undefined ? item : tagName(tag, translate.language)
  }
  const name = typed.trim()
  const exists = tags.some((tag) =>
    [...Object.values(tag.names), ...tag.aliases].some((known) => known.toLowerCase() === name.toLowerCase()),
  )
  const items: readonly string[] = [...tags.map((tag) => tag.id), ...(name === '' || exists ? [] : [CREATE])]
  const change = (next: readonly string[], { reason }: { readonly reason: string }): void => {
    // Esc in an empty field would take every tag off; here it only leaves the field.
    if (reason === 'escape-key') return
    setTyped('')
    if (!next.includes(CREATE)) {
      onChange(next.filter(isTagId))
      return
    }
    runAct(async () => {
      const tag = await context.connection.request('tags.create', { kind, names: { [translate.language]: name } })
      onChange([...value, tag.id])
    }, context)
  }
  const isWanted = (item: string): boolean => {
    if (item === CREATE) return true
    const tag = byId.get(item)
    return tag !== undefined && matchesAllWords([...Object.values(tag.names), ...tag.aliases].join(' '), typed)
  }
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{translate(label)}</label>
      <Combobox.Root
        multiple
        items={items}
        value={[...value]}
        onValueChange={change}
        inputValue={typed}
        onInputValueChange={setTyped}
        itemToStringLabel={labelOf}
        filter={isWanted}
      >
        <Combobox.InputGroup className={styles.group}>
          <Combobox.Chips className={styles.chips}>
            {value.map((tag) => (
              <Combobox.Chip key={tag} className={styles.chip} aria-label={labelOf(tag)}>
                <TagDot color={byId.get(tag)?.color ?? 'transparent'} />
                {labelOf(tag)}
                <Combobox.ChipRemove
                  className={styles.remove}
                  aria-label={translate('library.removeFilter', { name: labelOf(tag) })}
                >
                  <X size={12} />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input
              id={id}
              className={styles.input}
              placeholder={value.length === 0 ? translate('shell.filterTags') : ''}
            />
          </Combobox.Chips>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className={menu.positioner} sideOffset={4} align="start">
            <Combobox.Popup className={menu.popup}>
              <Combobox.List>
                {(item: string) => (
                  <Combobox.Item key={item} value={item} className={menu.item}>
                    {item === CREATE ? (
                      <span className={menu.label}>{translate('library.createTag', { name })}</span>
                    ) : (
                      <>
                        <span className={menu.check}>
                          {value.some((tag) => tag === item) ? <Check size={14} /> : null}
                        </span>
                        <TagDot color={byId.get(item)?.color ?? 'transparent'} />
                        <span className={menu.label}>{labelOf(item)}</span>
                      </>
                    )}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  )
}
