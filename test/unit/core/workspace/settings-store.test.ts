import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRecentArchives } from '../../../../core/workspace/recent-archives.ts'
import { createSettingsStore } from '../../../../core/workspace/settings-store.ts'
import { DEFAULT_SETTINGS } from '../../../../core/model/settings.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('the settings of a person', () => {
  it('are the defaults before anything was written', async () => {
    const store = createSettingsStore(join(await makeTempDir(), 'none', 'settings.json'))
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
  })

  it('keep every change, also of two made at once', async () => {
    const path = join(await makeTempDir(), 'settings.json')
    const store = createSettingsStore(path)
    await Promise.all([store.write({ language: 'kk' }), store.write({ theme: 'dark' })])
    expect(await createSettingsStore(path).read()).toEqual({ ...DEFAULT_SETTINGS, language: 'kk', theme: 'dark' })
  })

  it('ignore values that do not fit and keep the others', async () => {
    const path = join(await makeTempDir(), 'settings.json')
    await writeFile(path, JSON.stringify({ language: 'tr', theme: 'dark', __proto__: { density: 'line' } }))
    expect(await createSettingsStore(path).read()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  })

  it('start anew from a damaged file', async () => {
    const path = join(await makeTempDir(), 'settings.json')
    await writeFile(path, '{"language": "ru"')
    const store = createSettingsStore(path)
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
    await store.write({ language: 'ru' })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ language: 'ru' })
  })
})

describe('the archives opened before', () => {
  it('are listed newest first, each once', async () => {
    const recent = createRecentArchives(join(await makeTempDir(), 'recent.json'))
    for (const name of ['one', 'two', 'one']) await recent.remember({ name, path: `/archives/${name}` })
    expect((await recent.list()).map(({ name }) => name)).toEqual(['one', 'two'])
  })
})
