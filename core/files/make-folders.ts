import { dirname } from 'node:path'
import { outcomeOf } from './batch-calls.ts'
import { systemCode, type FileSystem } from './file-system.ts'
import { saveError } from './save-error.ts'

/**
 * Makes folders and those above them, as far as they are missing, and waits once for each folder in which some were made.
 *
 * @returns why a folder could not be made, by its path; nothing of those that are there
 */
export async function makeFolders(
  system: FileSystem,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, unknown>> {
  const failures = new Map<string, unknown>()
  const missing = new Set<string>()
  const made = new Map<string, string[]>()
  const make = async (path: string, mayLackParent: boolean): Promise<void> => {
    try {
      await system.makeFolder(path)
      made.set(dirname(path), [...(made.get(dirname(path)) ?? []), path])
    } catch (error) {
      const code = systemCode(error)
      if (code === 'EEXIST') return
      if (code === 'ENOENT' && mayLackParent && dirname(path) !== path) missing.add(path)
      else failures.set(path, saveError(error, 'Making the folder', path))
    }
  }
  await Promise.all([...paths].map((path) => make(path, true)))
  if (missing.size > 0) {
    const above = await makeFolders(system, new Set([...missing].map((path) => dirname(path))))
    for (const path of missing) {
      const failure = above.get(dirname(path))
      if (failure === undefined) await make(path, false)
      else failures.set(path, failure)
    }
  }
  for (const [parent, children] of made) {
    const synced = await outcomeOf(() => system.syncFolder(parent))
    if (synced.done) continue
    for (const path of children) failures.set(path, saveError(synced.error, 'Making the folder', path))
  }
  return failures
}
