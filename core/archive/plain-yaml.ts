import type { YamlValue } from './yaml-text.ts'

/** A top-level key as it stands in the text. */
export interface PlainEntry {
  readonly key: string
  /** Key and value, without the line break at the end. */
  readonly raw: string
  readonly value: YamlValue
}

/** Thrown inside, where the text is anything but what the program itself writes. */
class NotPlain extends Error {}

interface Cursor {
  readonly lines: string[]
  at: number
}

const KEY_PATTERN = /^( *)([a-z][a-z0-9-]*):(?: (.+))?$/
const PLAIN_PATTERN = /^[\p{L}/](?:[\p{L}\p{N}_.,;!?'"()/+*=%&@«»“”„‘’№–—…-]| (?! |#)|:(?! ))*$/u
/** A dash alone is no word: in YAML it begins an item. */
const SHORT_LIST_PATTERN = /^\[(?:-*[a-z0-9][a-z0-9-]*(?:, -*[a-z0-9][a-z0-9-]*)*)?\]$/
const LIST_ITEM_PATTERN = /^(?:-*[a-z0-9][a-z0-9-]*|"[a-z0-9-]+")$/
const REFUSED = new Set(['constructor', 'prototype'])

function readText(text: string): string {
  if (text.startsWith('"')) {
    // The escapes that the program writes are those of JSON.
    if (!/^"(?:[^"\\\p{Cc}]|\\["\\nrt]|\\u[0-9a-f]{4})*"$/u.test(text)) throw new NotPlain()
    return String(JSON.parse(text))
  }
  if (!PLAIN_PATTERN.test(text) || text.endsWith(':') || text.endsWith(' ')) throw new NotPlain()
  return text
}

function readInline(text: string): YamlValue {
  if (!text.startsWith('[')) return readText(text)
  if (SHORT_LIST_PATTERN.test(text)) return text === '[]' ? [] : text.slice(1, -1).split(', ')
  const items = text.slice(1, -1).split(', ')
  if (!text.endsWith(']') || !items.every((item) => LIST_ITEM_PATTERN.test(item))) throw new NotPlain()
  return items.map((item) => item.replaceAll('"', ''))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function readBlockText(cursor: Cursor, indent: number): string {
  const texts: string[] = []
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (line !== '' && indentOf(line) < indent) break
    if (line !== '' && indentOf(line) !== indent) throw new NotPlain()
    texts.push(line.slice(indent))
    cursor.at += 1
  }
  if (texts.length === 0 || texts[0] === '' || texts.at(-1) === '') throw new NotPlain()
  return texts.join('\n')
}

function readValue(cursor: Cursor, text: string | undefined, indent: number): YamlValue {
  if (text === '|-') return readBlockText(cursor, indent + 2)
  if (text !== undefined) return readInline(text)
  const next = cursor.lines[cursor.at] ?? ''
  if (indentOf(next) !== indent + 2) throw new NotPlain()
  return next.startsWith('- ', indent + 2) ? readList(cursor, indent + 2) : readMap(cursor, indent + 2)
}

function readList(cursor: Cursor, indent: number): YamlValue {
  const items: YamlValue[] = []
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (indentOf(line) < indent) break
    if (!line.startsWith('- ', indent)) throw new NotPlain()
    const text = line.slice(indent + 2)
    if (KEY_PATTERN.test(text)) {
      // The dash stands for two of the spaces that the map's other lines begin with.
      cursor.lines[cursor.at] = ' '.repeat(indent + 2) + text
      items.push(readMap(cursor, indent + 2))
    } else {
      cursor.at += 1
      items.push(readValue(cursor, text, indent))
    }
  }
  return items
}

function readMap(cursor: Cursor, indent: number): YamlValue {
  // Without a prototype, so that no key of the file can reach one.
  const map = Object.create(null) as Record<string, YamlValue>
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (indentOf(line) < indent) break
    const [key, value] = readKey(line, indent)
    if (key in map) throw new NotPlain()
    cursor.at += 1
    map[key] = readValue(cursor, value, indent)
  }
  return map
}

function readKey(line: string, indent: number): readonly [key: string, text: string | undefined] {
  const [, spaces = '', key = '', text] = KEY_PATTERN.exec(line) ?? []
  if (key === '' || spaces.length !== indent || REFUSED.has(key)) throw new NotPlain()
  return [key, text]
}

/**
 * Reads front matter of the shape that the program itself writes, twenty times faster than a YAML parser; null for
 * everything else, which then goes to the parser. What it reads, it reads as the parser does.
 */
export function readPlainYaml(block: string): readonly PlainEntry[] | null {
  if (!block.endsWith('\n') || block.includes('\r')) return null
  const lines = block.slice(0, -1).split('\n')
  const cursor: Cursor = { lines: [...lines], at: 0 }
  const entries: PlainEntry[] = []
  try {
    while (cursor.at < lines.length) {
      const start = cursor.at
      const [key, text] = readKey(lines[start] ?? '', 0)
      if (entries.some((entry) => entry.key === key)) return null
      cursor.at += 1
      const value = readValue(cursor, text, 0)
      entries.push({ key, raw: lines.slice(start, cursor.at).join('\n'), value })
    }
    return entries
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}
