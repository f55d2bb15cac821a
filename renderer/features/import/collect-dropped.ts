/**
 * All files of a drop, those in folders too. A folder's files carry their path below it in `webkitRelativePath`, as they
 * do when the folder is chosen in a dialog.
 */
export async function collectDropped(transfer: DataTransfer): Promise<readonly File[]> {
  // The entries must be taken before the first wait: the browser empties the transfer after the event.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files]
  return (await Promise.all(entries.map((entry) => filesOf(entry, '')))).flat()
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<readonly File[]> {
  if (isFile(entry)) return [withPath(await readFile(entry), folder)]
  if (!isFolder(entry)) return []
  const below = `${folder}${entry.name}/`
  return (await Promise.all((await readFolder(entry)).map((child) => filesOf(child, below)))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

/** A reader gives its entries in portions and an empty one at the end. */
async function readFolder(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

function withPath(file: File, folder: string): File {
  if (folder === '') return file
  Object.defineProperty(file, 'webkitRelativePath', { value: folder + file.name })
  return file
}
