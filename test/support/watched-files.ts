import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** One use of a path. */
export interface FileUse {
  readonly call: string
  readonly path: string
}

/** All paths that this process gives to the file system. */
export interface WatchedFiles {
  /** Uses of paths that lie in none of the folders. */
  outside(folders: readonly string[]): readonly FileUse[]
  /** Number of uses so far. */
  count(): number
}

/** Functions of Node whose first argument, or first two, are paths. */
const CALLS = [
  ...['access', 'appendFile', 'chmod', 'copyFile', 'cp', 'link', 'lstat', 'mkdir', 'mkdtemp', 'open', 'opendir'],
  ...['readFile', 'readdir', 'readlink', 'realpath', 'rename', 'rm', 'rmdir', 'stat', 'symlink', 'truncate', 'unlink'],
  ...['utimes', 'watch', 'writeFile', 'createReadStream', 'createWriteStream', 'exists', 'existsSync'],
]
const OF_TWO_PATHS = /^(?:copyFile|cp|link|rename|symlink)/

function pathOf(value: unknown): string | null {
  if (typeof value === 'string') return resolve(value)
  if (Buffer.isBuffer(value)) return resolve(value.toString())
  return value instanceof URL ? fileURLToPath(value) : null
}

/** Puts a recorder before every such function of an object; what it returns takes them off again. */
function wrap(target: Record<string, unknown>, prefix: string, uses: FileUse[]): () => void {
  const originals = new Map<string, unknown>()
  for (const call of CALLS.flatMap((name) => [name, `${name}Sync`])) {
    const original = target[call]
    if (typeof original !== 'function') continue
    originals.set(call, original)
    const recorder = (...given: readonly unknown[]): unknown => {
      for (const value of given.slice(0, OF_TWO_PATHS.test(call) ? 2 : 1)) {
        const path = pathOf(value)
        if (path !== null) uses.push({ call: prefix + call, path })
      }
      return Reflect.apply(original, target, given)
    }
    // Node hangs further functions on some of these, such as `realpath.native`.
    target[call] = Object.assign(recorder, original)
  }
  return () => {
    for (const [call, original] of originals) target[call] = original
  }
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Watches the file calls of this process until the running test ends. Workers and children are not seen. */
export function watchFiles(): WatchedFiles {
  const uses: FileUse[] = []
  // Node lets others replace the functions of both.
  const restore = [wrap(fs, 'fs.', uses), wrap(fs.promises, 'fs.promises.', uses)]
  syncBuiltinESMExports()
  onTestFinished(() => {
    for (const undo of restore) undo()
    syncBuiltinESMExports()
  })
  return {
    outside: (folders) => uses.filter(({ path }) => !folders.some((folder) => isIn(folder, path))),
    count: () => uses.length,
  }
}
