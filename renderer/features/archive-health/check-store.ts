import { create } from 'zustand'
import type { VerifyReport } from '../../../core/contract/results.ts'

/** How a check of an archive ended. */
export interface CheckResult {
  /** Id of the archive: a check of another one says nothing about it. */
  readonly archive: string
  readonly report: VerifyReport
  /** Milliseconds since 1970. */
  readonly at: number
}

interface CheckState {
  readonly last: CheckResult | null
}

/** The last check of this window, so that it is still there when the user comes back to the screen. */
export const useCheckStore = create<CheckState>(() => ({ last: null }))

/** Keeps how a check ended. */
export function noteCheck(last: CheckResult): void {
  useCheckStore.setState({ last })
}
