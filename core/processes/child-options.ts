/** The part of the heap where new objects begin would grow to 60 MB in each process. */
const SMALL_NURSERY = '--max-semi-space-size=8'

/** Options of Node for the children: one that has read many sources gives its memory back when it chooses to. */
export const CHILD_OPTIONS: readonly string[] = ['--expose-gc', SMALL_NURSERY]

/** Options of Node for the core's own process: after a big piece of work it gives its memory back, see `collectSpent`. */
export const CORE_OPTIONS: readonly string[] = ['--expose-gc', SMALL_NURSERY]
