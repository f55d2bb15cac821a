import { describe, expect, it } from 'vitest'
import type { ArchiveEvent } from '../../../../core/contract/archive-events.ts'
import { createEventHub } from '../../../../core/contract/event-hub.ts'
import { createTaskRegistry } from '../../../../core/tasks/task-registry.ts'

function setUp(): { heard: ArchiveEvent[]; tasks: ReturnType<typeof createTaskRegistry>; tick: (ms: number) => void } {
  const hub = createEventHub((error) => {
    throw error
  })
  const heard: ArchiveEvent[] = []
  hub.subscribe((event) => heard.push(event))
  let time = 0
  const tasks = createTaskRegistry(hub.emit, () => time)
  return { heard, tasks, tick: (ms) => (time += ms) }
}

describe('the task registry', () => {
  it('gives back the result and tells progress at a bounded rate, the end always', async () => {
    const { heard, tasks, tick } = setUp()
    const result = await tasks.run('job', ({ onProgress }) => {
      for (let done = 1; done <= 100; done += 1) {
        onProgress(done, 100, `file ${done}`)
        tick(10)
      }
      return Promise.resolve('ready')
    })
    expect(result).toBe('ready')
    expect(heard.length).toBe(11)
    expect(heard.at(-1)).toEqual({
      name: 'task.progress',
      value: { task: 'job', done: 100, total: 100, current: 'file 100' },
    })
  })

  it('aborts the signal of the task named, and only that one', async () => {
    const { tasks } = setUp()
    const untilAborted = (id: string): Promise<boolean> =>
      tasks.run(
        id,
        ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.aborted))),
      )
    const first = untilAborted('first')
    const second = untilAborted('second')
    expect(tasks.cancel('first')).toBe(true)
    expect(await first).toBe(true)
    expect(tasks.cancel('first')).toBe(false)
    await tasks.close()
    expect(await second).toBe(true)
  })

  it('forgets a task that failed', async () => {
    const { tasks } = setUp()
    await expect(tasks.run('job', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(tasks.cancel('job')).toBe(false)
  })
})
