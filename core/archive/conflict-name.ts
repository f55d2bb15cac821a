import { hostname } from 'node:os'
import { safeName } from '../files/safe-name.ts'
import { timeInName } from './layout.ts'

/** How sync clients and this program name a second version of a file. Only a hint: two files with one id are a conflict anyhow. */
const CONFLICT_PATTERN = /conflicted copy|\(conflict |\.sync-conflict-\d{8}|_CaseConflict_\d|\(\d+\)\.md$| - copy\b/i

/** True for names that look like the second version of a file. */
export function isConflictName(path: string): boolean {
  return CONFLICT_PATTERN.test(path)
}

/**
 * Name for our version of a file that somebody else has changed meanwhile.
 *
 * @example conflictPath('articles/2025/a.md', time) // 'articles/2025/a (conflict DESK-3 20251103T070255120Z).md'
 */
export function conflictPath(path: string, time: Date, computer: string = hostname()): string {
  const stem = path.replace(/\.md$/i, '')
  return `${stem} (conflict ${safeName(computer, 'PC').slice(0, 20)} ${timeInName(time)}).md`
}
