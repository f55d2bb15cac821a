import { AppError } from '../../contract/app-error.ts'
import { charsetOfName, decodeAs, type Charset } from '../charset/charset.ts'
import { escapeHtml } from '../html/escape-html.ts'
import { rtfTokens, type RtfToken } from './rtf-tokens.ts'

/** Groups whose text is no part of the document. */
const PASSED_OVER = new Set(
  'fonttbl colortbl stylesheet info object header footer headerl headerr headerf footerl footerr footerf themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl mmathPr fldinst nonshppict bkmkstart bkmkend annotation shpinst pgdsctbl filetbl revtbl userprops'.split(
    ' ',
  ),
)
/** Groups marked as "may be passed over" that are read all the same. */
const READ_DESTINATIONS = new Set(['shppict', 'fldinst', 'fldrslt', 'pict'])
const FONT_CHARSETS: Readonly<Record<number, Charset>> = { 0: 'windows-1252', 204: 'windows-1251' }
const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  tab: ' ',
  line: '<br>',
}
const DEEPEST = 1_000

interface Group {
  readonly skip: boolean
  readonly picture: boolean
  readonly unicodeSkip: number
  readonly charset: Charset | null
  readonly bold: boolean
  readonly italic: boolean
  readonly fontTable: boolean
}

interface Reader {
  groups: Group[]
  group: Group
  charset: Charset
  readonly fonts: Map<number, Charset>
  font: number
  bytes: number[]
  /** Letters to pass over after a \u: the fallback for older programs. */
  ignore: number
  ignorable: boolean
  paragraph: string
  cells: string[]
  rows: string[][]
  html: string
  inTable: boolean
  picture: string
  readonly pictures: Map<string, Uint8Array>
}

function flush(reader: Reader): void {
  if (reader.bytes.length === 0) return
  const text = decodeAs(Uint8Array.from(reader.bytes), reader.group.charset ?? reader.charset)
  reader.bytes = []
  write(reader, text)
}

function write(reader: Reader, text: string): void {
  const { bold, italic } = reader.group
  const html = escapeHtml(text)
  const inner = italic && text.trim() !== '' ? `<i>${html}</i>` : html
  reader.paragraph += bold && text.trim() !== '' ? `<b>${inner}</b>` : inner
}

function endTable(reader: Reader): void {
  if (reader.rows.length === 0) return
  const rows = reader.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  reader.html += `<table>${rows.join('')}</table>`
  reader.rows = []
}

function endParagraph(reader: Reader): void {
  flush(reader)
  if (reader.inTable) {
    reader.paragraph += ' '
    return
  }
  endTable(reader)
  reader.html += `<p>${reader.paragraph}</p>`
  reader.paragraph = ''
}

function endPicture(reader: Reader): void {
  const hex = reader.picture.replace(/[^0-9a-f]/gi, '')
  reader.picture = ''
  if (hex.length < 32) return
  const src = `cid:picture-${reader.pictures.size + 1}`
  reader.pictures.set(src, new Uint8Array(Buffer.from(hex, 'hex')))
  reader.paragraph += `<img src="${src}">`
}

function openGroup(reader: Reader): void {
  flush(reader)
  if (reader.groups.length > DEEPEST) throw new AppError('too-large', 'The document has groups too deep in each other.')
  reader.groups.push(reader.group)
}

function closeGroup(reader: Reader): void {
  flush(reader)
  const closed = reader.group
  reader.group = reader.groups.pop() ?? closed
  if (closed.picture && !reader.group.picture) endPicture(reader)
}

function readUnicode(reader: Reader, value: number): void {
  flush(reader)
  if (!reader.group.skip) write(reader, String.fromCharCode(value < 0 ? value + 65_536 : value))
  reader.ignore = reader.group.unicodeSkip
}

function codePageOf(value: number): Charset {
  return charsetOfName(`cp${value}`) ?? charsetOfName(`windows-${value}`) ?? 'windows-1252'
}

function readFont(reader: Reader, value: number): void {
  if (reader.group.fontTable) reader.font = value
  else {
    flush(reader)
    reader.group = { ...reader.group, charset: reader.fonts.get(value) ?? null }
  }
}

function isOn(value: number | null): boolean {
  return value !== 0
}

function readTextWord(reader: Reader, word: string): void {
  switch (word) {
    case 'par':
    case 'sect':
    case 'page': {
      endParagraph(reader)
      return
    }
    case 'intbl':
      reader.inTable = true
      return
    case 'pard':
      if (reader.inTable && reader.cells.length === 0 && reader.paragraph === '') reader.inTable = false
      return
    case 'cell':
      flush(reader)
      reader.cells.push(reader.paragraph.trim())
      reader.paragraph = ''
      return
    case 'row':
      flush(reader)
      if (reader.cells.length > 0) reader.rows.push(reader.cells)
      reader.cells = []
      reader.inTable = false
      return
    default: {
      const sign = SIGNS[word]
      if (sign === undefined) return
      flush(reader)
      if (sign === '<br>') reader.paragraph += sign
      else write(reader, sign)
    }
  }
}

