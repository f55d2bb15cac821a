import { join } from 'node:path'
import { isMissing, type FileInfo, type FileSystem, type FolderEntry } from './file-system.ts'

/** One file found in a folder tree. */
export interface WalkedFile {
  /** Relative to the root of the walk, segments parted by `/`, letter for letter as the system gave them. */
  readonly path: string
  readonly info: FileInfo
}

/** What a walk found. */
export interface WalkResult {
  readonly files: readonly WalkedFile[]
  /** Links and devices: they are never followed. */
  readonly refused: readonly string[]
  /** Hidden files whose name ends in `.tmp`: left over from saves. */
  readonly temporaries: readonly WalkedFile[]
}

/** A tree deeper than this is a mistake or an attack. */
const DEEPEST = 20

interface Found {
  readonly files: WalkedFile[]
  readonly refused: string[]
  readonly temporaries: WalkedFile[]
}

/** Each folder stands for itself: one that vanishes during the walk must not hide the others. */
async function listIfPresent(system: FileSystem, path: string): Promise<readonly FolderEntry[]> {
  try {
    return await system.list(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function lookAt(
  system: FileSystem,
  root: string,
  folder: string,
  names: readonly string[],
  into: WalkedFile[],
): Promise<void> {
  const infos = await system.infos(join(root, folder), names)
  for (const [place, name] of names.entries()) {
    const info = infos[place]
    if (info?.kind === 'file') into.push({ path: `${folder}/${name}`, info })
  }
}

async function walkInto(system: FileSystem, root: string, folder: string, depth: number, found: Found): Promise<void> {
  const entries = await listIfPresent(system, join(root, folder))
  const names = (wanted: (entry: FolderEntry) => boolean) => entries.filter(wanted).map((entry) => entry.name)
  const hidden = (name: string) => name.startsWith('.')
  await lookAt(
    system,
    root,
    folder,
    names((entry) => entry.kind === 'file' && !hidden(entry.name)),
    found.files,
  )
  await lookAt(
    system,
    root,
    folder,
    names((entry) => entry.kind === 'file' && hidden(entry.name) && entry.name.endsWith('.tmp')),
    found.temporaries,
  )
  for (const entry of entries) {
    if (entry.kind === 'link' || entry.kind === 'other') found.refused.push(`${folder}/${entry.name}`)
    if (entry.kind !== 'folder' || hidden(entry.name)) continue
    if (depth >= DEEPEST) found.refused.push(`${folder}/${entry.name}`)
    else await walkInto(system, root, `${folder}/${entry.name}`, depth + 1, found)
  }
}

/**
 * Lists all files below `folder` (relative to `root`) with what the system says of them; nothing is opened. Hidden
 * names are passed over. A missing folder has no files.
 */
export async function walk(system: FileSystem, root: string, folder: string): Promise<WalkResult> {
  const found: Found = { files: [], refused: [], temporaries: [] }
  await walkInto(system, root, folder, 0, found)
  return found
}
