import * as v from 'valibot'
import type { Peak, TimelineMoments, TimelineNote } from '../model/moments.ts'
import { GRAINS, LANE_FIELDS, type Timeline } from '../model/timeline.ts'
import { declareRequest } from './request.ts'
import * as s from './schemas.ts'

/** Requests about time: counts, silences, anniversaries, peaks, notes. */
export const TIMELINE_REQUESTS = {
  'timeline.read': declareRequest(
    'read',
    v.object({
      query: s.queryText,
      filter: s.articleFilter,
      grain: v.picklist([...GRAINS, 'auto']),
      lanes: v.nullable(v.picklist(LANE_FIELDS)),
    }),
  ).returns<Timeline>(),
  /** Silent periods of at least so many days, "on this day", first and last mention, for the tags of one kind. */
  'timeline.moments': declareRequest(
    'read',
    v.object({
      query: s.queryText,
      filter: s.articleFilter,
      kind: s.tagKind,
      today: s.wholeDay,
      leastDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 60),
    }),
  ).returns<TimelineMoments>(),
  /** Units with far more articles than usual, highest first, with the words that set them apart. */
  'timeline.peaks': declareRequest(
    'read',
    v.object({
      query: s.queryText,
      filter: s.articleFilter,
      grain: v.picklist(GRAINS),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 5),
    }),
  ).returns<readonly Peak[]>(),
  'timeline.notes': declareRequest('read', v.object({})).returns<readonly TimelineNote[]>(),
  /** Without `id` a new note, with it a changed one. */
  'timeline.saveNote': declareRequest(
    'write',
    v.object({
      id: v.exactOptional(s.shortText),
      from: s.wholeDay,
      to: s.wholeDay,
      text: v.pipe(s.shortText, v.trim(), v.nonEmpty('a text')),
    }),
  ).returns<TimelineNote>(),
  'timeline.deleteNote': declareRequest('write', v.object({ id: s.shortText })).returns<null>(),
} as const
