import type { ErrorCode } from '../core/contract/app-error.ts'

/** What the program tells the shell when it ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, partly: 3, busy: 4, noArchive: 5, damaged: 6 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const BY_ERROR: ReadonlyMap<ErrorCode, ExitCode> = new Map([
  ['bad-request', EXIT.usage],
  ['bad-date', EXIT.usage],
  ['needs-confirmation', EXIT.usage],
  ['archive-busy', EXIT.busy],
  ['no-archive', EXIT.noArchive],
  ['not-a-folder', EXIT.noArchive],
  ['archive-damaged', EXIT.damaged],
  ['archive-offline', EXIT.damaged],
])

/** The exit code of an expected failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return BY_ERROR.get(code) ?? EXIT.failed
}
