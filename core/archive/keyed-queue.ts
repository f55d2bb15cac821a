/** Runs work one after the other where it has the same key, and at the same time where it has not. */
export interface KeyedQueue {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>
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
    async idle() {
      await Promise.allSettled([...last.values()])
    },
  }
}
