import * as v from 'valibot'
import type { SavedSearch } from '../model/saved-search.ts'
import { declareRequest } from './request.ts'
import * as s from './schemas.ts'

const nothing = v.object({})
const searchId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/, 'the id of a saved search'))

/** Requests about searches that are kept: by the office under a name, and by each user as a history. */
export const SAVED_SEARCH_REQUESTS = {
  'searches.list': declareRequest('read', nothing).returns<readonly SavedSearch[]>(),
  /** Keeps a search; with the id of one that is there it is replaced. */
  'searches.save': declareRequest(
    'write',
    v.object({
      id: v.exactOptional(searchId),
      name: v.pipe(v.string(), v.trim(), v.nonEmpty('a name'), v.maxLength(200)),
      query: v.pipe(v.string(), v.maxLength(10_000)),
      filter: s.articleFilter,
      sort: s.sortOrder,
    }),
  ).returns<SavedSearch>(),
  /** False if there was none with that id. */
  'searches.delete': declareRequest('write', v.object({ id: searchId })).returns<boolean>(),
  /** What this user searched for, the last first. It stays on this computer. */
  'searches.history': declareRequest('read', nothing).returns<readonly string[]>(),
  'searches.remember': declareRequest(
    'read',
    v.object({ query: v.pipe(v.string(), v.trim(), v.maxLength(1_000)) }),
  ).returns<readonly string[]>(),
  'searches.forget': declareRequest('read', nothing).returns<null>(),
}
