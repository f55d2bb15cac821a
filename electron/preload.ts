import { contextBridge, ipcRenderer } from 'electron'
import type { ArchiveEvent } from '../core/contract/archive-events.ts'
import type { PressArchiveBridge } from '../core/contract/electron-bridge.ts'
import type { Envelope } from '../core/contract/envelope.ts'
import { EVENT_CHANNEL, PIECE_BYTES, type AskingChannel } from './channels.ts'
import type { FileBytes } from './core-messages.ts'

/** The main process answers every message with an envelope of what the channel promises. */
function ask<Result>(channel: AskingChannel, ...given: readonly unknown[]): Promise<Envelope<Result>> {
  return ipcRenderer.invoke(channel, ...given) as Promise<Envelope<Result>>
}

async function askForBlob(channel: AskingChannel, ...given: readonly unknown[]): Promise<Envelope<Blob>> {
  const envelope = await ask<FileBytes>(channel, ...given)
  if (!('ok' in envelope)) return envelope
  return { ok: true, value: new Blob([new Uint8Array(envelope.value.bytes)]) }
}

/** The file's name, with its path below the folder that the user chose, where it has one. */
function nameOf(file: File & { readonly webkitRelativePath?: string }): string {
  return file.webkitRelativePath || file.name
}

/** Sends a file in pieces and returns its source id. */
async function stageFile(file: File): Promise<Envelope<string>> {
  const begun = await ask<number>('press:stage-begin', nameOf(file))
  if (!('ok' in begun)) return begun
  const stage = begun.value
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer())
    const taken = await ask<undefined>('press:stage-chunk', stage, bytes)
    if ('ok' in taken) continue
    await ask('press:stage-cancel', stage)
    return taken
  }
  return ask<string>('press:stage-end', stage)
}

async function stageFiles(files: readonly File[]): Promise<Envelope<readonly string[]>> {
  const sources: string[] = []
  for (const file of files) {
    const staged = await stageFile(file)
    if (!('ok' in staged)) return staged
    sources.push(staged.value)
  }
  return { ok: true, value: sources }
}

const bridge: PressArchiveBridge = {
  request: (name, argument) => ask('press:request', name, argument),
  subscribe: (listener) => {
    const hear = (_: unknown, event: ArchiveEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear)
    }
  },
  capabilities: { kind: 'electron', pickFolder: true, revealFiles: true, ownsAllKeys: true },
  host: {
    pickFolder: () => ask('press:pick-folder'),
    stageFiles,
    readDocument: (document) => askForBlob('press:read-document', document),
    saveDocument: (document, fileName) => ask('press:save-document', document, fileName),
    readAttachment: (article, name) => askForBlob('press:read-attachment', article, name),
    saveAttachment: (article, name) => ask('press:save-attachment', article, name),
    openLink: (url) => ask('press:open-link', url),
    revealArchive: () => ask('press:reveal-archive'),
  },
}

contextBridge.exposeInMainWorld('pressArchive', bridge)