function setGroup(reader: Reader, change: Partial<Group>): void {
  flush(reader)
  reader.group = { ...reader.group, ...change }
}

function readWord(reader: Reader, word: string, value: number | null): void {
  const marked = reader.ignorable
  reader.ignorable = false
  if (marked && !READ_DESTINATIONS.has(word)) {
    setGroup(reader, { skip: true })
    return
  }
  if (PASSED_OVER.has(word)) {
    setGroup(reader, { skip: true, fontTable: word === 'fonttbl' })
    return
  }
  switch (word) {
    case 'pict': {
      setGroup(reader, { picture: true })
      return
    }
    case 'ansicpg':
      reader.charset = codePageOf(value ?? 1252)
      return
    case 'mac':
      reader.charset = 'x-mac-cyrillic'
      return
    case 'fcharset':
      if (reader.group.fontTable) reader.fonts.set(reader.font, FONT_CHARSETS[value ?? 0] ?? reader.charset)
      return
    case 'f': {
      readFont(reader, value ?? 0)
      return
    }
    case 'uc': {
      setGroup(reader, { unicodeSkip: Math.min(8, Math.max(0, value ?? 1)) })
      return
    }
    case 'u': {
      readUnicode(reader, value ?? 0)
      return
    }
    case 'b': {
      setGroup(reader, { bold: isOn(value) })
      return
    }
    case 'i': {
      setGroup(reader, { italic: isOn(value) })
      return
    }
    case 'plain': {
      setGroup(reader, { bold: false, italic: false })
      return
    }
    default:
      if (!reader.group.skip && !reader.group.picture) readTextWord(reader, word)
  }
}

function readSymbol(reader: Reader, symbol: string): void {
  if (symbol === '*') {
    reader.ignorable = true
    return
  }
  if (reader.group.skip) return
  flush(reader)
  if (symbol === '~') write(reader, ' ')
  else if (symbol === '_') write(reader, '-')
  else if ('\\{}'.includes(symbol)) write(reader, symbol)
  else if (symbol === '\n' || symbol === '\r') endParagraph(reader)
}

function readByte(reader: Reader, byte: number): void {
  if (reader.ignore > 0) {
    reader.ignore -= 1
    return
  }
  if (reader.group.skip) return
  if (reader.group.picture) reader.picture += String.fromCharCode(byte)
  else reader.bytes.push(byte)
}

function readToken(reader: Reader, token: RtfToken, text: string): void {
  switch (token.kind) {
    case 'open': {
      openGroup(reader)
      return
    }
    case 'close': {
      closeGroup(reader)
      return
    }
    case 'word': {
      readWord(reader, token.word, token.value)
      return
    }
    case 'symbol': {
      readSymbol(reader, token.symbol)
      return
    }
    case 'byte': {
      readByte(reader, token.byte)
      return
    }
    case 'data':
      if (reader.group.picture) reader.picture = Buffer.from(text.slice(token.from, token.to), 'latin1').toString('hex')
      return
  }
}

/** An RTF document as HTML, still to be sanitised, with its pictures by the addresses used in it. */
export interface RtfContent {
  readonly html: string
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const FIRST_GROUP: Group = {
  skip: false,
  picture: false,
  unicodeSkip: 1,
  charset: null,
  bold: false,
  italic: false,
  fontTable: false,
}

/**
 * Converts RTF: code pages of the document and of each font, letters by number with their fallbacks passed over, results of
 * fields without their instructions, tables, bold and italic, pictures.
 *
 * @throws AppError `too-large` for groups nested too deep
 */
export function rtfToHtml(bytes: Uint8Array): RtfContent {
  const text = Buffer.from(bytes).toString('latin1')
  const reader: Reader = {
    groups: [],
    group: FIRST_GROUP,
    charset: 'windows-1252',
    fonts: new Map(),
    font: 0,
    bytes: [],
    ignore: 0,
    ignorable: false,
    paragraph: '',
    cells: [],
    rows: [],
    html: '',
    inTable: false,
    picture: '',
    pictures: new Map(),
  }
  for (const token of rtfTokens(text)) readToken(reader, token, text)
  reader.inTable = false
  endParagraph(reader)
  endTable(reader)
  return { html: reader.html, pictures: reader.pictures }
}
