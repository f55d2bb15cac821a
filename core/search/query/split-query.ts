/** A stretch of the query between spaces, or a quoted one. */
export type QueryPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'quoted'
      readonly text: string
      readonly sign: '' | '+' | '-'
      /** Field name before the quotes, or empty. */
      readonly field: string
      /** Number behind `~`, or null. */
      readonly within: number | null
      /** Number behind `^`, or null. */
      readonly boost: number | null
    }

/** Each opening quotation mark with those that may close it. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”“"'],
  ['„', '“”"'],
  ['”', '”'],
])
/** A longer run without a space is no word, and would only take time. */
const LONGEST_WORD = 256
const QUOTE = /["«»“”„]/g
const QUOTED_START = /([+-]?)(?:([\p{L}]{1,20}):[ \t]?)?(["«“„”])/uy
const QUOTED_END = /(?:~(\d{1,4}))?(?:\^(\d{1,4}))?(?=\s|$)/uy
const SPACE = /\s+/uy
const WORD = /\S+/uy

/** Splits a query at spaces, and keeps what stands between quotation marks together. A mark without its partner is dropped. */
export function splitQuery(query: string): { readonly pieces: readonly QueryPiece[]; readonly repaired: boolean } {
  const pieces: QueryPiece[] = []
  let repaired = false
  let at = 0
  while (at < query.length) {
    at += matchAt(SPACE, query, at)?.[0].length ?? 0
    if (at >= query.length) break
    const quoted = readQuoted(query, at)
    if (quoted !== null) {
      pieces.push(quoted.piece)
      at = quoted.end
      continue
    }
    const word = matchAt(WORD, query, at)?.[0] ?? query.charAt(at)
    at += word.length
    const text = word.replace(QUOTE, '').slice(0, LONGEST_WORD)
    if (text.length < word.length) repaired = true
    if (text !== '') pieces.push({ kind: 'plain', text })
  }
  return { pieces, repaired }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function readQuoted(query: string, at: number): { readonly piece: QueryPiece; readonly end: number } | null {
  const start = matchAt(QUOTED_START, query, at)
  if (start === null) return null
  const [opening, sign = '', field = '', mark = ''] = start
  const from = at + opening.length
  const close = findClosing(query, from, CLOSING.get(mark) ?? mark)
  if (close < 0) return null
  const tail = matchAt(QUOTED_END, query, close + 1)
  const piece: QueryPiece = {
    kind: 'quoted',
    text: query.slice(from, close),
    sign: sign === '+' || sign === '-' ? sign : '',
    field: field.toLowerCase(),
    within: tail?.[1] === undefined ? null : Number(tail[1]),
    boost: tail?.[2] === undefined ? null : Number(tail[2]),
  }
  return { piece, end: close + 1 + (tail?.[0].length ?? 0) }
}

function findClosing(query: string, from: number, marks: string): number {
  for (let at = from; at < query.length; at += 1) {
    if (marks.includes(query.charAt(at))) return at
  }
  return -1
}
