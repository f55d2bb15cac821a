import { randomUUID } from 'node:crypto'
import { AppError } from '../contract/app-error.ts'
import { isMissing, systemCode } from '../files/file-system.ts'
import { saveError } from '../files/save-error.ts'
import type { Language } from '../model/language.ts'
import { formatArchiveInfo, type ArchiveInfo } from './archive-info.ts'
import { createArchiveFolder, createFolderTools, realFolder, type FolderTools } from './folder.ts'
import { ARCHIVE_FILE, ARTICLES_FOLDER, ATTACHMENTS_FOLDER, FORMAT_VERSION } from './layout.ts'

/** What a new archive needs to know. */
export interface CreateArchiveOptions {
  /** Absolute path; the folder is made where it is missing. */
  readonly folder: string
  readonly name: string
  readonly language: Language
  readonly clock: () => Date
  /** Makes a UUID; left out outside tests. */
  readonly newUuid?: () => string
  readonly tools?: FolderTools
}

/** Where the new archive is. */
export interface CreatedArchive {
  readonly id: string
  readonly name: string
  /** The real path. */
  readonly path: string
}

/** Files that systems leave in any folder. */
const IGNORED_FILES = new Set(['desktop.ini', 'thumbs.db', '.ds_store'])

/**
 * @throws AppError `archive-exists` where the folder holds an archive or anything else, `not-a-folder`
 */
export async function requireRoom(tools: FolderTools, folder: string): Promise<void> {
  try {
    const entries = await tools.system.list(folder)
    const foreign = entries.filter((entry) => !IGNORED_FILES.has(entry.name.toLowerCase()))
    if (foreign.some((entry) => entry.name === ARCHIVE_FILE)) {
      throw new AppError('archive-exists', `${folder} is an archive already.`, { folder, reason: 'archive' })
    }
    if (foreign.length > 0) {
      throw new AppError('archive-exists', `${folder} holds other files; an archive needs an empty folder.`, {
        folder,
        reason: 'not-empty',
      })
    }
  } catch (error) {
    if (isMissing(error) && systemCode(error) === 'ENOENT') return
    if (systemCode(error) === 'ENOTDIR') throw new AppError('not-a-folder', `${folder} is not a folder.`, { folder })
    throw saveError(error, 'Looking into', folder)
  }
}

/**
 * Makes an empty archive. `archive.json` is written last, so that a folder made in part is no archive yet.
 *
 * @throws AppError `archive-exists` where the folder holds an archive or anything else
 */
export async function createArchive(options: CreateArchiveOptions): Promise<CreatedArchive> {
  const tools = options.tools ?? createFolderTools()
  await requireRoom(tools, options.folder)
  await tools.saver.makeFolder(options.folder)
  const root = await realFolder(tools.system, options.folder)
  const folder = createArchiveFolder(root, tools)
  await tools.saver.makeFolder(await folder.resolve(ARTICLES_FOLDER))
  await tools.saver.makeFolder(await folder.resolve(ATTACHMENTS_FOLDER))
  const info: ArchiveInfo = {
    id: (options.newUuid ?? randomUUID)(),
    format: FORMAT_VERSION,
    name: options.name,
    language: options.language,
    created: options.clock().toISOString(),
  }
  await folder.save(ARCHIVE_FILE, formatArchiveInfo(info), null)
  return { id: info.id, name: info.name, path: root }
}
