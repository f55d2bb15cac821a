import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useCli, type CliCall, type CliResult } from '../support/run-cli.ts'

const runCli = useCli()

let call: CliCall = { home: '' }

/** All tests work on one sample archive, each with tags of its own. */
beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'press-archive-'))
  call = { home, environment: { PRESS_ARCHIVE: join(home, 'sample') } }
  await runCli(call, 'sample')
})
afterAll(() => rm(call.home, { recursive: true, force: true }))

function json(result: CliResult): unknown {
  expect(result.err + result.out).not.toBe('')
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.out)
}

async function idsOf(...words: readonly string[]): Promise<readonly string[]> {
  const page = json(await runCli(call, 'search', ...words, '--limit', '1000', '--json')) as { hits: { id: string }[] }
  return page.hits.map(({ id }) => id).sort()
}

/** Sets a new topic on thirty articles. */
async function tagThirty(name: string): Promise<readonly string[]> {
  const ids = (await idsOf('')).slice(0, 30)
  expect((await runCli(call, 'tag', 'add', `topic:${name}`, ...ids, '--yes')).exitCode).toBe(0)
  return ids
}

describe('changes of one tag on the command line', () => {
  it('splits a tag by a search after a dry run', async () => {
    const ids = await tagThirty('Parted')
    const wanted = (await idsOf('', '--language', 'en')).filter((id) => ids.includes(id))
    const rest = ids.filter((id) => !wanted.includes(id))
    const split = ['tag', 'split', 'topic:Parted', 'Parted abroad', '--article-language', 'en']
    const refused = await runCli(call, ...split)
    if (wanted.length > 20) expect(refused.exitCode).toBe(2)
    else expect(refused.exitCode).toBe(0)
    if (refused.exitCode === 2) expect((await runCli(call, ...split, '--yes')).exitCode).toBe(0)
    expect(await idsOf('', '--tag', 'topic:Parted abroad')).toEqual(wanted)
    expect(await idsOf('', '--tag', 'topic:Parted')).toEqual(rest)
    expect((await runCli(call, 'tag', 'split', 'topic:Parted', 'Everything')).exitCode).toBe(2)
  })

  it('converts a tag only with --yes where many articles carry it, and refuses a kind that is none', async () => {
    const ids = await tagThirty('Converted')
    const refused = await runCli(call, 'tag', 'convert', 'topic:Converted', 'initiative')
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.err).toContain(ids[0])
    expect(await idsOf('', '--tag', 'topic:Converted')).toEqual(ids)
    expect((await runCli(call, 'tag', 'convert', 'topic:Converted', 'event', '--yes')).err).toContain('event')
    expect((await runCli(call, 'tag', 'convert', 'topic:Converted', 'initiative', '--yes')).exitCode).toBe(0)
    expect(await idsOf('', '--tag', 'initiative:Converted')).toEqual(ids)
    expect((await runCli(call, 'undo', '--yes')).exitCode).toBe(0)
    expect(await idsOf('', '--tag', 'topic:Converted')).toEqual(ids)
  })

  it('deletes a tag and gives its articles another one instead', async () => {
    const ids = await tagThirty('Deleted')
    expect((await runCli(call, 'tag', 'add', 'topic:Other proof', ids[0]!)).exitCode).toBe(0)
    expect((await runCli(call, 'tag', 'delete', 'topic:Deleted', 'topic:Other proof')).exitCode).toBe(2)
    expect((await runCli(call, 'tag', 'delete', 'topic:Deleted', 'topic:Other proof', '--yes')).exitCode).toBe(0)
    expect(await idsOf('', '--tag', 'topic:Other proof')).toEqual(ids)
    expect((await runCli(call, 'search', '', '--tag', 'topic:Deleted')).exitCode).not.toBe(0)
  })
})

describe('rules for tags on the command line', () => {
  it('are added, checked, listed, run and removed', async () => {
    const kazakh = await idsOf('', '--language', 'kk')
    expect((await runCli(call, 'tag', 'add', 'topic:In Kazakh', kazakh[0]!)).exitCode).toBe(0)
    const add = ['tag', 'rules', 'add', 'topic:In Kazakh', '--article-language', 'kk', '--assign']
    expect((await runCli(call, ...add)).err).toContain('--name')
    const rule = json(await runCli(call, ...add, '--name', 'Kazakh', '--json')) as { id: string; mode: string }
    expect(rule.mode).toBe('assign')
    const fitting = json(await runCli(call, 'tag', 'rules', 'check', 'Kazakh', '--json')) as string[]
    expect(fitting.toSorted()).toEqual(kazakh.slice(1))
    expect((await runCli(call, 'tag', 'rules')).out).toContain('Kazakh')
    const refused = await runCli(call, 'tag', 'rules', 'run')
    expect(refused.exitCode).toBe(kazakh.length - 1 > 20 ? 2 : 0)
    expect((await runCli(call, 'tag', 'rules', 'run', '--yes')).exitCode).toBe(0)
    expect(await idsOf('', '--tag', 'topic:In Kazakh')).toEqual(kazakh)
    expect((await runCli(call, 'tag', 'rules', 'remove', rule.id)).exitCode).toBe(0)
    expect(json(await runCli(call, 'tag', 'rules', 'list', '--json'))).toEqual([])
    expect((await runCli(call, 'tag', 'rules', 'check', 'Kazakh')).exitCode).toBe(1)
    expect((await runCli(call, 'tag', 'rules', 'sing')).exitCode).toBe(2)
  })
})
