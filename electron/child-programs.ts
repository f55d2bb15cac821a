import type { UtilityProcess } from 'electron'
import type { ChildNews, ChildOrder } from '../core/processes/child-messages.ts'
import { ENTRY_SOURCES, type EntryName } from '../core/processes/entry-url.ts'

/** The part of a utility process that is used here. */
export type Program = Pick<UtilityProcess, 'postMessage' | 'on' | 'kill'>

/** The core's children, which only the main process can start. */
export interface ChildPrograms {
  /** Does what the core's process ordered. */
  follow(order: ChildOrder): void
  /** Ends all of them: the core that they worked for has gone. */
  killAll(): void
}

/** Runs the core's children and passes messages on in both directions. */
export function createChildPrograms(
  fork: (entry: EntryName) => Program,
  tell: (news: ChildNews) => void,
): ChildPrograms {
  const running = new Map<number, Program>()
  const launch = (child: number, entry: EntryName): void => {
    if (!Object.hasOwn(ENTRY_SOURCES, entry)) {
      tell({ news: 'exit', child, code: null })
      return
    }
    const program = fork(entry)
    running.set(child, program)
    program.on('message', (message: unknown) => tell({ news: 'message', child, message }))
    program.on('exit', (code) => {
      // A child of a core that has gone is not news for the next one.
      if (running.delete(child)) tell({ news: 'exit', child, code })
    })
  }
  return {
    follow: (order) => {
      switch (order.order) {
        case 'launch':
          launch(order.child, order.entry)
          return
        case 'send':
          running.get(order.child)?.postMessage(order.message)
          return
        case 'kill':
          running.get(order.child)?.kill()
          return
      }
    },
    killAll: () => {
      const programs = [...running.values()]
      running.clear()
      for (const program of programs) program.kill()
    },
  }
}
