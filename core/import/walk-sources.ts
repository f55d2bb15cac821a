import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/app-error.ts'

/** A file found where the user pointed; with `fault` it is named in the ledger but not read. */
export interface FoundSource {
  readonly path: string
  /** Path below the folder chosen, with `/`, or the bare file name. */
  readonly name: string
  readonly size: number
  readonly modified: Date | null
  readonly fault: AppError | null
  /** Folder with the pictures of a saved web page, or null. */
  readonly pictures: string | null
}

const DEEPEST_FOLDER = 64
const HIDDEN = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/i

function faulty(path: string, name: string, message: string, cause?: unknown): FoundSource {
  const fault = new AppError('unreadable-source', `${name} ${message}`, { source: name }, { cause })
  return { path, name, size: 0, modified: null, fault, pictures: null }
}

/** Folder in which a browser keeps the pictures of the page saved beside it. */
function isPageFolder(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+?)(?:_files|\.files|_файлы|-Dateien|\.fld)$/i.exec(name)?.[1]
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((ending) => siblings.has(`${page}${ending}`))
}

async function walkFolder(path: string, name: string, depth: number, found: FoundSource[]): Promise<void> {
  if (depth > DEEPEST_FOLDER) {
    found.push(faulty(path, name, 'lies too deep in other folders.'))
    return
  }
  let names: readonly string[]
  try {
    names = (await readdir(path)).sort()
  } catch (error) {
    found.push(faulty(path, name, 'is a folder that cannot be opened.', error))
    return
  }
  const siblings = new Set(names)
  for (const child of names) {
    if (HIDDEN.test(child) || isPageFolder(child, siblings)) continue
    await visit(join(path, child), name === '' ? child : `${name}/${child}`, depth + 1, found)
  }
}

/** The folder that a browser saved beside a page, where there is one. */
async function pictureFolder(path: string): Promise<string | null> {
  const page = /^(.+)\.x?html?$/i.exec(path)?.[1]
  if (page === undefined) return null
  for (const ending of ['_files', '.files', '_файлы', '.fld']) {
    const info = await lstat(page + ending).catch(() => null)
    if (info?.isDirectory() === true) return page + ending
  }
  return null
}

async function visit(path: string, name: string, depth: number, found: FoundSource[]): Promise<void> {
  try {
    const info = await lstat(path)
    if (info.isDirectory()) await walkFolder(path, name, depth, found)
    else if (info.isFile())
      found.push({
        path,
        name,
        size: info.size,
        modified: info.mtime,
        fault: null,
        pictures: await pictureFolder(path),
      })
    else
      found.push(faulty(path, name, info.isSymbolicLink() ? 'is a link, which is not followed.' : 'is no plain file.'))
  } catch (error) {
    found.push(faulty(path, name, 'cannot be read.', error))
  }
}

/**
 * Finds the files to import at a path: the file itself, or everything below a folder in the order of names. Hidden files
 * and the picture folders of saved web pages are passed over; links and what cannot be opened come with a fault.
 */
export async function walkSources(path: string, name: string): Promise<readonly FoundSource[]> {
  const found: FoundSource[] = []
  const info = await lstat(path)
  if (info.isDirectory()) await walkFolder(path, '', 0, found)
  else await visit(path, name, 0, found)
  return found
}
