import { AppError } from '../../contract/app-error.ts'

/** One part of a MIME message, its bytes decoded. */
export interface MimePart {
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>
  /** `text/html`, in small letters; `text/plain` where not stated. */
  readonly type: string
  /** Parameters of the content type. */
  readonly parameters: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
}

const DEEPEST = 20
const MOST_PARTS = 2_000
const LONGEST_HEADER = 64_000

function decodeBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function decodeQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/[ \t]+$/gm, '').replace(/=\r?\n/g, '')
  return new Uint8Array(
    Buffer.from(
      joined.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
      'latin1',
    ),
  )
}

function parseHeaders(block: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  if (block.length > LONGEST_HEADER) throw new AppError('too-large', 'A part has a header longer than 64 kB.')
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

function parametersOf(value: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const [, name, quoted, bare] of value.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    if (name !== undefined) parameters.set(name.toLowerCase(), quoted ?? bare ?? '')
  }
  return parameters
}

function decodeBody(text: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(text)
    case 'quoted-printable':
      return decodeQuotedPrintable(text)
    default:
      return new Uint8Array(Buffer.from(text, 'latin1'))
  }
}

/** Cuts the text between boundary lines; the text before the first and after the last is passed over. */
function splitAtBoundary(text: string, boundary: string): readonly string[] {
  const parts: string[] = []
  const mark = `--${boundary}`
  let from = text.startsWith(mark) ? 0 : text.indexOf(`\n${mark}`)
  while (from >= 0) {
    const lineEnd = text.indexOf('\n', from + 1)
    const line = text.slice(from, lineEnd < 0 ? undefined : lineEnd).trim()
    if (line === `${mark}--` || lineEnd < 0) break
    const next = text.indexOf(`\n${mark}`, lineEnd)
    parts.push(text.slice(lineEnd + 1, next < 0 ? undefined : next))
    if (parts.length > MOST_PARTS) throw new AppError('too-large', `The message has more than ${MOST_PARTS} parts.`)
    from = next
  }
  return parts
}

function collect(text: string, depth: number, parts: MimePart[]): void {
  if (depth > DEEPEST) throw new AppError('too-large', `The message has parts more than ${DEEPEST} deep in each other.`)
  if (parts.length > MOST_PARTS) throw new AppError('too-large', `The message has more than ${MOST_PARTS} parts.`)
  const gap = /\r?\n\r?\n/.exec(text)
  const headers = parseHeaders(text.slice(0, gap?.index ?? text.length))
  const body = gap === null ? '' : text.slice(gap.index + gap[0].length)
  const contentType = headers.get('content-type') ?? 'text/plain'
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const parameters = parametersOf(contentType)
  const boundary = parameters.get('boundary')
  if (type.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    for (const part of splitAtBoundary(body, boundary)) collect(part, depth + 1, parts)
    return
  }
  parts.push({ headers, type, parameters, bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? '') })
}

/** Headers of a message, by names in small letters. @throws AppError `too-large` */
export function messageHeaders(bytes: Uint8Array): ReadonlyMap<string, string> {
  const text = Buffer.from(bytes.subarray(0, LONGEST_HEADER * 2)).toString('latin1')
  return parseHeaders(text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length).slice(0, LONGEST_HEADER))
}

/**
 * The parts of a MIME message without their containers, in order.
 *
 * @throws AppError `too-large` for too many parts, or parts too deep in each other
 */
export function mimeParts(bytes: Uint8Array): readonly MimePart[] {
  const parts: MimePart[] = []
  collect(Buffer.from(bytes).toString('latin1'), 0, parts)
  return parts
}
