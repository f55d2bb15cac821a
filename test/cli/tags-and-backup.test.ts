import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCli, type CliCall, type CliResult } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const runCli = useCli()

async function startSample(): Promise<CliCall> {
  const home = await makeTempDir()
  const call = { home, environment: { PRESS_ARCHIVE: join(home, 'sample') } }
  await runCli(call, 'sample')
  return call
}

function json(result: CliResult): unknown {
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.out)
}

interface TagLine {
  readonly id: string
  readonly kind: string
  readonly count: number
}

describe('tags on the command line', () => {
  it('merges two tags into one and keeps every article', async () => {
    const call = await startSample()
    const before = json(await runCli(call, 'tag', 'list', '--kind', 'topic', '--json')) as TagLine[]
    const [from, into] = before.filter(({ count }) => count > 0)
    const ids = async (tag: string): Promise<readonly string[]> => {
      const page = json(await runCli(call, 'search', '', '--limit', '1000', '--tag', `topic:${tag}`, '--json')) as {
        hits: { id: string }[]
      }
      return page.hits.map((hit) => hit.id)
    }
    const wanted = new Set([...(await ids(from!.id)), ...(await ids(into!.id))])
    const merged = await runCli(call, 'tag', 'merge', `topic:${from!.id}`, `topic:${into!.id}`, '--json')
    expect(merged.exitCode).toBe(0)
    expect(new Set(await ids(into!.id))).toEqual(wanted)
    const after = json(await runCli(call, 'tag', 'list', '--kind', 'topic', '--json')) as TagLine[]
    expect(after.map(({ id }) => id)).not.toContain(from!.id)
    expect((await runCli(call, 'verify')).exitCode).toBe(0)
  })

  it('suggests tags with the words that speak for them', async () => {
    const call = await startSample()
    const page = json(await runCli(call, 'search', 'forum', '--limit', '1', '--json')) as { hits: { id: string }[] }
    const suggestions = json(await runCli(call, 'tag', 'suggest', page.hits[0]!.id, '--json')) as {
      kind: string
      reason: { found: string }
    }[]
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { reason } of suggestions) expect(reason.found).not.toBe('')
  })
})

describe('many articles on the command line', () => {
  it('shows what an act would touch and does it only with --yes; the act is undone by a later call', async () => {
    const call = await startSample()
    const page = json(await runCli(call, 'search', '', '--limit', '30', '--json')) as { hits: { id: string }[] }
    const ids = page.hits.map(({ id }) => id)
    const count = async (): Promise<number> => {
      const tags = json(await runCli(call, 'tag', 'list', '--json')) as (TagLine & { names: { en?: string } })[]
      return tags.find(({ names }) => names.en === 'Seen')?.count ?? 0
    }
    const refused = await runCli(call, 'tag', 'add', 'topic:Seen', ...ids)
    expect(refused.exitCode).toBe(2)
    expect(refused.err).toContain(ids[29])
    expect(refused.err).toContain('--yes')
    expect(await count()).toBe(0)
    expect((await runCli(call, 'tag', 'add', 'topic:Seen', ...ids, '--yes')).exitCode).toBe(0)
    expect(await count()).toBe(30)
    const kept = json(await runCli(call, 'undo', 'list', '--json')) as { undoable: number }[]
    expect(kept.map(({ undoable }) => undoable)).toEqual([30])
    expect((await runCli(call, 'undo')).exitCode).toBe(2)
    expect((await runCli(call, 'undo', '--yes')).exitCode).toBe(0)
    expect(await count()).toBe(0)
  })
})

