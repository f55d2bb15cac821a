import { CHARSETS, type Charset, type CodePage } from '../../model/charset.ts'
import { UPPER_HALVES } from './code-pages.ts'

export { CHARSETS, type Charset }

const OTHER_NAMES: ReadonlyMap<string, Charset> = new Map([
  ['utf8', 'utf-8'],
  ['unicode-1-1-utf-8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['unicode', 'utf-16le'],
  ['cp1251', 'windows-1251'],
  ['win-1251', 'windows-1251'],
  ['windows1251', 'windows-1251'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['koi8', 'koi8-r'],
  ['koi8-u', 'koi8-r'],
  ['cp866', 'ibm866'],
  ['866', 'ibm866'],
  ['dos-866', 'ibm866'],
  ['macintosh-cyrillic', 'x-mac-cyrillic'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['x-mac-ukrainian', 'x-mac-cyrillic'],
  ['kz1048', 'kz-1048'],
  ['rk1048', 'kz-1048'],
  ['strk1048-2002', 'kz-1048'],
  ['strk1048', 'kz-1048'],
  ['ptcp154', 'pt154'],
  ['cp154', 'pt154'],
  ['csptcp154', 'pt154'],
])

const BY_NAME: ReadonlyMap<string, Charset> = new Map<string, Charset>([
  ...CHARSETS.map((charset): [string, Charset] => [charset, charset]),
  ...OTHER_NAMES,
])

/** The character set that a mail, page or file declares by name, or null where the name is not known. */
export function charsetOfName(name: string): Charset | null {
  return BY_NAME.get(name.trim().toLowerCase().replace(/["']/g, '').replace(/_/g, '-')) ?? null
}

function isCodePage(charset: Charset): charset is CodePage {
  return charset !== 'utf-8' && charset !== 'utf-16le' && charset !== 'utf-16be'
}

const CHUNK = 16_384

function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  const upper = UPPER_HALVES[page]
  const units = new Uint16Array(Math.min(bytes.length, CHUNK))
  let text = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, bytes.length)
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0
      units[at - start] = byte < 128 ? byte : upper.charCodeAt(byte - 128)
    }
    text += String.fromCharCode(...units.subarray(0, end - start))
  }
  return text
}

function decodeUtf16BigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0
    swapped[at + 1] = bytes[at] ?? 0
  }
  return new TextDecoder('utf-16le').decode(swapped)
}

/** Decodes bytes in the character set given. Bytes without a letter become U+FFFD; a byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, charset: Charset): string {
  if (isCodePage(charset)) return decodeCodePage(bytes, charset)
  if (charset === 'utf-16be') return decodeUtf16BigEndian(bytes)
  return new TextDecoder(charset).decode(bytes)
}
