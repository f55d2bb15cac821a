import type { ImportReport, RunningImport } from '../../../core/model/import-report.ts'
import type { HostConnection } from '../../../core/contract/host-api.ts'
import { adoptTask } from '../../state/task-store.ts'

/** What the screen does when a run that it did not begin is found, and when that ends. */
interface Followers {
  readonly onFound: (running: RunningImport) => void
  readonly onEnd: (report: ImportReport) => void
}

/** Time between two looks, in milliseconds: whether the run still goes on. Its progress comes as events. */
const LOOK_MS = 500

/**
 * Follows the run that was going on when the screen came up: the window was loaded anew, or the screen was left. The status
 * bar shows it to its end, even when the screen is left again.
 */
export async function followRunning(
  request: HostConnection['request'],
  signal: AbortSignal,
  { onFound, onEnd }: Followers,
): Promise<void> {
  const isLeft = (): boolean => signal.aborted
  const found = await request('import.running', {})
  if (found?.task == null || isLeft()) return
  const { batch, task, done, total, current } = found
  const drop = adoptTask(task, 'import.running', { task, done, total, current })
  onFound(found)
  try {
    let now: RunningImport | null
    do {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      now = await request('import.running', {})
    } while (now?.batch === batch)
  } finally {
    drop()
  }
  const report = await request('import.report', { batch })
  if (!isLeft()) onEnd(report)
}
