import { isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml'
import { LANGUAGES } from '../model/language.ts'
import type { Tag, TagId } from '../model/tag.ts'
import { readRegistry, type RegistryEntry, type TagRegistry } from './read-registry.ts'

const HEADER = `# The tags of this archive: initiatives, partners and topics. May be edited by hand.
# An entry needs id, kind and a name in at least one language; the id stays, names may change.
`

/** Two spaces before the dash, as the program writes its entries. */
const INDENT = '    '
const WIDTH = 120

/** Keys of an entry in the order in which they are written. */
const KEYS = ['id', 'kind', 'names', 'aliases', 'color', 'from', 'to', 'country', 'web', 'parent', 'note'] as const

/** The text of a registry that has no tags yet. */
export const EMPTY_REGISTRY = `${HEADER}tags: []\n`

/**
 * The text with one tag added or its entry replaced. Every other byte stays: comments, order, keys that the program
 * does not know, also inside the entry. The registry must not be damaged.
 */
export function withTag(registry: TagRegistry, tag: Tag): string {
  const entry = registry.entries.find((candidate) => candidate.tag.id === tag.id)
  const written = entry === undefined ? append(registry, tag) : replace(registry, entry, tag)
  return registry.text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written
}

/** The text without one tag's entry; comments before it stay. Unchanged if there is no such tag. */
export function withoutTag(registry: TagRegistry, id: TagId): string {
  const entry = registry.entries.find((candidate) => candidate.tag.id === id)
  if (entry === undefined) return registry.text
  if (isInFlowList(registry)) return rewriteList(registry, (list) => list.delete(registry.entries.indexOf(entry)))
  const { text } = registry
  const dash = text.lastIndexOf('-', entry.start)
  const before = text.slice(0, text.lastIndexOf('\n', dash) + 1)
  const rest = text.slice(endOfLine(text, entry.end))
  const left = before + rest
  if (registry.entries.length > 1 || readRegistry(left).entries.length > 0) return left
  return left.replace(/^tags:[^\S\n]*$/mu, 'tags: []')
}

function replace(registry: TagRegistry, entry: RegistryEntry, tag: Tag): string {
  const { text } = registry
  const column = entry.start - (text.lastIndexOf('\n', entry.start - 1) + 1)
  const own = text.slice(entry.start, entry.end)
  const trailing = /\s*$/u.exec(own)?.[0] ?? ''
  const document = parseDocument(' '.repeat(column) + own, { schema: 'failsafe' })
  const fields = fieldsOf(tag)
  for (const key of KEYS) {
    if (fields[key] === undefined) document.delete(key)
    else if (!sameValue(document.get(key), fields[key])) document.set(key, document.createNode(fields[key]))
  }
  const written = document.toString({ lineWidth: WIDTH }).trimEnd()
  return text.slice(0, entry.start) + indentRest(written, ' '.repeat(column)) + trailing + text.slice(entry.end)
}

function sameValue(node: unknown, wanted: unknown): boolean {
  const value: unknown = typeof node === 'object' && node !== null && 'toJSON' in node ? JSON.stringify(node) : node
  return value === (typeof wanted === 'string' ? wanted : JSON.stringify(wanted))
}

function append(registry: TagRegistry, tag: Tag): string {
  const last = registry.entries.at(-1)
  const item = (indent: string): string =>
    `${indent.slice(2)}- ${indentRest(stringify(fieldsOf(tag), { schema: 'failsafe', lineWidth: WIDTH }).trimEnd(), indent)}\n`
  if (last === undefined) return appendFirst(registry, item(INDENT))
  const { text } = registry
  const column = last.start - (text.lastIndexOf('\n', last.start - 1) + 1)
  if (isInFlowList(registry)) return rewriteList(registry, (list) => list.add(fieldsOf(tag)))
  const place = endOfLine(text, last.end)
  const head = text.slice(0, place)
  return `${head}${head.endsWith('\n') ? '' : '\n'}${item(' '.repeat(column))}${text.slice(place)}`
}

/** Puts the first entry where the empty list stands, or makes the list. */
function appendFirst(registry: TagRegistry, item: string): string {
  const { text } = registry
  const empty = /^tags:[^\S\n]*(?:\[\s*\]|~|null)?[^\S\n]*$/mu.exec(text)
  if (empty !== null) {
    const after = text.slice(empty.index + empty[0].length).replace(/^\r?\n/u, '')
    return `${text.slice(0, empty.index)}tags:\n${item}${after}`
  }
  if (registry.problems.length > 0) return rewriteAsText(text, item)
  const head = text.trim() === '' ? HEADER : text.endsWith('\n') ? text : `${text}\n`
  return `${head}tags:\n${item}`
}

/** The list holds only entries that cannot be read: the new one goes before them. */
function rewriteAsText(text: string, item: string): string {
  return text.replace(/^tags:[^\S\n]*\r?\n/mu, (line) => line + item)
}

function isInFlowList(registry: TagRegistry): boolean {
  return /^tags:\s*\[\s*[^\s\]]/mu.test(registry.text)
}

/** A list in brackets, written by hand, cannot take a block: it is written anew, comments kept where the YAML writer can. */
function rewriteList(registry: TagRegistry, change: (list: YAMLSeq) => void): string {
  const document = parseDocument(registry.text, { schema: 'failsafe' })
  const list = document.get('tags')
  if (!isSeq(list)) return registry.text
  list.flow = false
  change(list)
  return document.toString({ lineWidth: WIDTH })
}

/** The entry as plain data in the order of the keys, without what is empty. */
function fieldsOf(tag: Tag): Readonly<Partial<Record<(typeof KEYS)[number], unknown>>> {
  const names = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const name = tag.names[language]
      return name === undefined || name === '' ? [] : [[language, name]]
    }),
  )
  const filled = { ...tag, names, aliases: tag.aliases.length > 0 ? tag.aliases : undefined }
  return Object.fromEntries(KEYS.flatMap((key) => (filled[key] === undefined ? [] : [[key, filled[key]]])))
}

function indentRest(block: string, indent: string): string {
  return block.replace(/\n(?=[^\n])/gu, `\n${indent}`)
}

/** Offset after the line that ends an entry; an entry may already end with its line break. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end
  const next = text.indexOf('\n', end)
  return next < 0 ? text.length : next + 1
}
