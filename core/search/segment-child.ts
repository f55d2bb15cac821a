import { hearParent, tellParent } from '../processes/parent-channel.ts'
import type { BuildReply } from './segment-builders.ts'
import { buildFile, type BuildTask } from './storage/build-file.ts'

/* Entry of the child processes that build segments, one after the other, until they are ended. */

function answer(task: BuildTask): BuildReply {
  try {
    buildFile(task)
    return { failure: null }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// The parent is this program itself and sends nothing but tasks.
hearParent((task) => void tellParent(answer(task as BuildTask)))
