import { AppError } from '../contract/app-error.ts'
import { parseArchiveInfo, type ArchiveInfo } from './archive-info.ts'
import { createArchiveFolder, createFolderTools, realFolder, type FolderTools } from './folder.ts'
import { ARCHIVE_FILE } from './layout.ts'

/** Where an archive really lies, and what its `archive.json` says. */
export interface FoundArchive {
  /** The folder without symbolic links. */
  readonly root: string
  readonly info: ArchiveInfo
}

/**
 * Looks what archive is in a folder, without opening it.
 *
 * @throws AppError `not-a-folder`, `no-archive`, `archive-damaged`, `archive-offline`
 */
export async function readArchiveInfo(folder: string, tools: FolderTools = createFolderTools()): Promise<FoundArchive> {
  const root = await realFolder(tools.system, folder)
  const file = await createArchiveFolder(root, tools).readIfPresent(ARCHIVE_FILE)
  if (file === null) throw new AppError('no-archive', `${folder} is no archive.`, { folder })
  return { root, info: parseArchiveInfo(file.bytes) }
}
