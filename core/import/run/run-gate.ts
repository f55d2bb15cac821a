/** Holds a run between two sources while the user paused it. */
export interface RunGate {
  readonly paused: boolean
  setPaused(paused: boolean): void
  /** Resolves when the run may take its next source; at once when the signal is aborted. */
  passed(signal: AbortSignal | undefined): Promise<void>
}

/** Makes an open gate. */
export function createRunGate(): RunGate {
  let paused = false
  let waiting: (() => void)[] = []
  const open = (): void => {
    const released = waiting
    waiting = []
    for (const release of released) release()
  }
  return {
    get paused() {
      return paused
    },
    setPaused: (next) => {
      paused = next
      if (!paused) open()
    },
    passed: async (signal) => {
      while (paused && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          signal?.addEventListener('abort', () => resolve(), { once: true })
        })
      }
    },
  }
}
