import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Node, type Pair } from 'yaml'
import { readPlainYaml } from './plain-yaml.ts'
import { writeKey, writeYaml, type YamlValue } from './yaml-text.ts'

/** Largest front matter that is read, in UTF-16 units. */
const LONGEST_BLOCK = 64 * 1024
/** Deepest nesting of lists and maps. */
const DEEPEST = 20
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** One top-level key of a front matter. */
interface Entry {
  readonly key: string
  /** From the first letter of the key to the end of its value, as it stands in the file. */
  readonly raw: string
  /** What follows up to the next key: comments, empty lines, the line's end. */
  readonly after: string
  readonly value: YamlValue
}

/** A Markdown file with front matter, taken apart so that putting it together gives the same text. */
export interface FrontMatterFile {
  /** Byte order mark, `---` line and comments before the first key. */
  readonly head: string
  readonly entries: readonly Entry[]
  /** The closing `---` line. */
  readonly close: string
  /** The empty line between front matter and body, or empty. */
  readonly gap: string
  readonly body: string
  /** The line break at the end of the file, or empty. */
  readonly end: string
}

/** Says why a text cannot be read as front matter and body. The message is for the user, in English. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError'
}

interface Split {
  readonly open: string
  readonly block: string
  readonly close: string
  readonly rest: string
}

function splitFile(text: string): Split {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0]
  if (open === undefined) throw new FrontMatterError('The file does not begin with a line "---".')
  const closing = /^---[ \t]*(?:\r?\n|$)/gm
  closing.lastIndex = open.length
  const match = closing.exec(text)
  if (!match) throw new FrontMatterError('The front matter has no closing line "---".')
  if (match.index - open.length > LONGEST_BLOCK) throw new FrontMatterError('The front matter is longer than 64 kB.')
  const rest = text.slice(match.index + match[0].length)
  return { open, block: text.slice(open.length, match.index), close: match[0], rest }
}

/** A nest of brackets or dashes would exhaust the stack of any parser. */
function refuseDeepNesting(block: string): void {
  let depth = 0
  for (const character of block) {
    if (character === '[' || character === '{') depth += 1
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1
    if (depth > 1_000) throw new FrontMatterError('The front matter is nested too deeply.')
  }
  if (/(?:[-?][ \t]+){21}/.test(block)) throw new FrontMatterError('The front matter is nested too deeply.')
}

function toValue(node: unknown, depth: number): YamlValue {
  if (depth > DEEPEST) throw new FrontMatterError('The front matter is nested too deeply.')
  if (node === null || node === undefined) return ''
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : ''
  if (isSeq(node)) return node.items.map((item) => toValue(item, depth + 1))
  if (!isMap(node)) throw new FrontMatterError('The front matter refers to another place in itself.')
  // Without a prototype, so that no key of the file can reach one.
  const map = Object.create(null) as Record<string, YamlValue>
  for (const pair of node.items) map[keyOf(pair)] = toValue(pair.value, depth + 1)
  return map
}

function keyOf(pair: Pair): string {
  if (!isScalar(pair.key) || typeof pair.key.value !== 'string') throw new FrontMatterError('A key is not plain text.')
  if (REFUSED_KEYS.has(pair.key.value)) throw new FrontMatterError(`The key "${pair.key.value}" is refused.`)
  return pair.key.value
}

function startOf(pair: Pair, block: string): number {
  const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined
  if (start === undefined || (start > 0 && block[start - 1] !== '\n')) {
    throw new FrontMatterError('A key does not stand at the beginning of its line.')
  }
  return start
}

function endOf(pair: Pair, block: string): number {
  // The parser gives every value of a document a range; a key alone ends with its colon.
  const value = pair.value as Node | null
  const key = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0
  const afterColon = block.indexOf(':', key) + 1
  const end = Math.max(value?.range?.[1] ?? 0, afterColon)
  // Line breaks after the value belong to the gap, so that a rewritten value keeps them.
  return end - (/\s*$/.exec(block.slice(afterColon, end))?.[0].length ?? 0)
}

function parseEntries(block: string): readonly [string, readonly Entry[]] {
  refuseDeepNesting(block)
  const document = parseDocument(block, { schema: 'failsafe', uniqueKeys: true, version: '1.2', logLevel: 'silent' })
  const [problem] = document.errors
  if (problem) throw new FrontMatterError(`The front matter cannot be read: ${problem.message.split('\n')[0] ?? ''}`)
  visit(document, {
    Alias: () => {
      throw new FrontMatterError('The front matter refers to another place in itself.')
    },
  })
  if (document.contents === null) return [block, []]
  if (!isMap(document.contents) || isAlias(document.contents))
    throw new FrontMatterError('The front matter is no list of keys.')
  const pairs: readonly Pair[] = document.contents.items
  const starts = pairs.map((pair) => startOf(pair, block))
  const entries = pairs.map((pair, place): Entry => {
    const [start, end] = [starts[place] ?? 0, endOf(pair, block)]
    const next = starts[place + 1] ?? block.length
    return {
      key: keyOf(pair),
      raw: block.slice(start, end),
      after: block.slice(end, next),
      value: toValue(pair.value, 1),
    }
  })
  return [block.slice(0, starts[0] ?? block.length), entries]
}

