import type { BackupReport } from '../contract/results.ts'
import { reportOf } from './backup.ts'
import { damagedBackup } from './backup-manifest.ts'
import { requireRoom } from './create-archive.ts'
import { createArchiveFolder, createFolderTools, realFolder, type FolderTools } from './folder.ts'
import type { JobOptions } from './in-parallel.ts'
import { ARCHIVE_FILE } from './layout.ts'
import { readBackup, readManifest } from './read-backup.ts'

/** What is restored where. */
export interface RestoreOptions extends JobOptions {
  /** The backup's zip file. */
  readonly file: string
  /** Absolute path of a folder that is empty or does not exist yet. */
  readonly folder: string
  readonly tools?: FolderTools
}

/**
 * Makes an archive of a backup in a new place, every file checked against the manifest, saved safely and read back.
 * `archive.json` comes last, so that a restore that was broken off leaves no archive behind.
 *
 * @throws AppError `archive-exists`, `backup-damaged`, `unsafe-name`, `disk-full`, `cancelled`
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupReport> {
  const tools = options.tools ?? createFolderTools()
  await requireRoom(tools, options.folder)
  const manifest = await readManifest(options.file)
  if (!manifest.files.some(({ path }) => path === ARCHIVE_FILE)) throw damagedBackup('it has no archive.json.')
  await tools.saver.makeFolder(options.folder)
  const folder = createArchiveFolder(await realFolder(tools.system, options.folder), tools)
  const last: Uint8Array[] = []
  await readBackup(
    options.file,
    manifest,
    async ({ path }, bytes) => {
      if (path === ARCHIVE_FILE) last.push(bytes)
      else await folder.save(path, bytes, null)
    },
    options,
  )
  for (const bytes of last) await folder.save(ARCHIVE_FILE, bytes, null)
  return reportOf(folder.root, manifest)
}
