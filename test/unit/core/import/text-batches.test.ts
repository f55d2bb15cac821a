import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../core/contract/app-error.ts'
import { readArticles, type ReadOrder } from '../../../../core/import/read-articles.ts'
import type { ReadPool } from '../../../../core/import/read-pool.ts'
import { createTextBatches, type TextBatches } from '../../../../core/import/text-batches.ts'

const STORY = 'Reading room opened\n\nThe reading room of the university was opened on Monday by the rector.'

function orderOf(number: number, text = `${STORY} ${String(number)}`): ReadOrder {
  const request = { name: `${String(number)}.txt`, bytes: new TextEncoder().encode(text), charset: null }
  return { request, options: { today: '2026-11-02', kind: 'coverage', outlet: '' } }
}

/** A pool that reads here, notes what it was asked, and loses its reader where a text says so. */
function fragilePool(): ReadPool & { readonly asked: number[] } {
  const asked: number[] = []
  const isFatal = ({ request }: ReadOrder): boolean => new TextDecoder().decode(request.bytes).includes('FATAL')
  const lost = (): AppError => new AppError('unreadable-source', 'The file needs more memory than a reader may have.')
  return {
    asked,
    read: (order) => {
      asked.push(1)
      return isFatal(order) ? Promise.reject(lost()) : readArticles(order)
    },
    readTexts: async (orders, signal) => {
      asked.push(orders.length)
      if (signal?.aborted === true) throw new AppError('cancelled', 'The import was stopped.')
      if (orders.some(isFatal)) throw lost()
      return Promise.all(
        orders.map(async (order) => {
          try {
            return { ok: true, articles: await readArticles(order) } as const
          } catch {
            return { ok: false, code: 'empty-file', message: 'It is empty.' } as const
          }
        }),
      )
    },
    draw: () => Promise.reject(lost()),
    close: () => Promise.resolve(),
  }
}

/** Batches that have read so many texts that the next ones go to the pool. */
async function readMany(pool: ReadPool): Promise<TextBatches> {
  const texts = createTextBatches(pool)
  await Promise.all(Array.from({ length: 100 }, (_, number) => texts.read(orderOf(number))))
  return texts
}

describe('short texts', () => {
  it('are read here where they are few or one comes alone, and several in one message where many come', async () => {
    const pool = fragilePool()
    const texts = await readMany(pool)
    expect((await texts.read(orderOf(0))).articles[0]!.recognised.fields.title).toBe('Reading room opened')
    expect(pool.asked).toEqual([])
    const read = await Promise.all(Array.from({ length: 30 }, (_, number) => texts.read(orderOf(number))))
    const bodies = read.map(({ articles }) => articles[0]!.recognised.fields.body)
    expect(bodies.map((body, number) => body.endsWith(` ${String(number)}`))).toEqual(bodies.map(() => true))
    expect(pool.asked).toEqual([12, 12, 6])
  })

  it('fail one by one, also where one takes the reader of the others along', async () => {
    const pool = fragilePool()
    const texts = await readMany(pool)
    const orders = [orderOf(1), orderOf(2, ''), orderOf(3)]
    expect((await Promise.allSettled(orders.map((order) => texts.read(order)))).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    const fatal = await Promise.allSettled([orderOf(4), orderOf(5, 'FATAL'), orderOf(6)].map((one) => texts.read(one)))
    expect(fatal).toMatchObject([
      { status: 'fulfilled' },
      { reason: { code: 'unreadable-source', message: expect.stringContaining('memory') } },
      { status: 'fulfilled' },
    ])
    expect(pool.asked).toEqual([3, 3, 1, 1, 1])
  })

  it('of a run that is cancelled are not read, those of others are', async () => {
    const pool = fragilePool()
    const texts = await readMany(pool)
    const stopped = AbortSignal.abort()
    const both = await Promise.allSettled([
      ...[1, 2].map((number) => texts.read(orderOf(number), stopped)),
      ...[3, 4].map((number) => texts.read(orderOf(number))),
    ])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled'])
    expect(both[0]).toMatchObject({ reason: { code: 'cancelled' } })
  })
})
