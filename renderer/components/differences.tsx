import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'

/** Comparing longer texts word by word would hold the window up. */
const LONGEST_COMPARED = 60_000

/** A text with the words marked that the other one does not have. */
export function Differences({ text, other }: { readonly text: string; readonly other: string }) {
  const parts = useMemo(
    () => (text.length + other.length > LONGEST_COMPARED ? null : diffWordsWithSpace(other, text)),
    [text, other],
  )
  if (parts === null) return text
  return parts
    .filter(({ removed }) => !removed)
    .map(({ added, value }, place) => (added ? <mark key={place}>{value}</mark> : value))
}
