import type { ArchiveFolder } from '../folder.ts'

/** One step from a format to the next. */
export interface Migration {
  /** Format that the step begins with; it ends with the next number. */
  readonly from: number
  /** Day on which the step was written, `yyyy-MM-dd`, and what it is for: the name of its file. */
  readonly name: string
  /** Changes the folder. Must do no harm when it is run again after having been broken off. */
  readonly run: (folder: ArchiveFolder) => Promise<void>
}

/** All steps, the oldest first. Format 1 is the first there was. */
export const MIGRATIONS: readonly Migration[] = []
