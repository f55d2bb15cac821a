/** What a drop brought. */
export interface Dropped {
  readonly files: readonly File[]
  /** Names of files and folders that the browser could not read, with their folders. */
  readonly unread: readonly string[]
}

/**
 * All files of a drop, those in folders too. A folder's files carry their path below it in `webkitRelativePath`, as they
 * do when the folder is chosen in a dialog.
 */
export async function collectDropped(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<Dropped> {
  // The entries must be taken before the first wait: the browser empties the transfer after the event.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return { files: [...transfer.files], unread: [] }
  return join(await Promise.all(entries.map((entry) => filesOf(entry, ''))))
}

function join(parts: readonly Dropped[]): Dropped {
  return { files: parts.flatMap(({ files }) => files), unread: parts.flatMap(({ unread }) => unread) }
}

/** A file without the right to read it, or one that has just gone, must not cost the others. */
async function filesOf(entry: FileSystemEntry, folder: string): Promise<Dropped> {
  try {
    if (isFile(entry)) return { files: [withPath(await readFile(entry), folder)], unread: [] }
    if (!isFolder(entry)) return { files: [], unread: [] }
    const below = `${folder}${entry.name}/`
    return join(await Promise.all((await readFolder(entry)).map((child) => filesOf(child, below))))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return { files: [], unread: [folder + entry.name] }
  }
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
