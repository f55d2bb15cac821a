import { describe, expect, test } from 'vitest'
import type { HostConnection } from '../../../../core/contract/host-api.ts'
import { countWrites, usePendingWrites } from '../../../../renderer/client/pending-writes.ts'

describe('writes on their way', () => {
  test('count until they are answered, also where they fail', async () => {
    const answers: (() => void)[] = []
    const connection = {
      request: () => new Promise((_, reject) => answers.push(() => reject(new Error('full')))),
    } as unknown as HostConnection
    const { request } = countWrites(connection)
    const sent = request('articles.trash', { ids: [] })
    request('articles.trashed', {}).catch(() => undefined)
    expect(usePendingWrites.getState().count).toBe(1)
    answers[0]?.()
    await expect(sent).rejects.toThrow('full')
    expect(usePendingWrites.getState().count).toBe(0)
  })
})
