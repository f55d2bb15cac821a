import { join } from 'node:path'
import { AppError, isAppError } from '../contract/app-error.ts'
import type { ArchiveClient } from '../contract/archive-api.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import type { Language } from '../model/language.ts'

/** What the user asked for when starting the program. */
export interface StartChoice {
  /** Folder of the archive to open, or null for the one opened last. */
  readonly archive: string | null
  /** True: open nothing, so that the first-run screen shows. */
  readonly firstRun: boolean
  /** Language of a sample archive made at the very first start. */
  readonly language: Language
  readonly documentsFolder: string
}

const SAMPLE_NAME = 'Press Archive sample'
const MOST_SAMPLES = 9

/**
 * Opens the archive that the program starts with: the one named, else the one opened last, else, when this user never
 * had one, a new sample archive in the documents folder. Returns null where the first-run screen is to be shown: when it
 * was asked for, or when the last archive cannot be opened now.
 *
 * @throws AppError when the archive that the user named cannot be opened.
 */
export async function openAtStart(client: ArchiveClient, choice: StartChoice): Promise<ArchiveSummary | null> {
  if (choice.archive !== null) return client('workspace.open', { folder: choice.archive })
  if (choice.firstRun) return null
  const status = await client('workspace.status', {})
  if (status.archive !== null) return status.archive
  const [last] = status.recent
  if (last === undefined) return openSample(client, choice)
  try {
    return await client('workspace.open', { folder: last.path })
  } catch (error) {
    // The screen that shows instead lists the archives known and says what is wrong with the one chosen there.
    if (error instanceof AppError) return null
    throw error
  }
}

async function openSample(client: ArchiveClient, choice: StartChoice): Promise<ArchiveSummary> {
  await client('settings.write', { language: choice.language })
  for (let number = 1; ; number += 1) {
    const folder = join(choice.documentsFolder, number === 1 ? SAMPLE_NAME : `${SAMPLE_NAME} ${number}`)
    try {
      return await client('workspace.createSample', { folder, language: choice.language })
    } catch (error) {
      if (!isAppError(error, 'archive-exists') || number === MOST_SAMPLES) throw error
    }
    const found = await client('workspace.open', { folder }).catch((error: unknown) => {
      if (error instanceof AppError) return null
      throw error
    })
    if (found !== null) return found
  }
}
