import { open, rename, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { AppError } from '../core/contract/app-error.ts'

/**
 * Writes a file to a place outside any archive that the user chose: whole or not at all.
 *
 * @throws AppError `save-failed`
 */
export async function saveBytes(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new AppError('save-failed', `${path} could not be written.`, { path }, { cause: error })
  }
}
