import { diffLines, diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'

/** Comparing longer texts word by word would hold the window up: they are compared line by line. */
const LONGEST_BY_WORDS = 60_000
/** Texts of which more lines differ are not compared at all. */
const MOST_LINES = 2_000

function compare(text: string, other: string) {
  if (text.length + other.length <= LONGEST_BY_WORDS) return diffWordsWithSpace(other, text)
  return diffLines(other, text, { maxEditLength: MOST_LINES }) ?? null
}

/** A text with the words marked that the other one does not have. */
export function Differences({ text, other }: { readonly text: string; readonly other: string }) {
  const parts = useMemo(() => compare(text, other), [text, other])
  if (parts === null) return text
  return parts
    .filter(({ removed }) => !removed)
    .map(({ added, value }, place) => (added ? <mark key={place}>{value}</mark> : value))
}