function splitBody(rest: string): Pick<FrontMatterFile, 'gap' | 'body' | 'end'> {
  const gap = /^\r?\n/.exec(rest)?.[0] ?? ''
  const text = rest.slice(gap.length)
  const end = /\r?\n$/.exec(text)?.[0] ?? ''
  return { gap, body: text.slice(0, text.length - end.length), end }
}

/**
 * Takes a Markdown file with front matter apart.
 *
 * @throws FrontMatterError that says what is wrong with it
 */
export function parseFrontMatter(text: string): FrontMatterFile {
  const { open, block, close, rest } = splitFile(text)
  try {
    const plain = readPlainYaml(block)
    if (plain)
      return { head: open, entries: plain.map((entry) => ({ ...entry, after: '\n' })), close, ...splitBody(rest) }
    const [preamble, entries] = parseEntries(block)
    return { head: open + preamble, entries, close, ...splitBody(rest) }
  } catch (error) {
    if (error instanceof RangeError) throw new FrontMatterError('The front matter is nested too deeply.')
    throw error
  }
}

/** The empty file that new articles are written into. */
export const EMPTY_FILE: FrontMatterFile = {
  head: '---\n',
  entries: [],
  close: '---\n',
  gap: '\n',
  body: '',
  end: '\n',
}

/** Puts the parts together again. */
export function formatFrontMatter(file: FrontMatterFile): string {
  const entries = file.entries.map((entry) => entry.raw + entry.after).join('')
  return file.head + entries + file.close + file.gap + file.body + file.end
}

/** The value of a key, or undefined. */
export function valueOf(file: FrontMatterFile, key: string): YamlValue | undefined {
  return file.entries.find((entry) => entry.key === key)?.value
}

function writeEntry(key: string, value: YamlValue, after: string): Entry {
  const raw = `${writeKey(key)}:${writeYaml(value, '')}`
  const comment = /^[ \t]*#/.test(after) ? `\n${after.trimStart()}` : after
  // Spaces that ended the old text would be taken for the end of a new block of text.
  const rest = comment.replace(/^[ \t]+(?=\r?\n)/, '')
  return { key, raw, after: /^\r?\n/.test(rest) ? rest : `\n${rest}`, value }
}

/**
 * Sets a key, or takes it off with null. All other keys stay as they are, letter for letter. A new key goes behind the
 * last of `before` that is there.
 */
export function setValue(
  file: FrontMatterFile,
  key: string,
  value: YamlValue | null,
  before: readonly string[] = [],
): FrontMatterFile {
  const place = file.entries.findIndex((entry) => entry.key === key)
  const old = file.entries[place]
  if (value === null) {
    if (!old) return file
    const entries = file.entries.toSpliced(place, 1)
    // Empty lines go with the key: behind a block that keeps its line breaks they would become part of that text.
    const comments = old.after.replace(/^[ \t]*(?:#.*)?(?:\r?\n|$)/, '').replace(/^(?:[ \t]*\r?\n)+/, '')
    const previous = entries[place - 1]
    if (!previous) return { ...file, head: file.head + comments, entries }
    return { ...file, entries: entries.with(place - 1, { ...previous, after: previous.after + comments }) }
  }
  if (old) return { ...file, entries: file.entries.with(place, writeEntry(key, value, old.after)) }
  const behind = Math.max(-1, ...before.map((name) => file.entries.findIndex((entry) => entry.key === name)))
  const target = behind < 0 ? (before.length === 0 ? file.entries.length : 0) : behind + 1
  return { ...file, entries: file.entries.toSpliced(target, 0, writeEntry(key, value, '\n')) }
}

/** Replaces the body. What stands around it adapts where the same text would otherwise be read back differently. */
export function setBody(file: FrontMatterFile, body: string): FrontMatterFile {
  if (body === file.body) return file
  const gap = file.gap === '' && /^\r?\n/.test(body) ? '\n' : file.gap
  const needed = body === '' && file.end === '' ? '' : file.end === '' && body.endsWith('\n') ? '\n' : file.end
  const end = body.endsWith('\r') ? '\r\n' : needed
  return { ...file, gap, body, end }
}
