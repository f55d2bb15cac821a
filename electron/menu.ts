import type { MenuItemConstructorOptions } from 'electron'
import type { WorkspaceStatus } from '../core/contract/results.ts'
import type { Translate } from '../core/translate/create-translator.ts'

/** What the menu can make the program do. */
export interface MenuActions {
  readonly newArchive: () => void
  readonly openArchive: () => void
  readonly openRecent: (path: string) => void
  readonly showFolder: () => void
  readonly closeArchive: () => void
  readonly about: () => void
}

export interface MenuState {
  readonly translate: Translate
  readonly platform: NodeJS.Platform
  readonly status: Pick<WorkspaceStatus, 'recent'> & { readonly archive: unknown }
}

/**
 * The menu bar in the user's language. It has what belongs to the desktop; commands of the interface, with keys that work
 * on every keyboard layout, are in the window.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const { translate, platform } = state
  const appMenu: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [
    ...appMenu,
    { label: translate('menu.file'), submenu: fileItems(state, actions) },
    { label: translate('menu.edit'), submenu: editItems(translate) },
    { label: translate('menu.view'), submenu: viewItems(translate) },
    { label: translate('menu.window'), submenu: [{ label: translate('menu.minimize'), role: 'minimize' }] },
    { label: translate('menu.help'), submenu: [{ label: translate('menu.about'), click: actions.about }] },
  ]
}

function fileItems({ translate, platform, status }: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const isOpen = status.archive !== null
  return [
    { label: translate('menu.newArchive'), click: actions.newArchive },
    { label: translate('menu.openArchive'), click: actions.openArchive },
    {
      label: translate('menu.openRecent'),
      enabled: status.recent.length > 0,
      submenu: status.recent.map(({ name, path }) => ({
        label: name,
        toolTip: path,
        click: () => actions.openRecent(path),
      })),
    },
    { type: 'separator' },
    { label: translate('menu.showFolder'), enabled: isOpen, click: actions.showFolder },
    { label: translate('menu.closeArchive'), enabled: isOpen, click: actions.closeArchive },
    ...(platform === 'darwin' ? [] : quitItems(translate)),
  ]
}

function quitItems(translate: Translate): MenuItemConstructorOptions[] {
  return [{ type: 'separator' }, { label: translate('menu.quit'), role: 'quit' }]
}

function editItems(translate: Translate): MenuItemConstructorOptions[] {
  return [
    { label: translate('menu.undo'), role: 'undo' },
    { label: translate('menu.redo'), role: 'redo' },
    { type: 'separator' },
    { label: translate('menu.cut'), role: 'cut' },
    { label: translate('menu.copy'), role: 'copy' },
    { label: translate('menu.paste'), role: 'paste' },
    { label: translate('menu.pastePlain'), role: 'pasteAndMatchStyle' },
    { label: translate('menu.selectAll'), role: 'selectAll' },
  ]
}

function viewItems(translate: Translate): MenuItemConstructorOptions[] {
  return [
    { label: translate('menu.zoomIn'), role: 'zoomIn' },
    { label: translate('menu.zoomOut'), role: 'zoomOut' },
    { label: translate('menu.actualSize'), role: 'resetZoom' },
    { type: 'separator' },
    { label: translate('menu.fullScreen'), role: 'togglefullscreen' },
  ]
}
