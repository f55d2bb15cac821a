import { expect, it } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { startSearchWorker, type WorkerClient } from '../../../../core/search/worker-client.ts'
import type { WorkerCall } from '../../../../core/search/worker-protocol.ts'
import { openSearch, type SearchArchive, type TestText } from '../../../support/search-archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const TEXTS: readonly TestText[] = [{ title: 'Forum on science' }, { title: 'Форум о науке', language: 'ru' }]

/** Workers of which the first `deaths` die when they are first asked to do something. */
function mortal(asked: WorkerCall, deaths: number): { start: typeof startSearchWorker; died: () => number } {
  let died = 0
  const start: typeof startSearchWorker = (setup, options) => {
    const client = startSearchWorker(setup, options)
    const call: WorkerClient['call'] = async (name, argument) => {
      if (name !== asked || died >= deaths) return client.call(name, argument)
      died += 1
      await client.close()
      const error = new Error('killed')
      options.onFailure(error)
      throw error
    }
    return { ...client, call }
  }
  return { start, died: () => died }
}

async function total(archive: SearchArchive, query: string): Promise<number> {
  const request = {
    query,
    filter: NO_FILTER,
    sort: 'relevance',
    offset: 0,
    limit: 9,
    facets: false,
    typing: false,
  } as const
  return (await archive.service.search(request)).total
}

it('goes on with another worker where the search worker died, and the question is answered', async () => {
  const workers = mortal('search', 2)
  const archive = await openSearch(await makeTempDir(), TEXTS, undefined, undefined, workers.start)
  expect(await total(archive, 'science')).toBe(1)
  expect(workers.died()).toBe(2)
  await archive.service.ready()
  expect(archive.service.state()).toEqual({ indexed: 2, total: 2, state: 'ready' })
  await archive.service.close()
})

it('loses no change that was on its way to a worker that died', async () => {
  const workers = mortal('remove', 1)
  const archive = await openSearch(await makeTempDir(), TEXTS, undefined, undefined, workers.start)
  await archive.drop(0)
  expect(workers.died()).toBe(1)
  expect(await total(archive, 'science')).toBe(0)
  expect(await total(archive, 'наука')).toBe(1)
  await archive.service.close()
})

it('gives up after some deaths, and lists go on working', async () => {
  const workers = mortal('search', 100)
  const archive = await openSearch(await makeTempDir(), TEXTS, undefined, undefined, workers.start)
  expect(await total(archive, 'science')).toBe(0)
  expect(archive.service.state().state).toBe('failed')
  expect(await total(archive, '')).toBe(2)
  await archive.service.close()
})
