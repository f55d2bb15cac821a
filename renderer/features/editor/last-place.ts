import * as v from 'valibot'
import { articleKind, partialDay } from '../../../core/contract/schemas.ts'
import type { ArticleFields } from '../../../core/model/article.ts'

const KEY = 'press-archive-last-place'
const placeSchema = v.object({ outlet: v.string(), published: v.nullable(partialDay), kind: articleKind })

/** What the next new article begins with. */
export type LastPlace = Pick<ArticleFields, 'outlet' | 'published' | 'kind'>

/** Outlet, date and kind of the article that was added last in this window. */
export function lastPlaceOf(storage: Storage): LastPlace {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), placeSchema), storage.getItem(KEY) ?? '')
  return parsed.success ? parsed.output : { outlet: '', published: null, kind: 'coverage' }
}

/** Remembers them for the next new article. */
export function keepLastPlace(storage: Storage, { outlet, published, kind }: LastPlace): void {
  storage.setItem(KEY, JSON.stringify({ outlet, published, kind }))
}
