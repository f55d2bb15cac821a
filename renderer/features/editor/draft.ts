import * as v from 'valibot'
import { articleFields } from '../../../core/contract/schemas.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleFields } from '../../../core/model/article.ts'

/** What was being written when the window closed. */
export interface Draft {
  readonly fields: ArticleFields
  /** Version that the edit began from; empty for a new article. */
  readonly version: string
}

const draftSchema = v.object({ fields: v.object({ ...articleFields.entries, title: v.string() }), version: v.string() })

const keyOf = (id: ArticleId | null): string => `press-archive-draft-${id ?? 'new'}`

/** The draft of an article, or of a new one; null where there is none that can be read. */
export function readDraft(storage: Storage, id: ArticleId | null): Draft | null {
  const text = storage.getItem(keyOf(id))
  if (text === null) return null
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), draftSchema), text)
  return parsed.success ? parsed.output : null
}

/** Keeps a draft. Returns false where the browser has no room for it: the text is then only on the screen. */
export function keepDraft(storage: Storage, id: ArticleId | null, draft: Draft): boolean {
  try {
    storage.setItem(keyOf(id), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Forgets the draft of an article. */
export function dropDraft(storage: Storage, id: ArticleId | null): void {
  storage.removeItem(keyOf(id))
}
