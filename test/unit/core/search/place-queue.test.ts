import { describe, expect, it } from 'vitest'
import { PlaceQueue } from '../../../../core/search/place-queue.ts'

describe('the searches of one place', () => {
  it('are replaced by the newest: those that wait are never begun', async () => {
    const queue = new PlaceQueue()
    const begun: number[] = []
    const ask = (number: number): Promise<number> =>
      queue.take('list', async () => {
        begun.push(number)
        await new Promise((resolve) => setTimeout(resolve, 5))
        return number
      })
    const results = await Promise.allSettled([ask(1), ask(2), ask(3), ask(4)])
    expect(begun).toEqual([1, 4])
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'cancelled'))).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
      4,
    ])
  })

  it('leave other places and searches without a place alone', async () => {
    const queue = new PlaceQueue()
    const one = (value: string) => async (): Promise<string> => Promise.resolve(value)
    const answers = await Promise.all([
      queue.take('list', one('list')),
      queue.take('palette', one('palette')),
      queue.take(undefined, one('first')),
      queue.take(undefined, one('second')),
    ])
    expect(answers).toEqual(['list', 'palette', 'first', 'second'])
  })
})
