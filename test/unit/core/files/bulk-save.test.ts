import { describe, expect, it } from 'vitest'
import { createBulkSave, type BulkSave } from '../../../../core/files/bulk-save.ts'
import type { FileSystem } from '../../../../core/files/file-system.ts'
import { sha256 } from '../../../../core/files/sha256.ts'
import { createSimulatedDisk, systemFailure, type SimulatedDisk } from '../../../support/simulated-disk.ts'

const text = (content: string) => Buffer.from(content)
const saverOn = (system: FileSystem): BulkSave => createBulkSave({ system, wait: () => Promise.resolve() })

async function diskWith(files: Readonly<Record<string, string>>): Promise<SimulatedDisk> {
  const disk = createSimulatedDisk()
  const list = Object.entries(files).map(([path, content]) => ({ path, bytes: text(content) }))
  await saverOn(disk.system).saveNew(list)
  return disk
}

function contents(disk: SimulatedDisk): Readonly<Record<string, string>> {
  return Object.fromEntries([...disk.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))
}

/** Keeps the calls that wait for the disk or change names, temporaries shown as `*`. */
function watchCalls(disk: SimulatedDisk): readonly string[] {
  const calls: string[] = []
  disk.onCall = (call, path) => {
    const shown = path.replace(/\/\.[^/]*\.tmp$/, '/*')
    if (['sync', 'rename', 'syncFolder', 'makeFolder'].includes(call)) calls.push(`${call} ${shown}`)
  }
  return calls
}

const change = (path: string, from: string, to: string) => ({ path, bytes: text(to), replaces: sha256(from) })

describe('replaceMany', () => {
  it('leaves a file alone that is not the one that was read, and replaces the others', async () => {
    const disk = await diskWith({ '/a': 'theirs', '/b': 'old' })
    const outcomes = await saverOn(disk.system).replaceMany([change('/a', 'mine', 'new'), change('/b', 'old', 'new')])
    expect(outcomes[0]).toMatchObject({ done: false, error: { code: 'version-conflict' } })
    expect(outcomes[1]).toEqual({ done: true, value: sha256('new') })
    expect(contents(disk)).toEqual({ '/a': 'theirs', '/b': 'new' })
  })

  it('leaves the old file whole and no temporary where the disk took fewer bytes', async () => {
    const disk = await diskWith({ '/a': 'old' })
    disk.takenByWrite = (length) => (length > 1 ? 1 : 0)
    const [outcome] = await saverOn(disk.system).replaceMany([change('/a', 'old', 'new text')])
    expect(outcome).toMatchObject({ done: false, error: { code: 'save-failed' } })
    expect(contents(disk)).toEqual({ '/a': 'old' })
  })

  it('says so where what is read back is not what was written', async () => {
    const disk = await diskWith({ '/a': 'old' })
    let isReplaced = false
    disk.onCall = (call) => {
      if (call === 'read' && isReplaced) disk.overwrite('/a', text('nex'))
      if (call === 'rename') isReplaced = true
    }
    const [outcome] = await saverOn(disk.system).replaceMany([change('/a', 'old', 'new')])
    expect(outcome).toMatchObject({ done: false, error: { code: 'save-failed' } })
  })

  it('waits for a file that another program holds', async () => {
    const disk = await diskWith({ '/a': 'old' })
    let held = 2
    disk.onCall = (call) => {
      if (call !== 'rename' || held === 0) return
      held -= 1
      throw systemFailure('EBUSY')
    }
    expect(await saverOn(disk.system).replaceMany([change('/a', 'old', 'new')])).toMatchObject([{ done: true }])
    expect(contents(disk)).toEqual({ '/a': 'new' })
  })
})

describe('saveNew', () => {
  it('waits for contents before it gives names, and for the names before it answers', async () => {
    const disk = createSimulatedDisk()
    const calls = watchCalls(disk)
    await saverOn(disk.system).saveNew([
      { path: '/f/a', bytes: text('one') },
      { path: '/f/b', bytes: text('two') },
    ])
    expect(calls).toEqual([
      'makeFolder /f',
      'syncFolder /',
      'sync /f/*',
      'sync /f/*',
      'rename /f/*',
      'rename /f/*',
      'syncFolder /f',
    ])
    expect(contents(disk)).toEqual({ '/f/a': 'one', '/f/b': 'two' })
  })

  it('takes no place that is taken, be it by a file or by another of its own', async () => {
    const disk = await diskWith({ '/a': 'theirs' })
    const outcomes = await saverOn(disk.system).saveNew([
      { path: '/a', bytes: text('mine') },
      { path: '/b', bytes: text('first') },
      { path: '/b', bytes: text('second') },
    ])
    expect(outcomes.map(({ done }) => done)).toEqual([false, true, false])
    expect(contents(disk)).toEqual({ '/a': 'theirs', '/b': 'first' })
  })
})

describe('grow', () => {
  it('gives the file its name when its content is on the disk, and waits for the name', async () => {
    const disk = createSimulatedDisk()
    const file = await saverOn(disk.system).grow('/f.txt')
    const calls = watchCalls(disk)
    expect([await file.append(text('one')), await file.append(text('two'))]).toEqual([0, 3])
    await file.finish()
    expect(calls).toEqual(['sync /*', 'rename /*', 'syncFolder /'])
    expect(contents(disk)).toEqual({ '/f.txt': 'onetwo' })
  })

  it('goes on after a write that took only a part', async () => {
    const disk = createSimulatedDisk()
    disk.takenByWrite = (length) => Math.min(2, length)
    const file = await saverOn(disk.system).grow('/f.txt')
    await file.append(text('seven..'))
    await file.finish()
    expect(contents(disk)).toEqual({ '/f.txt': 'seven..' })
  })

  it('gives no name where fewer bytes arrived than were written', async () => {
    const disk = createSimulatedDisk()
    const lying: FileSystem = {
      ...disk.system,
      create: async (path) => ({ ...(await disk.system.create(path)), size: () => Promise.resolve(3) }),
    }
    const file = await saverOn(lying).grow('/f.txt')
    await file.append(text('seven..'))
    await expect(file.finish()).rejects.toMatchObject({ code: 'save-failed' })
    await file.discard()
    expect(contents(disk)).toEqual({})
  })
})

it('waits for each file and each folder of an act', async () => {
  const disk = await diskWith({ '/f/a': 'one', '/g/b': 'two' })
  const calls = watchCalls(disk)
  await saverOn(disk.system).settle(['/f/a', '/g/b', '/g/gone'])
  expect(calls).toEqual(['sync /f/a', 'sync /g/b', 'sync /g/gone', 'syncFolder /f', 'syncFolder /g'])
  disk.onCall = (call) => {
    if (call === 'sync') throw systemFailure('EIO')
  }
  await expect(saverOn(disk.system).settle(['/f/a'])).rejects.toMatchObject({ code: 'save-failed' })
})
