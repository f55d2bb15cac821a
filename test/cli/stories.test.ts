import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCli, type CliResult } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const runCli = useCli()

function json(result: CliResult): unknown {
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.out)
}

interface Story {
  readonly id: string
  readonly members: number
}

interface View {
  readonly members: readonly { readonly article: { readonly id: string; readonly title: string } }[]
}

it('lists stories, shows one, takes a version out and links it again', async () => {
  const home = await makeTempDir()
  const call = { home, environment: { PRESS_ARCHIVE: join(home, 'sample') } }
  await runCli(call, 'sample')
  const [story] = json(await runCli(call, 'story', 'list', '--json')) as readonly Story[]
  const { members } = json(await runCli(call, 'story', 'show', story!.id, '--json')) as View
  expect(members).toHaveLength(story!.members)
  const [first, last] = [members[0]!.article, members.at(-1)!.article]
  expect((await runCli(call, 'story', 'unlink', last.id)).exitCode).toBe(0)
  const left = json(await runCli(call, 'story', 'show', story!.id, '--json')) as View
  expect(left.members.map(({ article }) => article.id)).not.toContain(last.id)
  expect((await runCli(call, 'story', 'link', first.id, last.id)).exitCode).toBe(0)
  expect((await runCli(call, 'story', 'show', story!.id)).out).toContain(last.title)
  expect((await runCli(call, 'story', 'silent')).exitCode).toBe(0)
  expect((await runCli(call, 'story', 'link', first.id)).exitCode).not.toBe(0)
})
