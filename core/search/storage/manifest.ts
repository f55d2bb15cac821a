import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import { IndexDamaged } from './index-damaged.ts'
import type { SegmentIdentity } from './segment-file.ts'

export const MANIFEST_FILE = 'manifest.json'
const FORMAT = 1

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const segmentSchema = v.object({
  file: v.pipe(v.string(), v.regex(/^[0-9a-z-]+\.lseg$/)),
  check: count,
  dead: v.array(count),
  surplus: v.array(v.tuple([v.string(), count])),
})
const manifestSchema = v.object({
  format: v.literal(FORMAT),
  archiveId: v.string(),
  analyser: v.string(),
  segments: v.array(segmentSchema),
})

/** One segment of the index on disk, with what died in it since it was written. */
export type ManifestSegment = v.InferOutput<typeof segmentSchema>

/** Writes the list of segments; it comes last, so that everything in it is there. */
export function writeManifest(folder: string, identity: SegmentIdentity, segments: readonly ManifestSegment[]): void {
  const { archiveId, analyser } = identity
  const json = JSON.stringify({ format: FORMAT, archiveId, analyser, segments })
  const path = join(folder, MANIFEST_FILE)
  const descriptor = openSync(`${path}.tmp`, 'w')
  try {
    // The first line guards the second.
    writeSync(descriptor, `${crc32(json)}\n${json}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(`${path}.tmp`, path)
}

/**
 * Reads the list of segments; null where there is none yet.
 *
 * @throws IndexDamaged where it is not exactly what was written, or belongs to another archive or other rules.
 */
export function readManifest(folder: string, identity: SegmentIdentity): readonly ManifestSegment[] | null {
  const path = join(folder, MANIFEST_FILE)
  const text = readIfThere(path)
  if (text === null) return null
  const [check, json = '', ...rest] = text.split('\n')
  if (String(crc32(json)) !== check || rest.join('') !== '')
    throw new IndexDamaged(path, 'The list of segments is damaged')
  const parsed = v.safeParse(manifestSchema, JSON.parse(json))
  if (!parsed.success) throw new IndexDamaged(path, 'The list of segments has another format')
  const { archiveId, analyser, segments } = parsed.output
  if (archiveId !== identity.archiveId) throw new IndexDamaged(path, 'The index belongs to another archive')
  if (analyser !== identity.analyser) throw new IndexDamaged(path, 'The index was made under other rules')
  return segments
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
