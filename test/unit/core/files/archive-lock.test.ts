import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { takeArchiveLock } from '../../../../core/files/archive-lock.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const HOLDER = join(import.meta.dirname, '../../../support/processes/lock-holder.ts')

describe('takeArchiveLock', () => {
  it('lets one at a time hold an archive', async () => {
    const root = await makeTempDir()
    const first = await takeArchiveLock(root)
    expect(first).not.toBeNull()
    expect(await takeArchiveLock(root)).toBeNull()
    const other = await takeArchiveLock(await makeTempDir())
    expect(other).not.toBeNull()
    await first?.release()
    const second = await takeArchiveLock(root)
    expect(second).not.toBeNull()
    await Promise.all([second?.release(), other?.release()])
  })

  it('is free again when its process was killed', async () => {
    const root = await makeTempDir()
    const holder = fork(HOLDER, [root])
    onTestFinished(() => void holder.kill('SIGKILL'))
    expect((await once(holder, 'message'))[0]).toBe('held')
    expect(await takeArchiveLock(root)).toBeNull()
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const mine = await takeArchiveLock(root)
    expect(mine).not.toBeNull()
    await mine?.release()
  })

  it('opens a busy archive for reading, and for writing once the other has closed it', async () => {
    const place = await makeArchive()
    const first = await place.open()
    const { id } = await first.createArticle(fieldsWith())
    const second = await place.open()
    expect(second.readOnly).toBe('busy')
    expect((await second.readArticle(id)).id).toBe(id)
    await expect(second.createArticle(fieldsWith())).rejects.toMatchObject({ code: 'read-only' })
    await first.close()
    await second.rescan()
    expect(second.readOnly).toBeNull()
    await second.createArticle(fieldsWith())
    await second.close()
  })
})
