import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { HostCore } from '../../core/contract/host-core.ts'
import type { Log } from '../../core/contract/log.ts'
import { createCore } from '../../core/create-core.ts'
import { makeTempDir } from './temp-dir.ts'

/** A log that keeps faults, so that a test can assert that there were none. */
export interface KeptLog extends Log {
  readonly faults: readonly string[]
}

/** Makes one. */
export function createKeptLog(): KeptLog {
  const faults: string[] = []
  return {
    faults,
    info: () => undefined,
    warn: () => undefined,
    error: (message, error) => faults.push(`${message}: ${String(error)}`),
  }
}

/** A real core in folders of its own; both end with the running test. */
export interface CoreUnderTest {
  readonly core: HostCore
  readonly log: KeptLog
  /** A folder for archives and other files. */
  readonly folder: string
}

/** Starts one, with searches that wait for the index. */
export async function startCore(): Promise<CoreUnderTest> {
  const folder = await makeTempDir()
  const log = createKeptLog()
  const core = await createCore({
    configFolder: join(folder, 'config'),
    cacheFolder: join(folder, 'cache'),
    privateFolder: join(folder, 'private'),
    documentsFolder: join(folder, 'documents'),
    clock: () => new Date(),
    log,
    waitForIndex: true,
  })
  onTestFinished(() => core.close())
  return { core, log, folder }
}
