import { readdirSync, readFileSync } from 'node:fs'

function childrenOf(id: number): readonly number[] {
  return readdirSync(`/proc/${String(id)}/task`).flatMap((thread) =>
    readFileSync(`/proc/${String(id)}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  )
}

/** Memory of a process and all below it in bytes, what they share counted once; processes that end meanwhile count as none. */
function bytesOf(id: number): number {
  try {
    const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(id)}/smaps_rollup`, 'utf8'))?.[1] ?? '0'
    return Number(own) * 1_024 + childrenOf(id).reduce((sum, child) => sum + bytesOf(child), 0)
  } catch {
    return 0
  }
}

/** Watches a running program and its children. */
export interface MemoryWatch {
  /** Most bytes that were seen together; 0 where the system does not tell. */
  stop(): number
}

/** Measures the memory of a program, with all programs it starts, several times a second. */
export function watchMemory(id: number): MemoryWatch {
  let most = 0
  const timer = setInterval(() => {
    if (process.platform === 'linux') most = Math.max(most, bytesOf(id))
  }, 120)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}
