import { existsSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Makes an empty folder that is removed when the running test ends. Returns its real path. */
export async function makeTempDir(parent = tmpdir()): Promise<string> {
  const folder = await realpath(await mkdtemp(join(parent, 'press-archive-')))
  onTestFinished(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return folder
}

/** As `makeTempDir`, but in memory where the system offers such a place: for tests whose point is not the disk. */
export function makeMemoryDir(): Promise<string> {
  return makeTempDir(existsSync('/dev/shm') ? '/dev/shm' : tmpdir())
}
