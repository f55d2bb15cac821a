import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { SearchHit } from '../../../../../core/model/search-result.ts'
import { MarkedText } from '../../../../../renderer/components/marked-text.tsx'
import { markWords, matcherOf } from '../../../../../renderer/features/reader/mark-words.tsx'

// Only what the matcher looks at.
const hit = {
  snippets: [{ field: 'text', text: 'the Lakes of Kazakhstan', ranges: [[4, 9]] }],
  why: [{ word: 'университет', how: 'stem', term: 'университет', score: 1 }],
} as unknown as SearchHit

describe('words of a search', () => {
  test('are marked in the text as the search found them, in any case and ending', () => {
    const html = renderToStaticMarkup(<p>{markWords('Lakes, lakeside; Университетте', matcherOf(hit))}</p>)
    expect(html).toBe('<p><mark>Lakes</mark>, lakeside; <mark>Университетте</mark></p>')
  })

  test('are not marked where nothing was searched', () => {
    expect(matcherOf(undefined)).toBeNull()
    expect(markWords('Lakes', null)).toBe('Lakes')
  })

  test('are marked by ranges without losing a letter', () => {
    const html = renderToStaticMarkup(<MarkedText text="a <b> c" ranges={[[2, 5]]} />)
    expect(html).toBe('a <mark>&lt;b&gt;</mark> c')
  })

  test('are marked once where ranges overlap', () => {
    const html = renderToStaticMarkup(
      <MarkedText
        text="abcdef"
        ranges={[
          [1, 4],
          [2, 5],
        ]}
      />,
    )
    expect(html).toBe('a<mark>bcd</mark>ef')
  })
})
