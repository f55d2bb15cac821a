import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Makes an empty folder that is removed when the running test ends. Returns its real path. */
export async function makeTempDir(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-')))
  onTestFinished(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return folder
}
