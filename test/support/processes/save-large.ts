import { readFile } from 'node:fs/promises'
import { AppError } from '../../../core/contract/app-error.ts'
import { nodeFileSystem } from '../../../core/files/node-file-system.ts'
import { createSafeSave, waitFor } from '../../../core/files/safe-save.ts'
import { sha256 } from '../../../core/files/sha256.ts'

// Replaces a file by one of the length given and prints the code of the failure, or `saved`.
const [path = '', length = '0'] = process.argv.slice(2)
const saver = createSafeSave({ system: nodeFileSystem, wait: waitFor })
try {
  await saver.saveFile({ path, bytes: Buffer.alloc(Number(length), 'x'), replaces: sha256(await readFile(path)) })
  console.log('saved')
} catch (error) {
  console.log(error instanceof AppError ? error.code : error)
}
