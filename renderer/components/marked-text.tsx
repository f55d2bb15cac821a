interface MarkedTextProps {
  readonly text: string
  /** Ranges [from, to) in UTF-16 units, in order. */
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/** Text with its matches marked. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  if (ranges.length === 0) return text
  const parts = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from < at) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
