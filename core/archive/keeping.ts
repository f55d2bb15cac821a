import { join } from 'node:path'
import type { BackupReport } from '../contract/results.ts'
import { isMissing } from '../files/file-system.ts'
import type { ArchiveContext } from './archive-context.ts'
import { backUpArchive } from './backup.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import type { FolderTools } from './folder.ts'
import type { JobOptions } from './in-parallel.ts'

/** What is kept of an archive outside its folder. */
export interface Keeping {
  readonly drafts: Drafts
  readonly backUp: (file: string, options?: JobOptions) => Promise<BackupReport>
  readonly lastBackup: () => Promise<string | null>
}

/** Drafts and the time of the last backup live in the user's private folder. */
export function createKeeping(context: ArchiveContext, tools: FolderTools, privateFolder: string): Keeping {
  const mark = join(privateFolder, context.info.id, 'last-backup')
  return {
    drafts: createDrafts(context, tools, privateFolder),
    async backUp(file, options) {
      const report = await backUpArchive(context, tools, file, options)
      await tools.saver.saveDisposable(mark, Buffer.from(context.clock().toISOString()))
      return report
    },
    async lastBackup() {
      try {
        return new TextDecoder().decode(await tools.system.read(mark))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}
