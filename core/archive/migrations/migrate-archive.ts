import { dirname, join } from 'node:path'
import { AppError } from '../../contract/app-error.ts'
import { formatArchiveInfo, parseArchiveInfo, type ArchiveInfo } from '../archive-info.ts'
import type { ArchiveFolder } from '../folder.ts'
import { ARCHIVE_FILE, FORMAT_VERSION, timeInName } from '../layout.ts'
import { MIGRATIONS, type Migration } from './migration.ts'

/** What a migration is given. */
export interface MigrateOptions {
  readonly clock: () => Date
  /** Writes a backup to the file named; nothing is changed before it has succeeded. */
  readonly backUp: (file: string) => Promise<unknown>
  readonly migrations?: readonly Migration[]
  readonly target?: number
}

async function raiseFormat(folder: ArchiveFolder, format: number): Promise<void> {
  const { bytes, version } = await folder.read(ARCHIVE_FILE)
  await folder.save(ARCHIVE_FILE, formatArchiveInfo({ ...parseArchiveInfo(bytes), format }), version)
}

/**
 * Brings an archive of an older format to the present one, step by step, after a backup beside its folder. A step that
 * fails leaves the format as it was, so that the next start tries it again.
 *
 * @throws AppError `archive-damaged` where no step leads on; what the backup throws
 */
export async function migrateArchive(
  folder: ArchiveFolder,
  info: ArchiveInfo,
  options: MigrateOptions,
): Promise<ArchiveInfo> {
  const { migrations = MIGRATIONS, target = FORMAT_VERSION } = options
  if (info.format >= target) return info
  const time = timeInName(options.clock())
  await options.backUp(join(dirname(folder.root), `${info.id} before format ${String(target)} ${time}.zip`))
  let { format } = info
  while (format < target) {
    const step = migrations.find((migration) => migration.from === format)
    if (!step) {
      throw new AppError('archive-damaged', `No step leads from format ${String(format)} to ${String(target)}.`, {
        format,
        target,
      })
    }
    await step.run(folder)
    format += 1
    await raiseFormat(folder, format)
  }
  return { ...info, format }
}
