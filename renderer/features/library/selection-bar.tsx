import { Sparkles, Tag, Trash2, X } from 'lucide-react'
import { commandById } from '../../commands/registry.ts'
import { runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { clearSelection, useSelectionStore } from '../../state/selection-store.ts'
import styles from './selection-bar.module.css'

/** Shown while articles are marked: their number and what can be done with them together. */
export function SelectionBar() {
  const translate = useTranslate()
  const context = useCommandContext()
  const count = useSelectionStore((state) => state.ids.size)
  if (count === 0) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={translate('library.actions')}>
      <span className={styles.count}>{translate('shell.selected', { count })}</span>
      <IconButton label={translate('library.tag')} onClick={() => runCommand(commandById('tag'), context)}>
        <Tag size={15} />
      </IconButton>
      <IconButton
        label={translate('tags.suggestMany')}
        onClick={() => runCommand(commandById('suggest-tags'), context)}
      >
        <Sparkles size={15} />
      </IconButton>
      <IconButton
        label={translate('library.moveToTrash')}
        onClick={() => runCommand(commandById('trash-articles'), context)}
      >
        <Trash2 size={15} />
      </IconButton>
      <IconButton label={translate('library.clearSelection')} onClick={clearSelection}>
        <X size={15} />
      </IconButton>
    </div>
  )
}
