import * as v from 'valibot'
import type { Article } from '../model/article.ts'
import type { BulkPreview } from '../model/bulk-preview.ts'
import { declareRequest, type RequestDeclaration } from './request.ts'
import type {
  ActSummary,
  ArticleConflict,
  ArticleSaved,
  ArticleVersion,
  BackupReport,
  BulkChange,
  DraftSummary,
  KeptActSummary,
  OldHistory,
  RepairReport,
} from './results.ts'
import * as s from './schemas.ts'

const nothing = v.object({})

/** An act that can be looked at before it is done; changes of tags have `tags.preview`. */
const actToPreview = v.variant('type', [
  v.object({ type: v.literal('trash'), ids: s.articleIds }),
  v.object({ type: v.literal('restore'), ids: s.articleIds }),
  v.object({ type: v.literal('empty-trash'), ids: s.articleIds }),
  v.object({ type: v.literal('settle-doubts'), ids: s.articleIds, fields: v.array(s.shortText) }),
  v.object({ type: v.literal('link'), ids: s.articleIds }),
  v.object({ type: v.literal('unlink'), ids: s.articleIds }),
  v.object({ type: v.literal('undo-import'), batch: s.shortText }),
  /** As `acts.undo`. What was done in this session is undone without asking. */
  v.object({ type: v.literal('undo'), act: v.exactOptional(s.shortText) }),
  /** `ids` null: all articles. */
  v.object({ type: v.literal('run-rules'), ids: v.nullable(s.articleIds) }),
])
export type ActToPreview = v.InferOutput<typeof actToPreview>

/** Requests that keep articles from being lost: old versions, conflicts, undo, drafts, backup. */
export const KEEPING_REQUESTS = {
  /** Removes articles from the trash for good; answers how many there were. */
  'articles.emptyTrash': declareRequest(
    'write',
    v.object({ ids: s.articleIds, confirmed: s.confirmed }),
  ).returns<number>(),
  /** Old versions of an article, the latest first. */
  'articles.versions': declareRequest('read', v.object({ id: s.articleId })).returns<readonly ArticleVersion[]>(),
  'articles.readVersion': declareRequest('read', v.object({ id: s.articleId, name: s.shortText })).returns<Article>(),
  'articles.restoreVersion': declareRequest(
    'write',
    v.object({ id: s.articleId, name: s.shortText }),
  ).returns<ArticleSaved>(),
  /** Articles of which several versions lie in the folder: sync clients and saves over a newer version make them. */
  'articles.conflicts': declareRequest('read', nothing).returns<readonly ArticleConflict[]>(),
  /** `seen`: the versions (SHA-256) that were compared; all of them go to the history. */
  'articles.resolveConflict': declareRequest(
    'write',
    v.object({ id: s.articleId, seen: v.pipe(v.array(v.string()), v.maxLength(1_000)), fields: s.articleFields }),
  ).returns<ArticleSaved>(),
  /** What an act would touch. Acts on more than 20 articles are refused without the token that this gives. */
  'acts.preview': declareRequest('read', v.object({ act: actToPreview })).returns<BulkPreview>(),
  /** What was done in this session and can be undone, or done again. */
  'acts.list': declareRequest('read', nothing).returns<readonly ActSummary[]>(),
  /** Acts on many articles of this and earlier sessions that can be undone, the latest first. */
  'acts.kept': declareRequest('read', nothing).returns<readonly KeptActSummary[]>(),
  /** Undoes what was done last, in an earlier session where there is nothing of this one; `act`: one from `acts.kept`. */
  'acts.undo': declareRequest(
    'write',
    v.object({ act: v.exactOptional(s.shortText), confirmed: s.confirmed, task: s.taskId }),
  ).returns<BulkChange>(),
  'acts.redo': declareRequest('write', v.object({ task: s.taskId })).returns<BulkChange>(),
  /** The user has confirmed that articles whose files are missing were deleted. */
  'archive.acceptMissing': declareRequest('read', v.object({ task: s.taskId })).returns<BulkChange>(),
  /** Writes the whole archive into one zip file that a host's dialog or the command line named, and reads it back. */
  'archive.backup': declareRequest('read', v.object({ file: s.folderPath, task: s.taskId })).returns<BackupReport>(),
  /** Removes for good what `archive.verify` has listed as old history. */
  'archive.prune': declareRequest(
    'write',
    v.object({ confirmed: v.pipe(v.string(), v.maxLength(64)) }),
  ).returns<OldHistory>(),
  /** Repairs what needs no decision: leftovers and attachments of nobody are put aside. */
  'archive.repair': declareRequest('write', nothing).returns<RepairReport>(),
  /** Time of the last backup, ISO 8601 in UTC, or null where none was made on this computer. */
  'archive.lastBackup': declareRequest('read', nothing).returns<string | null>(),

  /** Keeps what is being typed, every few seconds, outside the archive. `article` null: a new article. */
  'drafts.save': declareRequest(
    'read',
    v.object({ article: v.nullable(s.articleId), version: v.string(), fields: s.draftFields }),
  ).returns<null>(),
  /** Drafts that differ from what is in the archive, the latest first. */
  'drafts.list': declareRequest('read', nothing).returns<readonly DraftSummary[]>(),
  'drafts.discard': declareRequest('read', v.object({ article: v.nullable(s.articleId) })).returns<null>(),
} as const satisfies Record<string, RequestDeclaration>
