import * as v from 'valibot'
import type { ArticleId } from '../model/article-id.ts'
import type { Tag } from '../model/tag.ts'
import type { TagPreview } from '../model/tag-operation.ts'
import type { TagMatrix, TagPage, TagRule, TagTrends } from '../model/tag-page.ts'
import type { GatheredSuggestion, TagSuggestion } from '../model/tag-suggestion.ts'
import { declareRequest } from './request.ts'
import type { BulkChange, TagUsage } from './results.ts'
import * as s from './schemas.ts'

const nothing = v.object({})
const optionalText = v.exactOptional(s.shortText)
const partialDayOrEmpty = v.exactOptional(v.union([s.partialDay, v.literal('')]))

/** Fields that a tag may have; empty text: the tag has none. */
const tagDetails = {
  from: partialDayOrEmpty,
  to: partialDayOrEmpty,
  note: optionalText,
  web: optionalText,
  country: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, 'a code of two letters'))),
  parent: v.exactOptional(v.union([s.tagId, v.literal('')])),
}

const tagOperation = v.variant('type', [
  v.object({ type: v.literal('merge'), from: s.tagIds, into: s.tagId }),
  v.object({ type: v.literal('split'), id: s.tagId, query: s.queryText, filter: s.articleFilter, names: s.names }),
  v.object({ type: v.literal('rename'), id: s.tagId, names: s.names }),
  v.object({ type: v.literal('convert'), id: s.tagId, kind: s.tagKind }),
  v.object({ type: v.literal('delete'), id: s.tagId, replaceWith: v.nullable(s.tagId) }),
  v.object({ type: v.literal('assign'), ids: s.articleIds, add: s.tagIds, remove: s.tagIds }),
])

/** What is wrong in `tags.yaml`, with the line. `damaged`: nothing can be written until the file is repaired. */
export interface TagFileState {
  readonly damaged: boolean
  readonly problems: readonly { readonly line: number; readonly code: string; readonly message: string }[]
}

/** A change of many articles that can be taken back with the token while the archive is open. */
export interface UndoableChange {
  readonly change: BulkChange
  readonly undo: string | null
}

/** Requests about tags: the registry, its use, changes with preview and undo, suggestions, rules. */
export const TAG_REQUESTS = {
  /** All tags with their use. Takes in first what was edited by hand. */
  'tags.list': declareRequest('read', nothing).returns<readonly TagUsage[]>(),
  /** How the articles of some tags lie in time, for tags in sight. */
  'tags.trends': declareRequest(
    'read',
    v.object({ ids: v.pipe(v.array(s.tagId), v.maxLength(500)) }),
  ).returns<TagTrends>(),
  'tags.problems': declareRequest('read', nothing).returns<TagFileState>(),
  'tags.create': declareRequest(
    'write',
    v.object({
      kind: s.tagKind,
      names: s.names,
      aliases: v.optional(v.array(s.shortText), []),
      color: v.exactOptional(s.color),
      ...tagDetails,
    }),
  ).returns<Tag>(),
  /** Fields that are not given stay; empty text takes a field off. */
  'tags.update': declareRequest(
    'write',
    v.object({
      id: s.tagId,
      names: v.exactOptional(s.names),
      aliases: v.exactOptional(v.array(s.shortText)),
      color: v.exactOptional(s.color),
      ...tagDetails,
    }),
  ).returns<Tag>(),
  /** Deletes a tag of the registry and takes it off every article. */
  'tags.delete': declareRequest(
    'write',
    v.object({ id: s.tagId, confirmed: s.confirmed, task: s.taskId }),
  ).returns<BulkChange>(),
  /** Adds and removes tags on many articles at once. */
  'tags.assign': declareRequest(
    'write',
    v.object({ ids: s.articleIds, add: s.tagIds, remove: s.tagIds, confirmed: s.confirmed, task: s.taskId }),
  ).returns<BulkChange>(),

  /** What a change would do, before it is made. */
  'tags.preview': declareRequest('read', v.object({ operation: tagOperation })).returns<TagPreview>(),
  'tags.change': declareRequest(
    'write',
    v.object({ operation: tagOperation, confirmed: s.confirmed, task: s.taskId }),
  ).returns<UndoableChange>(),
  'tags.undo': declareRequest('write', v.object({ undo: s.shortText, task: s.taskId })).returns<BulkChange>(),

  /** Tags that an article's text speaks of and that it does not have yet. */
  'tags.suggest': declareRequest('read', v.object({ id: s.articleId })).returns<readonly TagSuggestion[]>(),
  /** The same for a text that is not saved yet; `tags` are those it has. */
  'tags.suggestFor': declareRequest(
    'read',
    v.object({ title: s.shortText, body: s.longText, tags: v.optional(s.tagIds, []) }),
  ).returns<readonly TagSuggestion[]>(),
  /** Suggestions for many articles at once, gathered by tag, those for most articles first. */
  'tags.suggestMany': declareRequest(
    'read',
    v.object({ ids: v.pipe(s.articleIds, v.minLength(1)), task: s.taskId }),
  ).returns<readonly GatheredSuggestion[]>(),
  /** The user does not want this tag on these articles, or this name as a tag at all. */
  'tags.refuse': declareRequest(
    'write',
    v.variant('type', [
      v.object({ type: v.literal('known'), id: s.articleId, tag: s.tagId }),
      v.object({ type: v.literal('known-on-many'), ids: s.articleIds, tag: s.tagId }),
      v.object({ type: v.literal('new'), name: s.shortText }),
    ]),
  ).returns<null>(),

  'tags.rules': declareRequest('read', nothing).returns<readonly TagRule[]>(),
  /** Without `id` a new rule, with it a changed one. */
  'tags.saveRule': declareRequest(
    'write',
    v.object({
      id: optionalText,
      tag: s.tagId,
      name: v.pipe(s.shortText, v.trim(), v.nonEmpty('a name')),
      query: s.queryText,
      filter: s.articleFilter,
      mode: v.picklist(['suggest', 'assign']),
    }),
  ).returns<TagRule>(),
  'tags.deleteRule': declareRequest('write', v.object({ id: s.shortText })).returns<null>(),
  /** Articles that a rule fits and that do not have its tag yet. */
  'tags.ruleMatches': declareRequest('read', v.object({ id: s.shortText })).returns<readonly ArticleId[]>(),
  /** Sets the tags of all rules that may assign by themselves, on all articles or on these. */
  'tags.runRules': declareRequest(
    'write',
    v.object({ ids: v.optional(v.nullable(s.articleIds), null), confirmed: s.confirmed, task: s.taskId }),
  ).returns<UndoableChange>(),

  /** Everything about one tag; silences are counted up to `today`. */
  'tags.page': declareRequest('read', v.object({ id: s.tagId, today: s.wholeDay })).returns<TagPage>(),
  'tags.matrix': declareRequest(
    'read',
    v.object({
      rows: s.tagKind,
      columns: s.tagKind,
      query: s.queryText,
      filter: s.articleFilter,
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 50),
    }),
  ).returns<TagMatrix>(),
} as const
