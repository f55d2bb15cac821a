/** Bounds what is under way at the same time by its weight. */
export interface RunRoom {
  /** Resolves, in the order of the calls, once there is room; the function that it returns gives the room back. */
  enter(bytes: number): Promise<() => void>
}

/** Files up to this many bytes are read and written in no time; the others are read in another process. */
const SMALL = 64_000
/** Of larger files as many are under way as keep the readers busy, of large ones two, and an enormous one goes alone. */
const MEDIUM = 8_000_000
const LARGE = 25_000_000
const MEDIUM_AT_ONCE = 8
const LARGE_AT_ONCE = 2

function weightOf(bytes: number, room: number): number {
  if (bytes <= SMALL) return 1
  if (bytes <= MEDIUM) return room / MEDIUM_AT_ONCE
  return bytes <= LARGE ? room / LARGE_AT_ONCE : room
}

/** Makes an empty room for so many small files; a multiple of 8. */
export function createRoom(room: number): RunRoom {
  let free = room
  const waiting: { readonly weight: number; readonly open: () => void }[] = []
  const letIn = (): void => {
    for (let next = waiting[0]; next !== undefined && next.weight <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.weight
      next.open()
    }
  }
  return {
    enter: async (bytes) => {
      const weight = weightOf(bytes, room)
      await new Promise<void>((open) => {
        waiting.push({ weight, open })
        letIn()
      })
      return () => {
        free += weight
        letIn()
      }
    },
  }
}
