/** One piece of an RTF file. `byte`: a letter in the code page of the font; `data`: the length of a binary stretch. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'byte'; readonly byte: number; readonly escaped: boolean }
  | { readonly kind: 'data'; readonly from: number; readonly to: number }

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y

/** Reads RTF, given as Latin-1 text, piece by piece. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  let at = 0
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === '{' || sign === '}') {
      yield { kind: sign === '{' ? 'open' : 'close' }
      at += 1
    } else if (sign === '\r' || sign === '\n') {
      at += 1
    } else if (sign !== '\\') {
      yield { kind: 'byte', byte: text.charCodeAt(at), escaped: false }
      at += 1
    } else if (text.charAt(at + 1) === "'") {
      const byte = Number.parseInt(text.slice(at + 2, at + 4), 16)
      if (!Number.isNaN(byte)) yield { kind: 'byte', byte, escaped: true }
      at += 4
    } else {
      WORD.lastIndex = at + 1
      const match = WORD.exec(text)
      if (match === null) {
        yield { kind: 'symbol', symbol: text.charAt(at + 1) }
        at += 2
      } else {
        const value = match[2] === undefined ? null : Number(match[2])
        at += 1 + match[0].length
        if (match[1] === 'bin') {
          const to = Math.min(text.length, at + Math.max(0, value ?? 0))
          yield { kind: 'data', from: at, to }
          at = to
        } else {
          yield { kind: 'word', word: match[1] ?? '', value }
        }
      }
    }
  }
}
