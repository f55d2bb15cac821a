import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Reads a JSON file of the user's own folders; undefined when it is missing or damaged, since all of them can be made anew. */
export async function readPrivateJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes a JSON file of the user's own folders, whole or not at all, readable by this user alone. */
export async function writePrivateJson(path: string, value: unknown): Promise<void> {
  await writePrivateBytes(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`))
}

/** Writes a file of the user's own folders, whole or not at all, readable by this user alone. */
export async function writePrivateBytes(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Moves a file of the user's own folders into another of them, which is made if it is missing; returns its new path. */
export async function movePrivateFile(path: string, folder: string): Promise<string> {
  const target = join(folder, basename(path))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(path, target)
  return target
}
