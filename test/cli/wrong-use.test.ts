import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCli, type CliCall } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const runCli = useCli()

async function startArchive(): Promise<CliCall & { readonly archive: string }> {
  const home = await makeTempDir()
  const archive = join(home, 'Press')
  await runCli({ home }, 'init', '-a', archive)
  return { home, archive, environment: { PRESS_ARCHIVE: archive } }
}

async function filesOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => !/^(imports|\.history)/.test(name)).sort()
}

const WRONG_USES: readonly (readonly [words: readonly string[], named: string])[] = [
  [['seek', 'x'], 'seek'],
  [['--jason'], '--jason'],
  [['search', 'x', '--form', '2025-01-01'], '--form'],
  [['search', 'x', '-x'], '-x'],
  [['search', 'x', '--from'], '--from'],
  [['search', 'x', '--json=yes'], '--json'],
  [['search', 'x', '--from', '31.10.2025'], '31.10.2025'],
  [['search', 'x', '--to', '2025-02-30'], '2025-02-30'],
  [['search', 'x', '--language', 'de'], 'de'],
  [['search', 'x', '--kind', 'letter'], 'letter'],
  [['search', 'x', '--limit', '-1'], '--limit'],
  [['search', 'x', '--limit', '1e3'], '1e3'],
  [['search', 'x', '--tag', 'Cardiff'], 'Cardiff'],
  [['search', 'x', '--tag', 'city:Astana'], 'city:Astana'],
  [['show'], 'ID'],
  [['show', 'a', 'b'], 'b'],
  [['import'], 'PATH'],
  [['tag'], 'list'],
  [['tag', 'paint', 'x'], 'paint'],
  [['tag', 'add', 'partner:X'], 'ID'],
  [['timeline', '--by', 'decade'], 'decade'],
  [['export', 'clipping', '--id', 'abcd'], '--out'],
  [['export', 'poster', '--out', 'x'], 'poster'],
  [['export', 'clipping', '--out', 'x.pdf'], '--id'],
  [['serve', '--port', '70000'], '70000'],
]

describe('wrong use of the command line', () => {
  it.each(WRONG_USES)('refuses %j with exit code 2 and names what is wrong', async (words, named) => {
    const home = await makeTempDir()
    const result = await runCli({ home }, ...words)
    expect(result).toMatchObject({ exitCode: 2, out: '' })
    expect(result.err).toContain(named)
    expect(result.err).not.toMatch(/\bat .*\.ts:\d/)
  })

  it('says so as JSON where JSON was asked for', async () => {
    const home = await makeTempDir()
    const result = await runCli({ home }, 'search', 'x', '--from', 'soon', '--json')
    expect(result.exitCode).toBe(2)
    expect(JSON.parse(result.out)).toMatchObject({ error: { code: 'bad-request' } })
  })

  it('tells in the language of the user and keeps JSON as it is', async () => {
    const home = await makeTempDir()
    expect((await runCli({ home }, 'show', '--ui', 'ru')).err).toContain('Не указано: ID')
    expect((await runCli({ home }, 'show', '--ui=kk')).err).toContain('Көрсетілмеген: ID')
    const none = await runCli({ home, environment: { PRESS_ARCHIVE_LANGUAGE: 'ru' } }, 'stats', '--json')
    expect(none.err).toContain('архива')
    expect(JSON.parse(none.out)).toMatchObject({ error: { code: 'no-archive' } })
  })

  it('shows help for every command in three languages', async () => {
    const home = await makeTempDir()
    for (const ui of ['en', 'ru', 'kk']) {
      const general = await runCli({ home }, '--help', '--ui', ui)
      expect(general.exitCode).toBe(0)
      for (const command of ['init', 'import', 'search', 'tag', 'timeline', 'export', 'verify', 'serve']) {
        expect(general.out).toContain(command)
      }
    }
    const help = await runCli({ home }, 'search', '--help')
    expect(help).toMatchObject({ exitCode: 0, err: '' })
    expect(help.out).toContain('--from')
    expect(help.out).not.toContain('cli.')
  })
})

