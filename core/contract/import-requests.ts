import * as v from 'valibot'
import { CHARSETS } from '../model/charset.ts'
import type {
  ImportPreview,
  ImportQuestions,
  ImportReport,
  RunningImport,
  UnfinishedRun,
} from '../model/import-report.ts'
import type { PageView, ReviewSheet } from '../model/review-sheet.ts'
import type { SourceRule } from '../model/source-rule.ts'
import { TABLE_FIELDS } from '../model/table-field.ts'
import type { WatchState } from '../model/watch-state.ts'
import { declareRequest, type RequestDeclaration } from './request.ts'
import type { ArticleSaved, BulkChange, DocumentMade, ImportRun } from './results.ts'
import * as s from './schemas.ts'

const nothing = v.object({})
const source = v.pipe(v.string(), v.maxLength(64))
const sources = v.pipe(v.array(source), v.maxLength(100_000))
const charset = v.nullable(v.picklist(CHARSETS))
const batch = s.shortText

/** What holds for everything in an import. */
const chosen = {
  kind: v.optional(s.articleKind, 'coverage'),
  outlet: v.optional(s.shortText, ''),
  tags: v.optional(s.tagIds, []),
}

/** Requests about imports, their ledger, and the review of what came in. */
export const IMPORT_REQUESTS = {
  /** Imports what a host has laid ready (`sources` are ids from its intake). */
  'import.run': declareRequest(
    'write',
    v.object({
      sources,
      ...chosen,
      /** Character set for texts that do not show their own, as the user chose it in the preview. */
      charset: v.optional(charset, null),
      task: s.taskId,
    }),
  ).returns<ImportReport>(),
  /** `html`: the same text as the clipboard gives it with its markup. */
  'import.text': declareRequest(
    'write',
    v.object({ text: s.longText, html: v.optional(s.longText, ''), ...chosen }),
  ).returns<ImportReport>(),
  /** Looks through sources for what a person should decide first: columns of new tables, letters that may be wrong. */
  'import.inspect': declareRequest(
    'read',
    v.object({ sources, outlet: v.optional(s.shortText, '') }),
  ).returns<ImportQuestions>(),
  /** What would come of one source, without importing it. */
  'import.preview': declareRequest(
    'read',
    v.object({ source, charset: v.optional(charset, null) }),
  ).returns<ImportPreview>(),
  /** Forgets sources that are not to be imported after all. */
  'import.discard': declareRequest('read', v.object({ sources })).returns<null>(),
  /** Holds a running import before its next file, or lets it go on. */
  'import.pause': declareRequest('read', v.object({ paused: v.boolean() })).returns<boolean>(),

  /** The run that goes on now, for a window that did not begin it. */
  'import.running': declareRequest('read', nothing).returns<RunningImport | null>(),
  'import.runs': declareRequest('read', nothing).returns<readonly ImportRun[]>(),
  'import.report': declareRequest('read', v.object({ batch })).returns<ImportReport>(),
  /** The ledger of a run as CSV. */
  'import.ledger': declareRequest('read', v.object({ batch })).returns<DocumentMade>(),
  /** Runs of this computer with sources that can still be imported: broken off, stopped or failed. */
  'import.unfinished': declareRequest('read', nothing).returns<readonly UnfinishedRun[]>(),
  /** Goes on with a run: files that were not reached, were stopped or failed are imported (again). */
  'import.continue': declareRequest('write', v.object({ batch, task: s.taskId })).returns<ImportReport>(),
  /** Gives up what is left of a run; its ledger names those files as skipped. */
  'import.close': declareRequest('write', v.object({ batch })).returns<ImportReport>(),
  /** Moves to the trash what a run added and nobody has edited since. */
  'import.undo': declareRequest(
    'write',
    v.object({ batch, confirmed: s.confirmed, task: s.taskId }),
  ).returns<BulkChange>(),

  /** What is known about sources: chosen by the user, or learnt from corrections. */
  'import.rules': declareRequest('read', nothing).returns<readonly SourceRule[]>(),
  'import.mapColumns': declareRequest(
    'write',
    v.object({
      head: v.pipe(v.array(s.shortText), v.maxLength(500)),
      mapping: v.pipe(v.array(v.nullable(v.picklist(TABLE_FIELDS))), v.maxLength(500)),
    }),
  ).returns<SourceRule>(),
  /** Remembers the character set of a place such as `folder:mail` or `outlet:Name`. */
  'import.rememberCharset': declareRequest(
    'write',
    v.object({ place: s.shortText, charset: v.picklist(CHARSETS) }),
  ).returns<SourceRule>(),
  'import.removeRule': declareRequest('write', v.object({ id: s.shortText })).returns<null>(),

  'import.watch': declareRequest('read', nothing).returns<WatchState>(),
  /** Watches a folder for new files; null: none any more. */
  'import.setWatch': declareRequest(
    'read',
    v.object({ folder: v.nullable(s.folderPath), kind: chosen.kind, outlet: chosen.outlet }),
  ).returns<WatchState>(),

  /** An imported article with everything that helps to judge it. */
  'review.read': declareRequest('read', v.object({ id: s.articleId })).returns<ReviewSheet>(),
  /** A page (from 1) of an article's original as a picture, where the original is a PDF. */
  'review.page': declareRequest(
    'read',
    v.object({ id: s.articleId, page: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000)) }),
  ).returns<PageView>(),
  /** The user looked: these two are no duplicates. Remembered. */
  'review.notDuplicate': declareRequest('write', v.object({ id: s.articleId, other: s.articleId })).returns<null>(),
  /** Reads the original of an article again in another character set; nothing is saved. */
  'review.readAs': declareRequest(
    'read',
    v.object({ id: s.articleId, charset: v.picklist(CHARSETS) }),
  ).returns<ImportPreview>(),
  /** Gives an article the text that its original has in this character set. */
  'review.reread': declareRequest(
    'write',
    v.object({ id: s.articleId, version: v.string(), charset: v.picklist(CHARSETS) }),
  ).returns<ArticleSaved>(),
} as const satisfies Record<string, RequestDeclaration>
