import { ContextMenu } from '@base-ui/react/context-menu'
import type { MouseEvent, ReactNode } from 'react'
import { isArticleId } from '../../../core/model/article-id.ts'
import { commandById, COMMANDS } from '../../commands/registry.ts'
import { keyText } from '../../commands/key-text.ts'
import { isKeyUsable, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { classNames } from '../../components/class-names.ts'
import menu from '../../components/menu.module.css'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { clearSelection, useSelectionStore } from '../../state/selection-store.ts'
import styles from './list-context-menu.module.css'

/** Commands of the menu, in its order; those that the program lacks are left out. */
const ENTRIES = ['edit', 'tag', 'export', 'select-all', 'trash-articles']

/** The menu of the list: by the right mouse button, the menu key or Shift+F10. */
export function ListContextMenu({ children }: { readonly children: ReactNode }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const entries = ENTRIES.filter((id) => COMMANDS.some((command) => command.id === id)).map(commandById)
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger className={styles.area} onContextMenu={takeTarget}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={menu.positioner}>
          <ContextMenu.Popup className={menu.popup}>
            {entries.map((command) => {
              const key = command.keys?.find((candidate) => isKeyUsable(candidate, context))
              return (
                <ContextMenu.Item
                  key={command.id}
                  className={classNames(menu.item, command.id === 'trash-articles' && menu.danger)}
                  onClick={() => runCommand(command, context)}
                >
                  <span className={menu.label}>{translate(command.label)}</span>
                  {key === undefined ? null : <kbd className={menu.hint}>{keyText(key)}</kbd>}
                </ContextMenu.Item>
              )
            })}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

/** The row under the pointer becomes what the menu is about, unless it is one of the marked ones. */
function takeTarget(event: MouseEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
  const id = row?.dataset.article
  if (id === undefined || !isArticleId(id) || useSelectionStore.getState().ids.has(id)) return
  clearSelection()
  navigate({ article: id }, { replace: true })
}
