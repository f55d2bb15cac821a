import { AppError } from '../core/contract/app-error.ts'
import type { HostCore } from '../core/contract/host-core.ts'
import { MOST_FILE_BYTES, MOST_FILE_NAME } from '../core/contract/limits.ts'

/** Files arriving from the window in pieces, each under a number of its own. */
export interface StagedFiles {
  begin(name: string): number
  /** Resolves when the next piece may come. */
  chunk(stage: number, bytes: Uint8Array): Promise<void>
  /** Resolves to the source id. */
  end(stage: number): Promise<string>
  cancel(stage: number): Promise<void>
}

interface Stage {
  readonly push: (bytes: Uint8Array) => Promise<void>
  readonly finish: (error?: AppError) => void
  readonly source: Promise<string>
}

/** Takes files in for import piece by piece, so that neither a path nor a whole large file crosses the border at once. */
export function createStagedFiles(intake: HostCore['intake']): StagedFiles {
  const stages = new Map<number, Stage>()
  let last = 0
  const stageOf = (number: number): Stage => {
    const stage = stages.get(number)
    if (stage === undefined) throw new AppError('bad-request', 'There is no such file on its way.')
    return stage
  }
  return {
    begin: (name) => {
      if (name === '' || name.length > MOST_FILE_NAME) throw new AppError('bad-request', 'The file has no usable name.')
      last += 1
      stages.set(last, openStage(name, intake))
      return last
    },
    chunk: (number, bytes) => stageOf(number).push(bytes),
    end: async (number) => {
      const stage = stageOf(number)
      stages.delete(number)
      stage.finish()
      return stage.source
    },
    cancel: async (number) => {
      const stage = stageOf(number)
      stages.delete(number)
      stage.finish(new AppError('cancelled', 'The file was not taken in whole.'))
      await stage.source.catch(() => undefined)
    },
  }
}

function openStage(name: string, intake: HostCore['intake']): Stage {
  const stream = new TransformStream<Uint8Array, Uint8Array>()
  const writer = stream.writable.getWriter()
  let length = 0
  const source = intake.addBytes(name, stream.readable)
  // Whoever sends the pieces hears of a failure by the next one, or at the end.
  source.catch((error: unknown) => void writer.abort(error).catch(() => undefined))
  return {
    source,
    push: async (bytes) => {
      length += bytes.byteLength
      if (length > MOST_FILE_BYTES) {
        throw new AppError('too-large', `${name} is longer than ${MOST_FILE_BYTES} bytes.`, { limit: MOST_FILE_BYTES })
      }
      await writer.write(bytes)
    },
    finish: (error) => void (error === undefined ? writer.close() : writer.abort(error)).catch(() => undefined),
  }
}
