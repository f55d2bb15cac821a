import { outcomeOf, type BatchCalls, type FileContent } from '../../core/files/batch-calls.ts'
import type { FileSystem } from '../../core/files/file-system.ts'

/** Calls for many files made of calls for one, so that each of these can fail and each can be the last before a cut. */
export function batchCallsOf(
  system: Omit<FileSystem, keyof BatchCalls>,
  syncContent: (path: string) => Promise<void>,
): BatchCalls {
  const each = async <Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>) => {
    const outcomes = []
    for (const item of items) outcomes.push(await outcomeOf(() => work(item)))
    return outcomes
  }
  const create = async ({ path, bytes }: FileContent, synced: boolean): Promise<number> => {
    const file = await system.create(path)
    try {
      let position = 0
      while (position < bytes.length) {
        const taken = await file.write(bytes.subarray(position), position)
        if (taken <= 0) break
        position += taken
      }
      const size = await file.size()
      if (synced) await file.sync()
      return size
    } finally {
      await file.close()
    }
  }
  return {
    readMany: (paths) => each(paths, (path) => system.read(path)),
    readParts: async (path, parts) => {
      const bytes = await system.read(path)
      return parts.map(({ position, length }) => bytes.subarray(position, position + length))
    },
    createMany: (files) => each(files, (file) => create(file, false)),
    createSynced: (files) => each(files, (file) => create(file, true)),
    renameMany: (names) =>
      each(names, async ({ from, to }) => {
        await system.rename(from, to)
        return null
      }),
    syncMany: (paths) =>
      each(paths, async (path) => {
        await syncContent(path)
        return null
      }),
  }
}
