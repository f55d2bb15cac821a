/** An entry of `tags.yaml` as data, with its place in the text. */
export interface ScannedEntry {
  readonly value: Readonly<Record<string, unknown>>
  /** From the first key to the end of the last value. */
  readonly start: number
  readonly end: number
  /** Counted from 1. */
  readonly line: number
}

/**
 * Reads the plain form in which the program itself writes `tags.yaml`, some thirty times faster than a YAML parser: one
 * list `tags`, an entry per dash, scalars on one line. Null for a file that uses anything else of YAML; that one needs
 * the parser.
 */
export function scanRegistry(text: string): readonly ScannedEntry[] | null {
  const scan = new Scan()
  let start = 0
  for (let line = 1; start < text.length; line += 1) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const content = text.slice(start, text[end - 1] === '\r' ? end - 1 : end)
    if (!scan.take(content, start, line)) return null
    start = end + 1
  }
  return scan.finish()
}

const EMPTY = /^[ ]*(?:#.*)?$/
const DASH = /^( *)- ([a-z]+):(?: (.*))?$/
const KEY = /^( +)([a-z]+):(?: (.*))?$/
const ITEM = /^( +)- (.*)$/
const SIMPLE_ESCAPES = /^"(?:[^"\\]|\\["\\])*"$/
const SINGLE_QUOTED = /^'[^']*'$/
/** A plain scalar: nothing that YAML could read otherwise. */
const PLAIN = /^[^\s!&*{}[\]|>@`"'%#?:,-](?:[^:#]|:(?=\S)|(?<=\S)#)*$/
const COLOR = /^#/

interface OpenEntry {
  readonly value: Record<string, unknown>
  readonly start: number
  readonly line: number
  end: number
  /** Key whose map or list follows on the next lines. */
  open: string | null
}

/** The state between two lines. */
class Scan {
  #entries: ScannedEntry[] = []
  #entry: OpenEntry | null = null
  /** Column of the dashes; -1 before the first. */
  #column = -1
  #listSeen = false

  /** False for a line that is not in the plain form. */
  take(line: string, start: number, number: number): boolean {
    if (EMPTY.test(line)) return true
    if (!this.#listSeen) {
      this.#listSeen = /^tags:[ ]*$/.test(line)
      return this.#listSeen
    }
    const dash = DASH.exec(line)
    if (dash !== null && this.#isDashColumn(dash[1]?.length ?? 0)) return this.#begin(dash, line, start, number)
    const entry = this.#entry
    return entry !== null && this.#continue(entry, line, start + line.length)
  }

  finish(): readonly ScannedEntry[] | null {
    if (!this.#close()) return null
    return this.#listSeen && this.#entries.length > 0 ? this.#entries : null
  }

  #isDashColumn(column: number): boolean {
    return this.#column < 0 || this.#column === column
  }

  #begin([, indent = '', key = '', value]: RegExpExecArray, line: string, start: number, number: number): boolean {
    if (!this.#close()) return false
    this.#column = indent.length
    this.#entry = { value: {}, start: start + indent.length + 2, line: number, end: start + line.length, open: null }
    return this.#set(this.#entry, key, value)
  }

  #continue(entry: OpenEntry, line: string, end: number): boolean {
    entry.end = end
    const key = KEY.exec(line)
    if (key !== null && key[1]?.length === this.#column + 2)
      return this.#endOpen(entry) && this.#set(entry, key[2] ?? '', key[3])
    if (entry.open === null) return false
    const item = ITEM.exec(line)
    const scalar = readScalar((item === null ? key?.[3] : item[2]) ?? '')
    if (scalar === null || (item ?? key)?.[1]?.length !== this.#column + 4) return false
    const holder = entry.value[entry.open]
    if (item !== null) {
      if (Array.isArray(holder)) holder.push(scalar)
      else if (holder === null) entry.value[entry.open] = [scalar]
      return Array.isArray(entry.value[entry.open])
    }
    return addToMap(entry, entry.open, key?.[2] ?? '', scalar)
  }

  #set(entry: OpenEntry, key: string, value: string | undefined): boolean {
    if (Object.hasOwn(entry.value, key)) return false
    if (value === undefined || value === '') {
      entry.value[key] = null
      entry.open = key
      return true
    }
    const scalar = readScalar(value)
    entry.value[key] = scalar
    return scalar !== null
  }

  /** A key without anything is an empty text. */
  #endOpen(entry: OpenEntry): boolean {
    if (entry.open !== null && entry.value[entry.open] === null) entry.value[entry.open] = ''
    entry.open = null
    return true
  }

  #close(): boolean {
    const entry = this.#entry
    if (entry === null) return true
    this.#endOpen(entry)
    this.#entries.push({ value: entry.value, start: entry.start, end: entry.end, line: entry.line })
    return true
  }
}

function addToMap(entry: OpenEntry, holderKey: string, key: string, scalar: string): boolean {
  const holder = entry.value[holderKey]
  if (Array.isArray(holder)) return false
  const map = typeof holder === 'object' && holder !== null ? holder : {}
  if (Object.hasOwn(map, key)) return false
  entry.value[holderKey] = { ...map, [key]: scalar }
  return true
}

/** The text of a scalar on one line, or null for what only a parser can read. */
function readScalar(text: string): string | null {
  const value = text.trimEnd()
  if (SIMPLE_ESCAPES.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1')
  if (SINGLE_QUOTED.test(value)) return value.slice(1, -1)
  return PLAIN.test(value) && !value.endsWith(':') && !COLOR.test(value) ? value : null
}
