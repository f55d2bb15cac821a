import * as v from 'valibot'
import type { Peak, TimelineMoments, TimelineNote } from '../model/moments.ts'
import {
  GRAINS,
  LANE_FIELDS,
  LANE_ORDERS,
  STACK_FIELDS,
  type TagComparison,
  type Timeline,
  type TimelineMarks,
} from '../model/timeline.ts'
import { declareRequest } from './request.ts'
import type { DocumentMade } from './results.ts'
import * as s from './schemas.ts'

const laneIds = v.pipe(v.array(s.shortText), v.maxLength(1_000))

/** What a timeline is counted from and how. */
const view = {
  query: s.queryText,
  filter: s.articleFilter,
  grain: v.picklist([...GRAINS, 'auto']),
  lanes: v.nullable(v.picklist(LANE_FIELDS)),
  /** Left out: all lanes, most articles first. */
  page: v.exactOptional(
    v.object({
      order: v.picklist(LANE_ORDERS),
      limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
      pinned: laneIds,
      hidden: laneIds,
    }),
  ),
  stack: v.exactOptional(v.nullable(v.picklist(STACK_FIELDS))),
}

/** Formats that a timeline can be saved in as it is shown. */
export const TIMELINE_FORMATS = ['svg', 'png', 'csv'] as const
export type TimelineFormat = (typeof TIMELINE_FORMATS)[number]

/** Requests about time: counts, silences, anniversaries, peaks, notes. */
export const TIMELINE_REQUESTS = {
  'timeline.read': declareRequest('read', v.object(view)).returns<Timeline>(),
  /** The articles one by one, oldest first, where there are no more than the limit. */
  'timeline.marks': declareRequest(
    'read',
    v.object({
      query: s.queryText,
      filter: s.articleFilter,
      lanes: v.nullable(v.picklist(LANE_FIELDS)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)), 400),
    }),
  ).returns<TimelineMarks>(),
  /** Two to six tags over the same units. */
  'timeline.compare': declareRequest(
    'read',
    v.object({
      query: s.queryText,
      filter: s.articleFilter,
      grain: v.picklist([...GRAINS, 'auto']),
      tags: v.pipe(s.tagIds, v.minLength(1), v.maxLength(6)),
      today: s.wholeDay,
    }),
  ).returns<TagComparison>(),
  /** The timeline as a picture, or its numbers as a table, laid ready to be saved. */
  'timeline.draw': declareRequest(
    'read',
    v.object({
      ...view,
      format: v.picklist(TIMELINE_FORMATS),
      language: s.language,
      logScale: v.optional(v.boolean(), false),
    }),
  ).returns<DocumentMade>(),
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
