import { realpath } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { DoorCore } from '../../../../core/processes/door.ts'
import { joinFirstProcess } from '../../../../core/processes/door-client.ts'
import { createDoorKeeper } from '../../../../core/processes/door-keeper.ts'
import { createTestLog } from '../../../support/archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const CORE: DoorCore = {
  dispatch: (name) => Promise.resolve({ ok: true, value: { asked: name } }),
  subscribe: () => () => undefined,
  intake: { addPath: () => Promise.resolve([]) },
  documents: { copyTo: () => Promise.resolve() },
}

async function keep(isWriter: () => boolean) {
  const privateFolder = await makeTempDir()
  const archive = await realpath(await makeTempDir())
  const log = createTestLog()
  const keeper = createDoorKeeper({ core: CORE, privateFolder, isWriter, log })
  onTestFinished(() => keeper.close())
  /** What another process finds; the keeper opens in the background. */
  const knock = async (): Promise<boolean> => {
    const joined = await joinFirstProcess(privateFolder, archive)
    joined?.close()
    return joined !== null
  }
  const open = (): void => keeper.follow({ name: 'workspace.changed', value: { path: archive } })
  return { keeper, archive, log, knock, open }
}

it('opens a door while this process is the writer of the archive, and closes it with the archive', async () => {
  const { keeper, log, knock, open } = await keep(() => true)
  expect(await knock()).toBe(false)
  open()
  await expect.poll(knock).toBe(true)
  keeper.follow({ name: 'workspace.changed', value: { path: null } })
  await expect.poll(knock).toBe(false)
  expect(log.lines).toEqual([])
})

it('opens none where another process is the writer', async () => {
  let asked = 0
  const { keeper, knock, open } = await keep(() => {
    asked += 1
    return false
  })
  open()
  await expect.poll(() => asked).toBe(1)
  // Closing waits for what was begun.
  await keeper.close()
  expect(await knock()).toBe(false)
})

it('opens one as soon as this process becomes the writer, and no second one', async () => {
  let isWriter = false
  const { keeper, log, knock, open } = await keep(() => isWriter)
  open()
  keeper.follow({ name: 'archive.changed', value: { articles: [] } })
  expect(await knock()).toBe(false)
  isWriter = true
  // Articles that changed say nothing of who writes.
  keeper.follow({ name: 'archive.changed', value: { articles: null } })
  expect(await knock()).toBe(false)
  keeper.follow({ name: 'archive.changed', value: { articles: [] } })
  await expect.poll(knock).toBe(true)
  keeper.follow({ name: 'archive.changed', value: { articles: [] } })
  await keeper.close()
  expect(await knock()).toBe(false)
  expect(log.lines).toEqual([])
})
