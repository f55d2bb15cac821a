import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ReadOrder } from '../../../../core/import/read-articles.ts'
import { createReadPool, type ReadPool, type ReadPoolOptions } from '../../../../core/import/read-pool.ts'

function makePool(options: ReadPoolOptions = {}): ReadPool {
  const pool = createReadPool(options)
  onTestFinished(() => pool.close())
  return pool
}

function orderOf(name: string, bytes: Uint8Array): ReadOrder {
  return { request: { name, bytes, charset: null }, options: { today: '2026-11-02', kind: 'coverage', outlet: '' } }
}

function fixture(name: string): ReadOrder {
  return orderOf(name, readFileSync(resolve('test/fixtures/imports', name)))
}

/** Markup that takes its reader far longer than the limit of the tests, and less memory than a reader may have. */
const SLOW = orderOf('slow.html', new TextEncoder().encode(`<p>${'<b>x</b> '.repeat(60_000)}</p>`))

describe('the pool of readers', () => {
  it('reads in child processes and answers with articles', async () => {
    const pool = makePool()
    const results = await Promise.all(
      ['docx/en-robot.docx', 'pdf/kk-dala.pdf', 'doc/ru-museum.doc'].map((name) => pool.read(fixture(name))),
    )
    expect(results.map(({ articles }) => articles[0]!.recognised.fields.language)).toEqual(['en', 'kk', 'ru'])
  })

  it('passes on why a source cannot be read', async () => {
    const pool = makePool({ size: 1 })
    await expect(pool.read(orderOf('x.docx', Buffer.from('PK\x03\x04 broken')))).rejects.toMatchObject({
      code: 'unreadable-source',
    })
    await expect(pool.read(orderOf('x.bin', Uint8Array.from([0, 1, 2, 0, 0])))).rejects.toMatchObject({
      code: 'unknown-format',
    })
  })

  it('kills a reader that takes too long and goes on with another', async () => {
    const pool = makePool({ size: 1, timeLimitMs: 1_000 })
    const orders = [SLOW, fixture('doc/en-seeds.doc')]
    expect(await Promise.allSettled(orders.map((order) => pool.read(order)))).toMatchObject([
      { reason: { code: 'unreadable-source', message: expect.stringContaining('longer than 1 second') } },
      { status: 'fulfilled', value: { articles: [{}] } },
    ])
  })

  it('stops at once when the run is cancelled', async () => {
    const pool = makePool({ size: 1 })
    const stop = new AbortController()
    const both = Promise.allSettled([pool.read(SLOW, stop.signal), pool.read(fixture('doc/en-seeds.doc'), stop.signal)])
    stop.abort()
    expect(await both).toMatchObject([{ reason: { code: 'cancelled' } }, { reason: { code: 'cancelled' } }])
    await expect(pool.read(fixture('doc/en-seeds.doc'), stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
    expect((await pool.read(fixture('doc/en-seeds.doc'))).articles).toHaveLength(1)
  })

  it('kills a reader that grows too large, names the reason and goes on with another', async () => {
    const pool = makePool({ size: 1 })
    const greedy = `[${'[[]],'.repeat(9_000_000)}0]`
    const orders = [
      fixture('doc/en-seeds.doc'),
      orderOf('greedy.json', Buffer.from(greedy)),
      fixture('doc/ru-museum.doc'),
    ]
    expect(await Promise.allSettled(orders.map((order) => pool.read(order)))).toMatchObject([
      { status: 'fulfilled' },
      { reason: { code: 'unreadable-source', message: expect.stringContaining('memory') } },
      { status: 'fulfilled' },
    ])
  })

  it('reads two hundred documents one after the other without losing one to what the others left behind', async () => {
    const pool = makePool({ size: 1 })
    const orders = ['docx/en-robot.docx', 'docx/kk-dala.docx', 'odt/ru-museum.odt'].map(fixture)
    const results = await Promise.allSettled(Array.from({ length: 200 }, (_, place) => pool.read(orders[place % 3]!)))
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  })
})
