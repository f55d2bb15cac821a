/** Runs work one after the other where it has the same key, and at the same time where it has not. */
export interface KeyedQueue {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>
  /**
   * Waits until nothing runs under any of the keys and keeps them all, until the function that it returns is called.
   * All places in the queue are taken at once, so that two holders never wait for each other.
   */
  hold(keys: readonly string[]): Promise<() => void>
  /** Resolves when everything that was asked for until now is done. */
  idle(): Promise<void>
}

/** Makes an empty queue. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    async run(key, work) {
      const before = last.get(key) ?? Promise.resolve()
      // The one before reports its own failure to whoever asked for it.
      const mine = before.then(work, work)
      last.set(key, mine)
      try {
        return await mine
      } finally {
        if (last.get(key) === mine) last.delete(key)
      }
    },
    async hold(keys) {
      const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
      const before: Promise<unknown>[] = []
      const mine = new Map<string, Promise<unknown>>()
      for (const key of new Set(keys)) {
        const earlier = last.get(key)
        if (earlier !== undefined) before.push(earlier)
        const place = earlier === undefined ? held : Promise.allSettled([earlier, held])
        mine.set(key, place)
        last.set(key, place)
      }
      await Promise.allSettled(before)
      return () => {
        release(undefined)
        for (const [key, place] of mine) if (last.get(key) === place) last.delete(key)
      }
    },
    async idle() {
      await Promise.allSettled([...last.values()])
    },
  }
}
