import { rm, writeFile } from 'node:fs/promises'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../../../core/contract/app-error.ts'
import { openAtStart, type StartChoice } from '../../../../core/workspace/open-at-start.ts'
import { startCore } from '../../../support/core-under-test.ts'

async function start() {
  const { core, folder } = await startCore()
  const choice: StartChoice = {
    archive: null,
    firstRun: false,
    language: 'kk',
    documentsFolder: join(folder, 'documents'),
  }
  return { client: core.client, choice, folder }
}

describe('the archive at the start of the program', () => {
  it('is a new sample archive for one who never had any, in the language of the system', async () => {
    const { client, choice } = await start()
    const opened = await openAtStart(client, choice)
    expect(opened).toMatchObject({ path: join(choice.documentsFolder, 'Press Archive sample'), language: 'kk' })
    expect(opened?.articles).toBeGreaterThanOrEqual(36)
    expect(await client('settings.read', {})).toMatchObject({ language: 'kk' })
  })

  it('is the one opened last', async () => {
    const { client, choice, folder } = await start()
    const made = await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'ru' })
    await client('workspace.close', {})
    expect(await openAtStart(client, choice)).toMatchObject({ id: made.id })
  })

  it('is the one that the user named, and a failure where that is none', async () => {
    const { client, choice, folder } = await start()
    const made = await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'ru' })
    await client('workspace.close', {})
    expect(await openAtStart(client, { ...choice, archive: join(folder, 'own') })).toMatchObject({ id: made.id })
    await expect(openAtStart(client, { ...choice, archive: join(folder, 'none') })).rejects.toSatisfy((error) =>
      isAppError(error, 'no-archive'),
    )
  })

  it('is none for the first-run screen, or when the last one has gone', async () => {
    const { client, choice, folder } = await start()
    expect(await openAtStart(client, { ...choice, firstRun: true })).toBeNull()
    await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'ru' })
    await client('workspace.close', {})
    await rm(join(folder, 'own'), { recursive: true })
    expect(await openAtStart(client, choice)).toBeNull()
  })

  it('leaves a folder of others alone and takes the next name', async () => {
    const { client, choice } = await start()
    const taken = join(choice.documentsFolder, 'Press Archive sample')
    await mkdir(taken, { recursive: true })
    await writeFile(join(taken, 'letter.txt'), 'not ours')
    expect(await openAtStart(client, choice)).toMatchObject({ path: `${taken} 2` })
  })
})
