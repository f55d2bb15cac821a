import { link, mkdir, readdir, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../../core/files/node-file-system.ts'
import { checkRelativePath, isInside, resolveInside, resolveManyInside } from '../../../../core/files/safe-path.ts'
import { isAppError } from '../../../../core/contract/app-error.ts'
import { hostileNames } from '../../../support/hostile-names.ts'
import { systemFailure } from '../../../support/simulated-disk.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const resolvedOrRefused = async (root: string, name: string): Promise<string | null> => {
  try {
    return await resolveInside(nodeFileSystem, root, name)
  } catch (error) {
    if (isAppError(error, 'unsafe-name')) return null
    // A name longer than the disk allows is no way out either.
    if (error instanceof Error && 'code' in error && error.code === 'ENAMETOOLONG') return null
    throw error
  }
}

describe('resolveInside', () => {
  it('leads no hostile name out of the archive', async () => {
    const root = await makeTempDir()
    let refused = 0
    for (const name of hostileNames()) {
      const path = await resolvedOrRefused(root, name)
      if (path === null) refused += 1
      else expect(isInside(root, path), JSON.stringify(name)).toBe(true)
    }
    expect(hostileNames().length).toBeGreaterThan(500)
    expect(refused).toBeGreaterThan(300)
  })

  it('takes ordinary names in all three alphabets', () => {
    for (const name of [
      'tags.yaml',
      'articles/2025/2025-10-31-forum-1jbg3x6w.md',
      'attachments/1jbg3x6w/Қаулы (көшірме).docx',
    ]) {
      expect(checkRelativePath(name)).toBe(name)
    }
  })

  it('refuses the names that operating systems and sync clients keep for themselves', async () => {
    const root = await makeTempDir()
    for (const name of [
      'NUL',
      'articles/con.md',
      'attachments/x/COM1.pdf',
      'lpt9.md',
      'desktop.ini',
      'a/_vti_',
      'x/.lock',
    ])
      expect(await resolvedOrRefused(root, name), name).toBeNull()
  })

  it('refuses links on the way, links at the end, and files with a second name', async () => {
    const [root, outside] = [await makeTempDir(), await makeTempDir()]
    await writeFile(join(outside, 'secret.md'), 'secret')
    await mkdir(join(root, 'articles'))
    await symlink(outside, join(root, 'articles/linked'))
    await symlink(join(outside, 'secret.md'), join(root, 'articles/a.md'))
    await link(join(outside, 'secret.md'), join(root, 'articles/b.md'))
    await symlink(join(root, 'articles'), join(root, 'inner'))
    for (const name of [
      'articles/linked/secret.md',
      'articles/linked/new/deep.md',
      'articles/a.md',
      'articles/b.md',
      'inner/x.md',
    ]) {
      expect(await resolvedOrRefused(root, name), name).toBeNull()
    }
  })

  it('refuses a link that leads back up into the archive, for one file would have two names', async () => {
    const root = await makeTempDir()
    await mkdir(join(root, 'articles'))
    await symlink('..', join(root, 'articles/up'))
    await symlink('.', join(root, 'articles/here'))
    for (const name of ['articles/up/tags.yaml', 'articles/here/a.md', 'articles/up/new/a.md'])
      expect(await resolvedOrRefused(root, name), name).toBeNull()
  })

  it('refuses a link to a drive that is gone, at once and below it', async () => {
    const root = await makeTempDir()
    await symlink(join(root, '../no-such-drive'), join(root, 'attachments'))
    for (const name of ['attachments', 'attachments/a.pdf', 'attachments/1jbg3x6w/a.pdf'])
      expect(await resolvedOrRefused(root, name), name).toBeNull()
  })

  it('takes folders that are not there yet', async () => {
    const root = await makeTempDir()
    expect(await resolvedOrRefused(root, 'articles/2026/a.md')).toBe(join(root, 'articles/2026/a.md'))
  })

  it('is not led out when a folder is swapped for a link again and again', async () => {
    const [root, outside] = [await makeTempDir(), await makeTempDir()]
    await writeFile(join(outside, 'x.md'), 'outside')
    await mkdir(join(root, 'a'))
    await writeFile(join(root, 'a/x.md'), 'inside')
    for (let race = 0; race < 200; race += 1) {
      const swapping = (async () => {
        await rename(join(root, 'a'), join(root, 'b'))
        await symlink(outside, join(root, 'a'))
        await rm(join(root, 'a'))
        await rename(join(root, 'b'), join(root, 'a'))
      })()
      const path = await resolvedOrRefused(root, 'a/x.md')
      await swapping
      if (path !== null) expect(await realpath(path)).toBe(join(root, 'a/x.md'))
    }
    expect(await readdir(outside)).toEqual(['x.md'])
  })
})

describe('resolveManyInside', () => {
  it('says of every path what is said of it alone, in the order asked for', async () => {
    const [root, outside] = [await makeTempDir(), await makeTempDir()]
    await writeFile(join(outside, 'secret.md'), 'secret')
    await mkdir(join(root, 'articles'))
    await writeFile(join(root, 'articles/a.md'), 'inside')
    await symlink(outside, join(root, 'linked'))
    await symlink(join(outside, 'secret.md'), join(root, 'articles/b.md'))
    await link(join(outside, 'secret.md'), join(root, 'articles/c.md'))
    const paths = [
      'articles/a.md',
      'linked/secret.md',
      '../secret.md',
      'articles/b.md',
      'tags.yaml',
      'articles/c.md',
      'articles/new.md',
      'linked/deep/new.md',
      'articles/a.md',
      ...hostileNames(),
    ]
    const alone = await Promise.all(paths.map((path) => resolvedOrRefused(root, path)))
    const together = await resolveManyInside(nodeFileSystem, root, paths)
    expect(together.map((outcome) => (outcome.done ? outcome.value.absolute : null))).toEqual(alone)
    expect(alone.slice(0, 9).map((path) => path !== null)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      true,
      false,
      true,
    ])
    const infos = together.map((outcome) => (outcome.done ? (outcome.value.info?.size ?? 'nothing there') : 'refused'))
    expect([infos[0], infos[4], infos[6]]).toEqual([6, 'nothing there', 'nothing there'])
  })

  it('proves each folder once, however many of its files are asked for', async () => {
    const root = await makeTempDir()
    await mkdir(join(root, 'articles'))
    const proven: string[] = []
    const system = {
      ...nodeFileSystem,
      realPath: (path: string) => {
        proven.push(path)
        return nodeFileSystem.realPath(path)
      },
    }
    await resolveManyInside(
      system,
      root,
      Array.from({ length: 50 }, (_, number) => `articles/${String(number)}.md`),
    )
    expect(proven).toEqual([join(root, 'articles')])
  })

  it('fails alone where the disk cannot tell of one file', async () => {
    const root = await makeTempDir()
    await writeFile(join(root, 'a.md'), 'good')
    const system = {
      ...nodeFileSystem,
      infos: (folder: string, names: readonly string[]) =>
        names.includes('bad.md') ? Promise.reject(systemFailure('EIO')) : nodeFileSystem.infos(folder, names),
    }
    const outcomes = await resolveManyInside(system, root, ['a.md', 'bad.md', 'new.md'])
    expect(outcomes.map(({ done }) => done)).toEqual([true, false, true])
  })
})
