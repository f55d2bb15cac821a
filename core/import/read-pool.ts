import type { Log } from '../contract/log.ts'
import type { ReadResult } from './read-result.ts'
import { readSource, type ReadRequest } from './read-source.ts'

/** Where sources are read. */
export interface ReadPool {
  /** @throws AppError with the reason why the source could not be read */
  read(request: ReadRequest, signal?: AbortSignal): Promise<ReadResult>
  close(): Promise<void>
}

/** Makes the pool of readers. */
export function createReadPool(_log: Log): ReadPool {
  return {
    read: (request) => readSource(request),
    close: () => Promise.resolve(),
  }
}
