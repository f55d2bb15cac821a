import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodeFileSystem } from '../../../../core/files/node-file-system.ts'
import { createSafeSave, parseTemporaryName } from '../../../../core/files/safe-save.ts'
import { sha256 } from '../../../../core/files/sha256.ts'
import type { FileSystem } from '../../../../core/files/file-system.ts'
import { createSimulatedDisk, systemFailure } from '../../../support/simulated-disk.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const waits: number[] = []
const saverOn = (system: FileSystem) =>
  createSafeSave({
    system,
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
  })
const text = (content: string) => Buffer.from(content)

describe('saveFile', () => {
  it('writes a new file and replaces it by its version', async () => {
    const path = join(await makeTempDir(), 'a/b/file.md')
    const saver = saverOn(nodeFileSystem)
    const version = await saver.saveFile({ path, bytes: text('one'), replaces: null })
    expect(version).toBe(sha256('one'))
    await saver.saveFile({ path, bytes: text('two'), replaces: version })
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readdir(join(path, '..'))).toEqual(['file.md'])
  })

  it('refuses when the file is not the one that was read', async () => {
    const path = join(await makeTempDir(), 'file.md')
    const saver = saverOn(nodeFileSystem)
    await writeFile(path, 'theirs')
    for (const replaces of [null, sha256('mine')]) {
      await expect(saver.saveFile({ path, bytes: text('x'), replaces })).rejects.toMatchObject({
        code: 'version-conflict',
      })
    }
    await rm(path)
    await expect(saver.saveFile({ path, bytes: text('x'), replaces: sha256('theirs') })).rejects.toMatchObject({
      code: 'version-conflict',
    })
  })

  it('notices a file that changes while it is being saved', async () => {
    const disk = createSimulatedDisk()
    const saver = saverOn(disk.system)
    await saver.saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    disk.onCall = (call) => {
      if (call === 'sync') disk.overwrite('/f.md', text('theirs'))
    }
    const mine = saver.saveFile({ path: '/f.md', bytes: text('mine'), replaces: sha256('one') })
    await expect(mine).rejects.toMatchObject({ code: 'version-conflict' })
    expect(new Map([...disk.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(
      new Map([['/f.md', 'theirs']]),
    )
  })

  it('waits for the disk before the new name and after it, and for new folders', async () => {
    const disk = createSimulatedDisk()
    const saver = saverOn(disk.system)
    const calls: string[] = []
    disk.onCall = (call, path) => {
      const shown = path.replace(/\/\.[^/]*\.tmp$/, '/*')
      if (['sync', 'rename', 'syncFolder', 'makeFolder'].includes(call)) calls.push(`${call} ${shown}`)
    }
    await saver.saveFile({ path: '/f/a.md', bytes: text('one'), replaces: null })
    expect(calls.splice(0)).toEqual(['makeFolder /f', 'syncFolder /', 'sync /f/*', 'rename /f/*', 'syncFolder /f'])
    await saver.move('/f/a.md', '/b.md')
    expect(calls.slice(calls.indexOf('rename /f/a.md'))).toEqual(['rename /f/a.md', 'syncFolder /', 'syncFolder /f'])
  })

  it('goes on after writes that took only a part', async () => {
    const disk = createSimulatedDisk()
    disk.takenByWrite = (length) => Math.min(2, length)
    await saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('seven..'), replaces: null })
    expect(Buffer.from(disk.files().get('/f.md') ?? []).toString()).toBe('seven..')
  })

  it('keeps the old file when the disk took less than it said', async () => {
    const disk = createSimulatedDisk()
    await saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    const lying: FileSystem = {
      ...disk.system,
      create: async (path) => {
        const file = await disk.system.create(path)
        return { ...file, write: async (bytes, at) => file.write(bytes.subarray(0, 2), at).then(() => bytes.length) }
      },
    }
    const save = saverOn(lying).saveFile({ path: '/f.md', bytes: text('second'), replaces: sha256('one') })
    await expect(save).rejects.toMatchObject({ code: 'save-failed' })
    expect(Buffer.from(disk.files().get('/f.md') ?? []).toString()).toBe('one')
  })

  it('says so when what is read back is not what was written', async () => {
    const disk = createSimulatedDisk()
    disk.onCall = (call) => {
      if (call === 'syncFolder' && disk.files().has('/f.md')) disk.overwrite('/f.md', text('onf'))
    }
    const save = saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    await expect(save).rejects.toMatchObject({ code: 'save-failed' })
  })

  it('waits for a file that another program holds, up to five seconds', async () => {
    const disk = createSimulatedDisk()
    let held = 3
    disk.onCall = (call) => {
      if (call !== 'rename' || held === 0) return
      held -= 1
      throw systemFailure('EBUSY')
    }
    await saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    held = Infinity
    waits.length = 0
    const save = saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('two'), replaces: sha256('one') })
    await expect(save).rejects.toMatchObject({ code: 'save-failed' })
    const total = waits.reduce((sum, wait) => sum + wait, 0)
    expect(total).toBeGreaterThan(3_500)
    expect(total).toBeLessThan(6_500)
    expect(Buffer.from(disk.files().get('/f.md') ?? []).toString()).toBe('one')
  })

  it('takes a placeholder of a sync client for unavailable, not for empty', async () => {
    const disk = createSimulatedDisk()
    const saver = saverOn(disk.system)
    await saver.saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    const hollow: FileSystem = { ...disk.system, read: () => Promise.resolve(new Uint8Array()) }
    const save = saverOn(hollow).saveFile({ path: '/f.md', bytes: text('two'), replaces: sha256('') })
    await expect(save).rejects.toMatchObject({ code: 'file-unavailable' })
  })

  it('keeps the old version before the new one stands in its place', async () => {
    const disk = createSimulatedDisk()
    const saver = saverOn(disk.system)
    await saver.saveFile({ path: '/f.md', bytes: text('one'), replaces: null })
    const failing = saver.saveFile({
      path: '/f.md',
      bytes: text('two'),
      replaces: sha256('one'),
      keepOld: () => Promise.reject(systemFailure('ENOSPC')),
    })
    await expect(failing).rejects.toMatchObject({ code: 'disk-full' })
    expect(Buffer.from(disk.files().get('/f.md') ?? []).toString()).toBe('one')
  })

  it('leaves the old file whole where the real disk allows no more bytes', async () => {
    const folder = await makeTempDir()
    const script = join(import.meta.dirname, '../../../support/processes/save-large.ts')
    await writeFile(join(folder, 'f.bin'), 'old')
    const { stdout } = spawnSync(
      'bash',
      ['-c', `ulimit -f 64; exec "${process.execPath}" "${script}" "${folder}/f.bin" 200000`],
      { encoding: 'utf8' },
    )
    expect(stdout.trim()).toBe('disk-full')
    expect(await readFile(join(folder, 'f.bin'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['f.bin'])
  })

  it('leaves the old file whole on a full disk of one megabyte', async ({ skip }) => {
    const folder = await makeTempDir()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      skip('This user may not mount a small disk.')
    }
    onTestFinished(() => void execFileSync('umount', [folder]))
    const saver = saverOn(nodeFileSystem)
    const path = join(folder, 'f.bin')
    const version = await saver.saveFile({ path, bytes: Buffer.alloc(600_000, 'a'), replaces: null })
    const save = saver.saveFile({ path, bytes: Buffer.alloc(600_000, 'b'), replaces: version })
    await expect(save).rejects.toMatchObject({ code: 'disk-full' })
    expect(sha256(await readFile(path))).toBe(version)
    expect(await readdir(folder)).toEqual(['f.bin'])
  })

  it('reports a folder that vanished or takes no files', async () => {
    const folder = await makeTempDir()
    const saver = saverOn(nodeFileSystem)
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'blocked'), 'a file where a folder should be')
    await expect(
      saver.saveFile({ path: join(folder, 'blocked/f.md'), bytes: text('x'), replaces: null }),
    ).rejects.toMatchObject({ name: 'AppError' })
    if (process.getuid?.() === 0) return
    await chmod(join(folder, 'a'), 0o500)
    await expect(
      saver.saveFile({ path: join(folder, 'a/f.md'), bytes: text('x'), replaces: null }),
    ).rejects.toMatchObject({ code: 'save-failed' })
  })
})

