import { lstat, mkdir, open, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { MOST_FILE_BYTES, MOST_FILE_NAME } from '../contract/limits.ts'
import { movePrivateFile } from '../workspace/private-file.ts'
import { detectFormat, MOST_DETECT_BYTES } from './detect-format.ts'
import { LEAST_LIMIT, MOST_SOURCE_BYTES, mostBytesOf } from './import-limits.ts'
import type { ReadMember } from './read-result.ts'
import { walkSources, type FoundSource } from './walk-sources.ts'

/** A source that a host laid ready. */
export interface StagedSource {
  readonly id: string
  /** Name as the user knows it: the file's name, or its path below the folder chosen. */
  readonly name: string
  /** Length in bytes, before it is read. */
  readonly size: number
  /** Time of the last change that the file system tells, or null for bytes without a file. */
  readonly modified: Date | null
  /** Where it lies; null for bytes without a file. */
  readonly path: string | null
  /** True for a copy that the program made of what the user gave. */
  readonly isCopy: boolean
  /** Why it cannot be read, found when it was laid ready; else null. */
  readonly fault: AppError | null
  /** @throws AppError `unreadable-source`, `too-large` */
  read(): Promise<Uint8Array>
  /** Pictures that a browser saved beside a page; none for every other source. */
  companions(): Promise<readonly ReadMember[]>
}

export interface Intake {
  /** Lays bytes ready; `name` is the file's name as the user knows it. @throws AppError `too-large` */
  addBytes(name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string>
  /** Lays a file, or all files of a folder, ready without copying them. @throws AppError `not-found` */
  addPath(path: string): Promise<readonly string[]>
  /** Lays a file ready that an earlier program had laid ready. */
  addKnown(known: { readonly name: string; readonly path: string; readonly isCopy: boolean }): Promise<string>
  /** Moves the copy of a source into a folder that outlives this program; sources without a copy are left alone. */
  moveCopy(id: string, folder: string): Promise<void>
  /** The source of an id, or undefined. It stays until it is discarded. */
  find(id: string): StagedSource | undefined
  /** Forgets a source and deletes the copy made for it; the user's own files are left alone. */
  discard(id: string): Promise<void>
  /** Forgets a source and leaves its copy where it lies. */
  forget(id: string): void
  /** Discards all. */
  close(): Promise<void>
}

export interface IntakeOptions {
  /** Folder of this user where copies wait. */
  readonly privateFolder: string
  /** Random bytes. */
  readonly random: (count: number) => Uint8Array
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function readSource(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    const most = size > LEAST_LIMIT ? mostBytesOf(detectFormat(name, await readHead(path))) : MOST_SOURCE_BYTES
    if (size > most) throw tooLarge(name, size, most)
    return await readFile(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'unreadable-source',
      `${name} cannot be read: ${messageOf(error)}`,
      { source: name },
      { cause: error },
    )
  }
}

/** The first bytes of a file: all that is looked at to tell its format. */
async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(MOST_DETECT_BYTES) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function tooLarge(name: string, size: number, most = MOST_SOURCE_BYTES): AppError {
  return new AppError('too-large', `${name} has ${size} bytes; at most ${most} are read.`, { source: name, size })
}

/** Writes a stream into a new file that only this user can read; returns its length. */
async function writeCopy(path: string, name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      size += chunk.length
      if (size > MOST_FILE_BYTES) throw tooLarge(name, size)
      await file.writeFile(chunk)
    }
    return size
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

const MOST_PICTURES = 200
const MOST_PICTURE_BYTES = 100_000_000

/** The raster images of a folder, without looking into folders below; stops at a bound of files and bytes. */
async function readPictures(folder: string): Promise<readonly ReadMember[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:png|jpe?g|gif|webp)$/i.test(name)).sort()
  const pictures: ReadMember[] = []
  let total = 0
  for (const name of names.slice(0, MOST_PICTURES)) {
    const info = await lstat(join(folder, name))
    total += info.size
    if (total > MOST_PICTURE_BYTES) break
    if (info.isFile()) pictures.push({ name, bytes: await readFile(join(folder, name)) })
  }
  return pictures
}

const DEEPEST_NAME = 12

/** A name, with the folders below the one chosen, that is only shown and never used as a path. */
function shownName(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.slice(-DEEPEST_NAME).join('/').slice(-MOST_FILE_NAME) || 'file'
}

function stagedSource(id: string, found: FoundSource, isCopy: boolean): StagedSource {
  const { path, name, size, modified, fault, pictures } = found
  return {
    id,
    name,
    size,
    modified,
    path,
    isCopy,
    fault,
    companions: () => (pictures === null ? Promise.resolve([]) : readPictures(pictures)),
    read: async () => {
      if (fault !== null) throw fault
      return readSource(path, name)
    },
  }
}

/** Makes the place where hosts lay sources ready for an import. */
export function createIntake({ privateFolder, random }: IntakeOptions): Intake {
  // A folder of this process alone: another program of the same user may be importing too.
  const folder = join(privateFolder, 'intake', String(process.pid))
  const sources = new Map<string, StagedSource>()
  const newId = (): string => Buffer.from(random(12)).toString('hex')
  const addFound = (found: FoundSource, isCopy = false): string => {
    const id = newId()
    sources.set(id, stagedSource(id, found, isCopy))
    return id
  }

  return {
    addBytes: async (name, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, newId())
      const shown = shownName(name)
      const size = await writeCopy(path, shown, bytes)
      return addFound({ path, name: shown, size, modified: null, fault: null, pictures: null }, true)
    },
    addPath: async (path) => {
      const absolute = resolve(path)
      const info = await lstat(absolute).catch(() => null)
      if (info === null) throw new AppError('not-found', `There is no file or folder ${path}.`, { file: path })
      // A folder that the user names through a link is meant; links inside it are not followed.
      const found = await walkSources(await realpath(absolute), basename(absolute))
      return found.map((source) => addFound(source))
    },
    addKnown: async ({ name, path, isCopy }) => {
      const [found] = await walkSources(path, name).catch(() => [])
      const fault = new AppError('unreadable-source', `${name} is not there any more.`, { source: name })
      const gone: FoundSource = { path, name, size: 0, modified: null, fault, pictures: null }
      return addFound(found === undefined ? gone : { ...found, name }, isCopy)
    },
    moveCopy: async (id, target) => {
      const source = sources.get(id)
      if (source?.isCopy !== true || source.path === null) return
      const path = await movePrivateFile(source.path, target)
      const { name, size, modified, fault } = source
      sources.set(id, stagedSource(id, { path, name, size, modified, fault, pictures: null }, true))
    },
    find: (id) => sources.get(id),
    discard: async (id) => {
      const source = sources.get(id)
      sources.delete(id)
      if (source?.isCopy === true && source.path !== null) await rm(source.path, { force: true })
    },
    forget: (id) => void sources.delete(id),
    close: async () => {
      sources.clear()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Deletes the copies of programs that ended without doing so themselves. */
export async function sweepIntake(privateFolder: string): Promise<void> {
  const folder = join(privateFolder, 'intake')
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => !isRunning(Number(name)))
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

/** True for the number of a process that runs now. */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
