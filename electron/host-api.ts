import type { BrowserWindow, Dialog, Shell } from 'electron'
import { AppError } from '../core/contract/app-error.ts'
import { openEnvelope } from '../core/contract/envelope.ts'
import type { ArchiveSummary, WorkspaceStatus } from '../core/contract/results.ts'
import type { Translate } from '../core/translate/create-translator.ts'
import type { FileBytes } from './core-messages.ts'
import type { CallCore } from './ipc.ts'
import { checkOutsideLink } from './navigation-policy.ts'
import { saveBytes } from './save-bytes.ts'

/** What only the desktop program can do, after asking the user by a dialog of the system. */
export interface DesktopHost {
  pickFolder(): Promise<string | null>
  /** Returns the path chosen, or null when the user closed the dialog. */
  saveDocument(document: string, fileName: string): Promise<string | null>
  saveAttachment(article: string, name: string): Promise<null>
  openLink(url: string): Promise<null>
  revealArchive(): Promise<null>
}

export interface DesktopHostPorts {
  readonly callCore: CallCore
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>
  readonly shell: Pick<Shell, 'openExternal' | 'openPath'>
  readonly window: () => BrowserWindow
  readonly translate: () => Translate
}

/** Makes the desktop program's own abilities. Nothing outside is opened but by this module. */
export function createDesktopHost(ports: DesktopHostPorts): DesktopHost {
  const { callCore, dialog, shell, window, translate } = ports
  const chooseTarget = async (fileName: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath: fileName })
    return canceled || filePath === '' ? null : filePath
  }
  return {
    pickFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    saveDocument: async (document, fileName) => {
      const path = await chooseTarget(fileName)
      if (path !== null) openEnvelope(await callCore({ kind: 'copy-document', document, path }))
      return path
    },
    saveAttachment: async (article, name) => {
      // The core answers this call with the file's bytes and nothing else.
      const file = openEnvelope(await callCore({ kind: 'read-attachment', article, name })) as FileBytes
      const path = await chooseTarget(file.fileName)
      if (path !== null) await saveBytes(path, file.bytes)
      return null
    },
    openLink: async (url) => {
      await openAfterAsking(url, { dialog, shell, window, translate })
      return null
    },
    revealArchive: async () => {
      const archive = await openArchive(callCore)
      if (archive !== null) await shell.openPath(archive.path)
      return null
    },
  }
}

async function openArchive(callCore: CallCore): Promise<ArchiveSummary | null> {
  // The contract ties this result to this request.
  const status = openEnvelope(
    await callCore({ kind: 'request', name: 'workspace.status', argument: {} }),
  ) as WorkspaceStatus
  return status.archive
}

async function openAfterAsking(
  url: string,
  { dialog, shell, window, translate }: Omit<DesktopHostPorts, 'callCore'>,
): Promise<void> {
  const link = checkOutsideLink(url)
  if (link === null) throw new AppError('bad-request', 'Only web and mail links can be opened.')
  const texts = translate()
  const { response } = await dialog.showMessageBox(window(), {
    type: 'question',
    message: texts('menu.openOutside', { target: link.target }),
    detail: link.address.slice(0, 500),
    buttons: [texts('menu.open'), texts('shell.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(link.address)
}