describe('makeFolder', () => {
  it('gives up above a link to a drive that is gone', async () => {
    const folder = await makeTempDir()
    await symlink(join(folder, 'no-such-drive'), join(folder, 'cache'))
    let tries = 0
    const system: FileSystem = {
      ...nodeFileSystem,
      makeFolder: (path) => {
        tries += 1
        return tries > 20 ? Promise.reject(systemFailure('EPERM')) : nodeFileSystem.makeFolder(path)
      },
    }
    await expect(saverOn(system).makeFolder(join(folder, 'cache/a/b'))).rejects.toMatchObject({
      code: 'save-failed',
      details: { system: 'ENOENT' },
    })
  })
})

describe('move', () => {
  it('never replaces anything', async () => {
    const folder = await makeTempDir()
    await writeFile(join(folder, 'a'), 'a')
    await writeFile(join(folder, 'b'), 'b')
    await expect(saverOn(nodeFileSystem).move(join(folder, 'a'), join(folder, 'b'))).rejects.toMatchObject({
      code: 'version-conflict',
    })
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('b')
  })
})

describe('parseTemporaryName', () => {
  it('knows its own temporaries and nobody else’s', async () => {
    const disk = createSimulatedDisk()
    const names: string[] = []
    disk.onCall = (call, path) => {
      if (call === 'create') names.push(path.slice(1))
    }
    await saverOn(disk.system).saveFile({ path: '/f.md', bytes: text('x'), replaces: null })
    expect(parseTemporaryName(names[0] ?? '')).toEqual({ process: process.pid, thisComputer: true })
    for (const name of ['f.tmp', '.f.tmp', '.f.12-abc.tmp', 'x.1-0123456789abcdef.tmp'])
      expect(parseTemporaryName(name)).toBeNull()
  })
})