describe('deleted articles and earlier versions on the command line', () => {
  it('deletes articles, lists them, brings them back, and removes them for good only with --yes', async () => {
    const call = await startSample()
    const page = json(await runCli(call, 'search', '', '--limit', '2', '--json')) as {
      total: number
      hits: { id: string }[]
    }
    const [one = '', two = ''] = page.hits.map(({ id }) => id)
    expect((await runCli(call, 'trash', 'add', one, two)).exitCode).toBe(0)
    const list = async (): Promise<readonly string[]> => {
      const trashed = json(await runCli(call, 'trash', 'list', '--json')) as { article: { id: string } }[]
      return trashed.map(({ article }) => article.id)
    }
    expect(new Set(await list())).toEqual(new Set([one, two]))
    expect((await runCli(call, 'trash', 'restore', one)).exitCode).toBe(0)
    expect(await list()).toEqual([two])
    const refused = await runCli(call, 'trash', 'empty')
    expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining(two)])
    expect(await list()).toEqual([two])
    expect(json(await runCli(call, 'trash', 'empty', '--yes', '--json'))).toEqual({ removed: 1 })
    expect(await list()).toEqual([])
    expect((await runCli(call, 'trash', 'restore', two)).exitCode).toBe(1)
    expect(json(await runCli(call, 'search', '', '--json'))).toMatchObject({ total: page.total - 1 })
  })

  it('lists earlier versions of an article, brings one back, and puts attachments of no article aside', async () => {
    const call = await startSample()
    const page = json(await runCli(call, 'search', '', '--limit', '1', '--json')) as { hits: { id: string }[] }
    const id = page.hits[0]?.id ?? ''
    const tagsOf = async (): Promise<unknown> => json(await runCli(call, 'show', id, '--json'))
    const before = await tagsOf()
    await runCli(call, 'tag', 'add', 'topic:Passing', id)
    expect(await tagsOf()).not.toEqual(before)
    const versions = json(await runCli(call, 'history', id, '--json')) as { hash: string }[]
    expect(versions).toHaveLength(1)
    const { hash = '' } = versions[0] ?? {}
    expect(json(await runCli(call, 'history', id, hash, '--json'))).toMatchObject({ id })
    expect((await runCli(call, 'history', id, hash, '--restore')).exitCode).toBe(0)
    expect(await tagsOf()).toEqual(before)
    expect((await runCli(call, 'history', id, 'ffffffff00')).exitCode).toBe(1)

    const orphan = join(call.home, 'sample', 'attachments', 'abcdef012345')
    await mkdir(orphan, { recursive: true })
    await writeFile(join(orphan, 'photo.txt'), 'of no article')
    const report = json(await runCli(call, 'verify', '--repair', '--json')) as { problems: unknown[] }
    expect(report).toMatchObject({ repaired: { recovered: ['attachments/abcdef012345'] } })
    expect(report.problems).toEqual([])
    await expect(stat(orphan)).rejects.toThrow('ENOENT')
  })
})

describe('backup on the command line', () => {
  it('comes back as the same archive in another folder', async () => {
    const call = await startSample()
    const made = json(await runCli(call, 'backup', 'all.zip', '--json')) as { checksum: string; articles: number }
    const back = json(await runCli(call, 'restore', 'all.zip', '--to', 'back', '--json'))
    expect(back).toMatchObject({ checksum: made.checksum, articles: made.articles })
    const [first, second] = [join(call.home, 'sample'), join(call.home, 'back')]
    expect(await readFile(join(second, 'archive.json'))).toEqual(await readFile(join(first, 'archive.json')))
    expect((await runCli(call, 'verify', '-a', second)).exitCode).toBe(0)
  })

  it('restores neither over an archive nor from a damaged file', async () => {
    const call = await startSample()
    await writeFile(join(call.home, 'broken.zip'), 'no zip at all')
    const broken = await runCli(call, 'restore', 'broken.zip', '--to', 'new')
    expect(broken).toMatchObject({ exitCode: 1, out: '' })
    await runCli(call, 'backup', 'all.zip')
    const over = await runCli(call, 'restore', 'all.zip', '--to', 'sample')
    expect(over).toMatchObject({ exitCode: 1, out: '' })
    expect((await runCli(call, 'restore', 'all.zip')).exitCode).toBe(2)
  })
})
