import { describe, expect, test } from 'vitest'
import { createArticleId } from '../../../../../core/model/article-id.ts'
import type { ArticleFields } from '../../../../../core/model/article.ts'
import { NO_TAGS } from '../../../../../core/model/tag.ts'
import { dropDraft, keepDraft, readDraft } from '../../../../../renderer/features/editor/draft.ts'

const id = createArticleId(1, [1])
const fields: ArticleFields = {
  title: '',
  subtitle: '',
  published: null,
  outlet: '',
  authors: [],
  kind: 'own',
  language: 'kk',
  url: '',
  tags: NO_TAGS,
  summary: '',
  notes: '',
  story: '',
  body: 'Жазылып жатқан мәтін',
}

function storageOf(room = Infinity): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

describe('a draft', () => {
  test('comes back as it was written, even without a title', () => {
    const storage = storageOf()
    expect(keepDraft(storage, id, { fields, version: 'v1' })).toBe(true)
    expect(readDraft(storage, id)).toEqual({ fields, version: 'v1' })
    expect(readDraft(storage, null)).toBeNull()
  })

  test('is gone after it was dropped', () => {
    const storage = storageOf()
    keepDraft(storage, null, { fields, version: '' })
    dropDraft(storage, null)
    expect(readDraft(storage, null)).toBeNull()
  })

  test('says that there was no room for it', () => {
    expect(keepDraft(storageOf(10), id, { fields, version: 'v1' })).toBe(false)
  })

  test.each(['not json', '{}', '{"fields":{"title":1},"version":""}'])('that is damaged is none: %s', (text) => {
    const storage = storageOf()
    storage.setItem(`press-archive-draft-${id}`, text)
    expect(readDraft(storage, id)).toBeNull()
  })
})
