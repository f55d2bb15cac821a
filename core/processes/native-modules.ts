import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'

/** SHA-256 of the native file of a package, in hexadecimal, by the package's name. */
export type NativeHashes = Readonly<Record<string, string>>

/** Set by the bundler from the packages that the program is built with; absent where Node runs the sources. */
declare const PRESS_ARCHIVE_NATIVE_HASHES: NativeHashes | undefined

const wrapperPackage = v.object({ optionalDependencies: v.optional(v.record(v.string(), v.string()), {}) })

/** A native file that a package may load on this system. */
export interface NativeFile {
  readonly packageName: string
  readonly path: string
}

/**
 * The native files that are there for a package which keeps one package for each system.
 *
 * @param from the address of a module that can import the package
 */
export async function nativeFilesOf(name: string, from: string | URL): Promise<readonly NativeFile[]> {
  const manifest = createRequire(from).resolve(`${name}/package.json`)
  const { optionalDependencies } = v.parse(wrapperPackage, JSON.parse(await readFile(manifest, 'utf8')))
  const require = createRequire(manifest)
  return Object.keys(optionalDependencies).flatMap((packageName) => {
    try {
      return [{ packageName, path: require.resolve(packageName) }]
    } catch {
      // Made for another system, so it is not installed.
      return []
    }
  })
}

/** SHA-256 of a file in hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Compares the native files of a package with what they were when the program was built: in the packaged program they lie
 * where the seal on its own code does not reach. The sources state nothing and are not checked. Where the package cannot
 * be found at all there is nothing to load.
 *
 * @throws AppError `program-damaged` that names the file
 */
export async function checkNativeModule(
  name: string,
  from: string | URL,
  hashes: NativeHashes | undefined = builtWith(),
): Promise<void> {
  if (hashes === undefined) return
  for (const { packageName, path } of await nativeFilesOf(name, from).catch(() => [])) {
    if ((await hashOfFile(path)) === hashes[packageName]) continue
    throw new AppError(
      'program-damaged',
      `${path} is not the file that this program was built with; it is not loaded.`,
      {
        file: path,
      },
    )
  }
}

function builtWith(): NativeHashes | undefined {
  return typeof PRESS_ARCHIVE_NATIVE_HASHES === 'undefined' ? undefined : PRESS_ARCHIVE_NATIVE_HASHES
}
