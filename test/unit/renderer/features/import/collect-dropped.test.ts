import { expect, it } from 'vitest'
import { collectDropped } from '../../../../../renderer/features/import/collect-dropped.ts'

const refused = new DOMException('The file could not be read.', 'NotReadableError')

/** A file as a browser hands it over in a drop. */
function fileEntry(name: string, isReadable = true) {
  return {
    name,
    isFile: true,
    isDirectory: false,
    file: (found: (file: File) => void, failed: (error: DOMException) => void) => {
      if (isReadable) found(new File(['text'], name))
      else failed(refused)
    },
  }
}

/** A folder that tells its content in one portion, or that may not be looked into. */
function folderEntry(name: string, content: readonly object[] | null) {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const portions = content === null ? null : [content, []]
      return {
        readEntries: (found: (entries: readonly object[]) => void, failed: (error: DOMException) => void) => {
          if (portions === null) failed(refused)
          else found(portions.shift() ?? [])
        },
      }
    },
  }
}

function drop(...entries: readonly object[]): Parameters<typeof collectDropped>[0] {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }))
  // Only what is read of a transfer is there.
  return { items, files: [] } as unknown as DataTransfer
}

it('brings the files of folders below each other with their paths', async () => {
  const { files, unread } = await collectDropped(
    drop(fileEntry('a.txt'), folderEntry('year', [fileEntry('b.txt'), folderEntry('month', [fileEntry('c.txt')])])),
  )
  expect(files.map((file) => file.webkitRelativePath || file.name)).toEqual(['a.txt', 'year/b.txt', 'year/month/c.txt'])
  expect(unread).toEqual([])
})

it('names what cannot be read and brings the rest', async () => {
  const { files, unread } = await collectDropped(
    drop(folderEntry('year', [fileEntry('locked.pdf', false), fileEntry('b.txt'), folderEntry('closed', null)])),
  )
  expect(files.map(({ name }) => name)).toEqual(['b.txt'])
  expect(unread).toEqual(['year/locked.pdf', 'year/closed'])
})
