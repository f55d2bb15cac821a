import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createCore } from '../../core/create-core.ts'
import { findDoor } from '../../core/processes/door-address.ts'
import { userFolders } from '../../core/processes/user-folders.ts'
import { fieldsWith } from '../support/archive.ts'
import { createKeptLog } from '../support/core-under-test.ts'
import { useCli } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const runCli = useCli()

/** One more window of the same user, in this process too. */
async function startSecond(home: string, path: string) {
  const folders = userFolders(process.platform, { PRESS_ARCHIVE_HOME: home })
  const core = await createCore({ ...folders, clock: () => new Date(), log: createKeptLog() })
  onTestFinished(() => core.close())
  expect(await core.client('workspace.open', { folder: path })).toMatchObject({ readOnly: 'busy' })
  return core
}

/** The program with its window open: this process, with the folders of the user whose home is given. */
async function startFirst(home: string) {
  const log = createKeptLog()
  const folders = userFolders(process.platform, { PRESS_ARCHIVE_HOME: home })
  const core = await createCore({ ...folders, clock: () => new Date(), log })
  let open = true
  const close = async (): Promise<void> => {
    if (open) await core.close()
    open = false
  }
  onTestFinished(close)
  const made = await core.client('workspace.create', { folder: join(home, 'archive'), name: 'Own', language: 'en' })
  // The door opens in the background.
  await expect.poll(() => findDoor(folders.privateFolder, made.path)).not.toBeNull()
  return { core, close, log, path: made.path, privateFolder: folders.privateFolder }
}

it('lets the command line write while the window has the archive open', { timeout: 120_000 }, async () => {
  const home = await makeTempDir()
  const { core, path, log } = await startFirst(home)
  const { article } = await core.client('articles.create', { fields: fieldsWith({ title: 'From the window' }) })
  const tagged = await runCli({ home }, 'tag', 'add', 'partner:MEPhI', article.id, '-a', path)
  expect([tagged.exitCode, tagged.err]).toEqual([0, expect.any(String)])
  expect((await core.client('articles.read', { id: article.id })).tags.partner).toHaveLength(1)
  await writeFile(
    join(home, 'note.md'),
    '# From the command line\n\nThe faculty has opened a reading room in the old wing.\n',
  )
  const imported = await runCli({ home }, 'import', 'note.md', '-a', path, '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ added: 1 })
  expect(await core.client('archive.summary', {})).toMatchObject({ articles: 2 })
  expect(log.faults).toEqual([])
})

it('lets nobody in without the secret, and nobody open another archive', { timeout: 60_000 }, async () => {
  const home = await makeTempDir()
  const { core, path, privateFolder } = await startFirst(home)
  const door = await findDoor(privateFolder, path)
  const doors = join(privateFolder, 'doors')
  for (const name of await readdir(doors)) expect((await stat(join(doors, name))).mode & 0o077, name).toBe(0)
  const ask = (lines: readonly unknown[]) =>
    new Promise<string>((resolve) => {
      let answer = ''
      const socket = connect({ path: door!.address }, () => {
        for (const line of lines) socket.write(`${JSON.stringify(line)}\n`)
      })
      socket.on('data', (bytes: Buffer) => {
        answer += bytes.toString()
        if (answer.split('\n').length > lines.length) socket.destroy()
      })
      socket.on('close', () => resolve(answer))
    })
  const request = { call: 2, kind: 'request', name: 'archive.summary', argument: {} }
  expect(await ask([request])).toBe('')
  expect(await ask([{ call: 1, kind: 'enter', secret: 'guess' }, request])).toBe('')
  const enter = { call: 1, kind: 'enter', secret: door!.secret }
  expect(await ask([enter, request])).toContain('"articles":0')
  expect(await ask([enter, { ...request, name: 'workspace.close' }])).toContain('bad-request')
  expect((await core.client('workspace.status', {})).archive).not.toBeNull()
})

it(
  'says busy where the other process takes nobody in, and goes on once it has ended',
  { timeout: 120_000 },
  async () => {
    const home = await makeTempDir()
    const { core, close, path, privateFolder } = await startFirst(home)
    const { article } = await core.client('articles.create', { fields: fieldsWith() })
    await rm(join(privateFolder, 'doors'), { recursive: true })
    const refused = await runCli({ home }, 'tag', 'add', 'partner:MEPhI', article.id, '-a', path)
    expect([refused.exitCode, refused.err]).toEqual([4, expect.stringContaining('open')])
    const waiting = runCli({ home }, 'tag', 'add', 'partner:MEPhI', article.id, '-a', path)
    await close()
    expect((await waiting).exitCode).toBe(0)
  },
)

it(
  'lets the command line write through a window that became the writer only when another one was closed',
  { timeout: 120_000 },
  async () => {
    const home = await makeTempDir()
    const { core, close, path, privateFolder } = await startFirst(home)
    const { article } = await core.client('articles.create', { fields: fieldsWith() })
    const second = await startSecond(home, path)
    const doorOfFirst = await findDoor(privateFolder, path)
    await close()
    await second.client('archive.rescan', {})
    await expect.poll(() => findDoor(privateFolder, path)).not.toEqual(doorOfFirst)
    const tagged = await runCli({ home }, 'tag', 'add', 'partner:MEPhI', article.id, '-a', path)
    expect([tagged.exitCode, tagged.err]).toEqual([0, expect.any(String)])
    expect((await second.client('articles.read', { id: article.id })).tags.partner).toHaveLength(1)
  },
)
