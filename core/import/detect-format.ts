/** Every kind of source that can be told apart. `unknown` is none that holds text for us. */
export const SOURCE_FORMATS = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'pdf',
  'docx',
  'odt',
  'xlsx',
  'doc',
  'msg',
  'rtf',
  'eml',
  'csv',
  'json',
  'feed',
  'wxr',
  'zip',
  'unknown',
] as const
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

const HEAD = 4_096
/** So many bytes of a source are looked at, at most, to tell its format. */
export const MOST_DETECT_BYTES = 1_000_000

function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, place) => bytes[offset + place] === byte)
}

function ascii(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1')
}

/** Formats of pictures, sound, film, programs and archives that hold no article; by their first bytes. */
const FOREIGN_SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a],
  [0x49, 0x44, 0x33],
  [0x00, 0x00, 0x00],
  [0x52, 0x49, 0x46, 0x46],
]

/** True where the bytes cannot be text in any character set: many NULs that are not the halves of UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD)
  let even = 0
  let odd = 0
  let control = 0
  for (let place = 0; place < head.length; place += 1) {
    const byte = head[place] ?? 0
    if (byte >= 32) continue
    if (byte === 0) {
      if (place % 2 === 0) even += 1
      else odd += 1
    } else if (byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) {
      control += 1
    }
  }
  const isUtf16 = (even > odd * 3 || odd > even * 3) && even + odd > head.length * 0.05
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  if (isUtf16 || marked) return false
  return even + odd > 0 || control > head.length * 0.1
}

const OFFICE_ENTRY = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/)/

function zipFormat(bytes: Uint8Array, extension: string): SourceFormat {
  const head = ascii(bytes, HEAD)
  // By the first entry alone: a zip may hold a whole document as it is, whose own entries then lie in the head too.
  const first = head.slice(30, 30 + (head.charCodeAt(26) || 0))
  if (head.slice(30).startsWith('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt'
  if (extension === 'docx' || extension === 'docm') return 'docx'
  if (extension === 'xlsx' || extension === 'xlsm') return 'xlsx'
  if (extension === 'odt') return 'odt'
  if (!OFFICE_ENTRY.test(first)) return 'zip'
  if (head.includes('word/')) return 'docx'
  if (head.includes('xl/')) return 'xlsx'
  return 'zip'
}

function oleFormat(bytes: Uint8Array, extension: string): SourceFormat {
  if (extension === 'msg') return 'msg'
  if (extension === 'doc' || extension === 'dot') return 'doc'
  const utf16 = (name: string): string => Array.from(name).join('\0')
  const text = ascii(bytes, MOST_DETECT_BYTES)
  if (text.includes(utf16('WordDocument'))) return 'doc'
  return text.includes(utf16('__substg1.0')) ? 'msg' : 'unknown'
}

function markupFormat(head: string): SourceFormat | null {
  const start = head.replace(
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+(?!html)[^[>]*(?:\[[\s\S]*?\])?\s*>\s*)?/i,
    '',
  )
  if (/^<(?:rss|rdf:RDF)[\s>]/i.test(start)) return /wordpress\.org\/export|xmlns:wp=/i.test(head) ? 'wxr' : 'feed'
  if (/^<feed[\s>]/i.test(start)) return 'feed'
  if (/^<!doctype html|^<html[\s>]|^<head[\s>]|^<body[\s>]/i.test(start)) return 'html'
  return null
}

const MAIL_HEADER =
  /^(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-type|reply-to|sender|dkim-signature):/i

function mailFormat(head: string): SourceFormat | null {
  const lines = head
    .replace(/^From [^\n]*\n/, '')
    .split(/\r?\n/)
    .slice(0, 40)
  const end = lines.findIndex((line) => line === '')
  const headers = lines.slice(0, end < 0 ? lines.length : end)
  const known = headers.filter((line) => MAIL_HEADER.test(line)).length
  const proper = headers.every((line) => /^[\w-]+:|^[ \t]/.test(line))
  if (!proper || known < 2) return null
  return /^(?:snapshot-content-location|x-snapshot)/im.test(head) ||
    /multipart\/related[\s\S]{0,300}type="?text\/html/i.test(head)
    ? /^snapshot-content-location/im.test(head) || !/^(?:to|received):/im.test(head)
      ? 'mhtml'
      : 'eml'
    : 'eml'
}

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  eml: 'eml',
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  rss: 'feed',
  atom: 'feed',
}

/** What a source is: by its content first, by the ending of its name second. */
export function detectFormat(name: string, bytes: Uint8Array): SourceFormat {
  const extension = extensionOf(name)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return zipFormat(bytes, extension)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleFormat(bytes, extension)
  const head = ascii(bytes, HEAD)
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head) && (extension === 'pdf' || head.startsWith('%PDF') || isBinary(bytes)))
    return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (FOREIGN_SIGNATURES.some((signature) => startsWith(bytes, signature)) && isBinary(bytes)) return 'unknown'
  if (isBinary(bytes)) return 'unknown'
  const plainHead = head.replace(/^\u00ef\u00bb\u00bf|^[\u00ff\u00fe]{2}/, '').replaceAll('\0', '')
  if (extension === 'mht' || extension === 'mhtml') return 'mhtml'
  const markup = markupFormat(plainHead)
  if (markup !== null) return markup
  const known = BY_EXTENSION[extension]
  if (extension === 'eml' || (known === undefined && extension !== 'txt')) {
    const mail = mailFormat(plainHead)
    if (mail !== null) return mail
  }
  if (known !== undefined) return known
  return /^---\s*\n[\s\S]*?\n---\s*(?:\n|$)/.test(plainHead.replace(/\r\n?/g, '\n')) ? 'markdown' : 'text'
}
