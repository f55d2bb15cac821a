import { closeSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Segment } from '../segment/segment.ts'
import type { SegmentStore } from '../segment/segment-store.ts'
import type { ReadingMode } from '../worker-protocol.ts'
import { freshSegmentName } from './fresh-name.ts'
import { IndexDamaged } from './index-damaged.ts'
import { MANIFEST_FILE, readManifest, writeManifest, type ManifestSegment } from './manifest.ts'
import { contentOf, moveToFile, openSegmentFile, writeSegmentFile, type SegmentIdentity } from './segment-file.ts'

/** Files that no manifest names may belong to another running program; after this time, in milliseconds, they do not. */
const LEFT_OVER_AFTER = 3_600_000

/** The file that a segment lies in. */
interface SegmentFile {
  readonly path: string
  readonly check: number
  /** Open for reading what does not lie in memory; null for the delta, which does as a whole. */
  readonly descriptor: number | null
}

export interface FolderOptions {
  readonly folder: string
  readonly identity: SegmentIdentity
  readonly reading: ReadingMode
  readonly warn: (text: string) => void
}

/** The index of one archive on disk: a file per segment and a manifest. All of it may be deleted at any time. */
export class IndexFolder {
  private readonly options: FolderOptions
  private readonly files = new Map<Segment, SegmentFile>()

  constructor(options: FolderOptions) {
    this.options = options
    mkdirSync(options.folder, { recursive: true })
  }

  get identity(): SegmentIdentity {
    return this.options.identity
  }

  /** The segments that are whole. What is damaged is left out with a warning, and indexed anew by the catalog's comparison. */
  load(): Segment[] {
    const { folder, identity, warn } = this.options
    let listed: readonly ManifestSegment[] = []
    try {
      listed = readManifest(folder, identity) ?? []
    } catch (error) {
      warn(`The index is made anew: ${error instanceof Error ? error.message : String(error)}`)
    }
    const segments: Segment[] = []
    for (const entry of listed) {
      try {
        segments.push(this.openListed(entry))
      } catch (error) {
        warn(`A part of the index is made anew: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    this.sweep(new Set(listed.map((entry) => entry.file)))
    return segments
  }

  private openListed(entry: ManifestSegment): Segment {
    const { folder, identity, reading } = this.options
    const path = join(folder, entry.file)
    const { segment, check, descriptor } = openSegmentFile(path, identity, reading)
    const wrong = check !== entry.check || entry.dead.some((document) => document >= segment.documents)
    if (wrong) {
      closeSync(descriptor)
      throw new IndexDamaged(path, 'A file of the index is not the one that was written')
    }
    for (const document of entry.dead) segment.dead[document] = 1
    segment.deadCount = entry.dead.length
    for (const [term, count] of entry.surplus) segment.surplus.set(term, count)
    this.files.set(segment, { path, check, descriptor })
    return segment
  }

  /** Writes segments that have no file yet, then the manifest, then deletes files that it no longer names. */
  save(store: SegmentStore): void {
    const { folder, identity, reading } = this.options
    // Somebody may have emptied the cache meanwhile.
    mkdirSync(folder, { recursive: true })
    for (const segment of store.segments) {
      const known = this.files.get(segment)
      const sealed = segment !== store.unsealed
      if (known === undefined) {
        const path = this.freshPath()
        const check = writeSegmentFile(path, identity, contentOf(segment))
        const descriptor = sealed ? moveToFile(segment, path, identity, reading) : null
        this.files.set(segment, { path, check, descriptor })
      } else if (sealed && known.descriptor === null) {
        this.files.set(segment, { ...known, descriptor: moveToFile(segment, known.path, identity, reading) })
      }
    }
    this.commit(store)
    const current = new Set(store.segments)
    for (const [segment, { path }] of this.files) {
      if (current.has(segment)) continue
      this.release(segment)
      removeFile(path)
    }
  }

  private commit(store: SegmentStore): void {
    const entries = store.segments.map((segment): ManifestSegment => {
      const file = this.files.get(segment)
      if (file === undefined) throw new Error('A segment was left unwritten.')
      const dead = [...segment.dead.keys()].filter((document) => segment.dead[document] === 1)
      return { file: basename(file.path), check: file.check, dead, surplus: [...segment.surplus] }
    })
    writeManifest(this.options.folder, this.options.identity, entries)
  }

  /** A path for a new segment. */
  freshPath(): string {
    return join(this.options.folder, freshSegmentName())
  }

  /** Where a saved segment lies, or null. */
  pathOf(segment: Segment): string | null {
    return this.files.get(segment)?.path ?? null
  }

  /** Opens a file that a merge has written. */
  adopt(path: string): Segment {
    const { identity, reading } = this.options
    const { segment, check, descriptor } = openSegmentFile(path, identity, reading)
    this.files.set(segment, { path, check, descriptor })
    return segment
  }

  /** The segment of a damaged file, which is forgotten and deleted; null if no segment lies there. */
  discard(path: string): Segment | null {
    for (const [segment, file] of this.files) {
      if (file.path !== path) continue
      this.release(segment)
      removeFile(path)
      return segment
    }
    return null
  }

  private release(segment: Segment): void {
    const descriptor = this.files.get(segment)?.descriptor
    if (descriptor !== null && descriptor !== undefined) closeSync(descriptor)
    this.files.delete(segment)
  }

  /** Deletes everything. */
  clear(): void {
    removeFile(join(this.options.folder, MANIFEST_FILE))
    for (const [segment, { path }] of this.files) {
      this.release(segment)
      removeFile(path)
    }
  }

  close(): void {
    for (const segment of [...this.files.keys()]) this.release(segment)
  }

  private sweep(named: ReadonlySet<string>): void {
    const { folder } = this.options
    for (const name of readdirSync(folder)) {
      if (!/\.(?:lseg|tmp)$/.test(name) || named.has(name)) continue
      const path = join(folder, name)
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > LEFT_OVER_AFTER) removeFile(path)
    }
  }
}

/** A file that cannot be deleted now (Windows keeps open ones) is swept up at a later start. */
function removeFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
