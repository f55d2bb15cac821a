import { AppError } from '../../core/contract/app-error.ts'
import type { ArchiveEvent } from '../../core/contract/archive-events.ts'
import type { Dispatch } from '../../core/contract/dispatch.ts'
import { createEventHub } from '../../core/contract/event-hub.ts'
import type { HostCore, HostFile } from '../../core/contract/host-core.ts'

/** A core without an archive, for tests of a host alone: it remembers what it was asked and holds a few files. */
export interface FakeHostCore extends HostCore {
  readonly asked: { readonly name: unknown; readonly argument: unknown }[]
  readonly staged: { readonly name: string; readonly bytes: Buffer }[]
  readonly files: Map<string, Buffer>
  emit(event: ArchiveEvent): void
  isClosed(): boolean
}

/** Makes one; every request answers with its own name and argument, `fail.*` with an expected failure. */
export function createFakeHostCore(): FakeHostCore {
  const hub = createEventHub(() => undefined)
  const asked: { name: unknown; argument: unknown }[] = []
  const staged: { name: string; bytes: Buffer }[] = []
  const files = new Map<string, Buffer>()
  let closed = false
  const dispatch: Dispatch = (name, argument) => {
    asked.push({ name, argument })
    return Promise.resolve({ ok: true, value: { name, argument } })
  }
  const open = (key: string): Promise<HostFile> => {
    const bytes = files.get(key)
    if (bytes === undefined) return Promise.reject(new AppError('not-found', `There is no ${key}.`))
    return Promise.resolve({ fileName: key.split('/').at(-1) ?? key, size: bytes.length, content: pieces(bytes) })
  }
  return {
    asked,
    staged,
    files,
    dispatch,
    client: () => Promise.reject(new Error('the fake core has no client')),
    subscribe: hub.subscribe,
    emit: (event) => hub.emit(event.name, event.value),
    intake: {
      addBytes: async (name, bytes) => {
        const chunks: Uint8Array[] = []
        for await (const chunk of bytes) chunks.push(chunk)
        staged.push({ name, bytes: Buffer.concat(chunks) })
        return `source-${staged.length}`
      },
      addPath: (path) => Promise.resolve([path]),
    },
    documents: { open, copyTo: () => Promise.resolve() },
    attachments: { open: (article, name) => open(`${article}/${name}`) },
    close: () => {
      closed = true
      return Promise.resolve()
    },
    isClosed: () => closed,
  }
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1_000) {
    yield await Promise.resolve(bytes.subarray(from, from + 1_000))
  }
}