describe('bad input on the command line', () => {
  it('answers with exit code 5 where no archive is', async () => {
    const home = await makeTempDir()
    await writeFile(join(home, 'file.txt'), 'x')
    for (const folder of ['.', 'nowhere', 'file.txt']) {
      const result = await runCli({ home }, 'search', 'x', '-a', folder)
      expect(result, folder).toMatchObject({ exitCode: 5, out: '' })
    }
    expect(await runCli({ home }, 'serve', '--no-open', '-a', 'nowhere')).toMatchObject({ exitCode: 5, out: '' })
    expect(await readdir(home)).not.toContain('nowhere')
  })

  it('answers with exit code 6 where the archive is damaged', async () => {
    const { home, archive } = await startArchive()
    await writeFile(join(archive, 'archive.json'), '{"id": ')
    for (const words of [['stats'], ['serve', '--no-open']]) {
      expect(await runCli({ home }, ...words, '-a', archive)).toMatchObject({ exitCode: 6, out: '' })
    }
  })

  it('imports what it can of good and bad files, says why not of the others, and leaves the archive sound', async () => {
    const call = await startArchive()
    await writeFile(join(call.home, 'empty.txt'), '')
    await writeFile(join(call.home, 'zeros.txt'), Buffer.alloc(50_000_000))
    await writeFile(join(call.home, 'broken.md'), '---\ntitle: [unclosed\n---\n\nText.\n')
    await writeFile(
      join(call.home, 'good.txt'),
      'May 5, 2025\n\nA GOOD DAY\n\nThe fair was opened by the rector today.\n',
    )
    const before = await filesOf(call.archive)
    for (const name of ['empty.txt', 'zeros.txt', 'broken.md', 'missing.txt']) {
      const result = await runCli(call, 'import', name, '--json')
      expect(result.exitCode, name).toBe(1)
      const report = JSON.parse(result.out) as { items: { outcome: string; reason: string }[] }
      expect(report, name).toMatchObject({ total: 1, added: 0, failed: 1, items: [{ outcome: 'failed' }] })
      expect(report.items[0]?.reason, name).toMatch(/^[a-z-]+: ./)
    }
    expect(await filesOf(call.archive)).toEqual(before)
    const mixed = await runCli(call, 'import', 'empty.txt', 'good.txt', 'missing.txt', '--json')
    expect(mixed.exitCode).toBe(3)
    expect(JSON.parse(mixed.out)).toMatchObject({ total: 3, added: 1, failed: 2 })
    expect(await runCli(call, 'verify', '--json')).toMatchObject({ exitCode: 0 })
  })

  it('changes nothing for an unknown id or tag, and makes no tag for an article that is not there', async () => {
    const call = await startArchive()
    expect(await runCli(call, 'show', 'zzzzzzzz')).toMatchObject({ exitCode: 1, out: '' })
    const wrong = await runCli(call, 'tag', 'add', 'partner:New One', '0123456789abcdef')
    expect(wrong.exitCode).toBe(1)
    expect((await runCli(call, 'tag', 'list', '--json')).out.trim()).toBe('[]')
    expect(await runCli(call, 'search', '', '--tag', 'partner:Nobody')).toMatchObject({ exitCode: 1 })
  })

  it('does not write a document over a folder', async () => {
    const call = await startArchive()
    await writeFile(
      join(call.home, 'good.txt'),
      'May 5, 2025\n\nA GOOD DAY\n\nThe fair was opened by the rector today.\n',
    )
    const { items } = JSON.parse((await runCli(call, 'import', 'good.txt', '--json')).out) as {
      items: { id: string }[]
    }
    await mkdir(join(call.home, 'out'))
    const result = await runCli(call, 'export', 'clipping', '--id', items[0]!.id, '--out', 'out')
    expect(result.exitCode).toBe(1)
    expect(result.err).toContain('out')
    expect(await readdir(join(call.home, 'out'))).toEqual([])
  })
})
