import * as v from 'valibot'
import type { ArticleSummary } from '../model/article.ts'
import type { StoryCandidate, StoryProposal, StorySummary, StoryView } from '../model/story.ts'
import { declareRequest } from './request.ts'
import type { BulkChange } from './results.ts'
import * as s from './schemas.ts'
import type { UndoableChange } from './tag-requests.ts'

const found = v.object({ query: s.queryText, filter: s.articleFilter })
const someArticles = v.object({ ids: v.pipe(s.articleIds, v.minLength(1)), confirmed: s.confirmed, task: s.taskId })

/** Requests about stories: versions of one news item. */
export const STORY_REQUESTS = {
  /** Stories with an article among those found, newest first. */
  'stories.list': declareRequest('read', found).returns<readonly StorySummary[]>(),
  'stories.read': declareRequest('read', v.object({ id: s.shortText })).returns<StoryView>(),
  /** Articles that may be versions of this one. */
  'stories.candidates': declareRequest('read', v.object({ id: s.articleId, task: s.taskId })).returns<
    readonly StoryCandidate[]
  >(),
  /** Groups of articles, not linked yet, that may be one story each. */
  'stories.proposals': declareRequest('read', v.object({ task: s.taskId })).returns<readonly StoryProposal[]>(),
  /** Makes one story of these articles and of the stories that they are in. */
  'stories.link': declareRequest('write', someArticles).returns<UndoableChange & { readonly story: string }>(),
  /** Takes articles out of their stories. */
  'stories.unlink': declareRequest('write', someArticles).returns<UndoableChange>(),
  'stories.undo': declareRequest('write', v.object({ undo: s.shortText, task: s.taskId })).returns<BulkChange>(),
  /** Own releases among those found that nobody took up, newest first. */
  'stories.silent': declareRequest('read', found).returns<readonly ArticleSummary[]>(),
} as const
