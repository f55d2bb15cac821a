import { Menu } from '@base-ui/react/menu'
import { commandById, COMMANDS } from '../../commands/registry.ts'
import { keyText } from '../../commands/key-text.ts'
import { isKeyUsable, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { classNames } from '../../components/class-names.ts'
import menu from '../../components/menu.module.css'
import { useTranslate } from '../../i18n.tsx'

/** Commands of the menu, in its order; those that the program lacks are left out. */
const ENTRIES = ['edit', 'tag', 'export', 'select-all', 'trash-articles']

/** Where the menu opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface ListContextMenuProps {
  readonly at: MenuPlace
  readonly onClose: () => void
}

/** The menu of the list: by the right mouse button, the menu key or Shift+F10. */
export function ListContextMenu({ at, onClose }: ListContextMenuProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const entries = ENTRIES.filter((id) => COMMANDS.some((command) => command.id === id)).map(commandById)
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }
  return (
    <Menu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} anchor={anchor} side="bottom" align="start">
          <Menu.Popup className={menu.popup} aria-label={translate('library.actions')}>
            {entries.map((command) => {
              const key = command.keys?.find((candidate) => isKeyUsable(candidate, context))
              return (
                <Menu.Item
                  key={command.id}
                  className={classNames(menu.item, command.id === 'trash-articles' && menu.danger)}
                  onClick={() => runCommand(command, context)}
                >
                  <span className={menu.label}>{translate(command.label)}</span>
                  {key === undefined ? null : <kbd className={menu.hint}>{keyText(key)}</kbd>}
                </Menu.Item>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
