import { archiveCommands } from '../features/archive-health/archive-commands.ts'
import { exportCommands } from '../features/export-pdf/export-commands.ts'
import { importCommands } from '../features/import/import-commands.ts'
import { libraryCommands } from '../features/library/library-commands.ts'
import { reviewCommands } from '../features/review/review-commands.ts'
import { searchCommands } from '../features/search/search-commands.ts'
import { shellCommands } from '../features/shell/shell-commands.ts'
import { tagCommands } from '../features/tags/tag-commands.ts'
import { timelineCommands } from '../features/timeline/timeline-commands.ts'
import type { Command } from './command.ts'

/** Every command of the program. A feature adds its own list here. */
export const COMMANDS: readonly Command[] = [
  ...shellCommands,
  ...reviewCommands,
  ...libraryCommands,
  ...searchCommands,
  ...importCommands,
  ...exportCommands,
  ...timelineCommands,
  ...tagCommands,
  ...archiveCommands,
]

/** The command of an id. Ids are written in code only, so a wrong one is a bug. */
export function commandById(id: string): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id)
  if (command === undefined) throw new Error(`No command ${id}`)
  return command
}
