import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCli, type CliResult } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const runCli = useCli()

function json<Value>(result: CliResult): Value {
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.out) as Value
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
  const [story] = json<readonly Story[]>(await runCli(call, 'story', 'list', '--json'))
  const { members } = json<View>(await runCli(call, 'story', 'show', story!.id, '--json'))
  expect(members).toHaveLength(story!.members)
  const [first, last] = [members[0]!.article, members.at(-1)!.article]
  expect((await runCli(call, 'story', 'unlink', last.id)).exitCode).toBe(0)
  const left = json<View>(await runCli(call, 'story', 'show', story!.id, '--json'))
  expect(left.members.map(({ article }) => article.id)).not.toContain(last.id)
  expect((await runCli(call, 'story', 'link', first.id, last.id)).exitCode).toBe(0)
  expect((await runCli(call, 'story', 'show', story!.id)).out).toContain(last.title)
  expect((await runCli(call, 'story', 'silent')).exitCode).toBe(0)
  expect((await runCli(call, 'story', 'link', first.id)).exitCode).not.toBe(0)
})
