import type { Article } from '../../core/model/article.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import type { PartialDay } from '../../core/model/calendar-day.ts'
import { NO_TAGS, type Tag, type TagId, type TagKind } from '../../core/model/tag.ts'

let made = 0

/** An article as stored, with plain values where a test does not care. */
export function makeArticle(fields: Partial<Article> = {}): Article {
  made += 1
  return {
    id: createArticleId(1_761_868_800_000 + made, [made, made >> 5]),
    title: `Article ${String(made)}`,
    subtitle: '',
    published: '2025-10-31' as PartialDay,
    outlet: '',
    authors: [],
    kind: 'coverage',
    language: 'en',
    url: '',
    tags: NO_TAGS,
    summary: '',
    notes: '',
    story: '',
    body: 'A short body.',
    attachments: [],
    imported: null,
    created: '2026-11-20T08:00:00.000Z',
    updated: '2026-11-20T08:00:00.000Z',
    version: '0'.repeat(64),
    ...fields,
  }
}

/** A tag whose names in the three languages differ. */
export function makeTag(id: string, kind: TagKind, names: Tag['names']): Tag {
  // Test ids are slugs.
  return { id: id as TagId, kind, names, aliases: [], color: '#2f6db5' }
}
