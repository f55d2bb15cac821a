import { closeSync } from 'node:fs'
import { mergeSegments } from '../segment/merge-segments.ts'
import type { Segment } from '../segment/segment.ts'
import { openSegmentFile, writeSegmentFile, type SegmentIdentity } from './segment-file.ts'

/** What a merge is to do: plain data, since it runs in a worker of its own. */
export interface MergeTask {
  readonly identity: SegmentIdentity
  readonly sources: readonly { readonly path: string; readonly dead: readonly number[] }[]
  readonly target: string
}

/** Joins segments' files into one new file without their dead articles. Returns the checksum of its header. */
export function mergeFiles({ identity, sources, target }: MergeTask): number {
  const opened = sources.map(({ path }) => openSegmentFile(path, identity, 'mem'))
  try {
    const segments = opened.map(({ segment }, index) => {
      for (const document of sources[index]?.dead ?? []) segment.dead[document] = 1
      return segment
    })
    const { tables, postings, positions, origins } = mergeSegments(segments)
    return writeSegmentFile(target, identity, {
      tables,
      postings,
      positions,
      texts: (write) => {
        for (const { segment, document } of origins) write(storedText(segments, segment, document))
      },
    })
  } finally {
    for (const { descriptor } of opened) closeSync(descriptor)
  }
}

function storedText(segments: readonly Segment[], index: number, document: number): Uint8Array {
  const segment = segments[index]
  if (segment === undefined) return new Uint8Array()
  const from = segment.textOffsets[document] ?? 0
  const to = segment.textOffsets[document + 1] ?? from
  const { bytes, at } = segment.texts.read(from, to)
  return bytes.subarray(at, at + to - from)
}
