import { AppError } from '../contract/app-error.ts'
import { isMissing, systemCode, type FileSystem } from './file-system.ts'

/**
 * Reads a whole file. A file that has a length but gives no bytes is a placeholder of a sync client, not an empty file.
 *
 * @throws AppError `not-found`; `file-unavailable` where it is there but cannot be read now.
 */
export async function readWhole(system: FileSystem, path: string): Promise<Uint8Array> {
  try {
    const bytes = await system.read(path)
    if (bytes.length === 0 && (await system.info(path)).size > 0) {
      throw new AppError('file-unavailable', `Reading ${path}: it has a length but gives no bytes.`, { file: path })
    }
    return bytes
  } catch (error) {
    if (error instanceof AppError || systemCode(error) === '') throw error
    if (isMissing(error))
      throw new AppError('not-found', `Reading ${path}: there is no such file.`, { file: path }, { cause: error })
    const code = systemCode(error)
    throw new AppError(
      'file-unavailable',
      `Reading ${path}: failed (${code}).`,
      { file: path, system: code },
      { cause: error },
    )
  }
}

/** As `readWhole`, but null where there is no such file. */
export async function readIfPresent(system: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await readWhole(system, path)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
