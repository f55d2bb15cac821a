import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document, type YAMLSeq } from 'yaml'
import { isTagId, type Tag, type TagId } from '../model/tag.ts'
import { readTagEntry, type EntryFault } from './read-tag-entry.ts'
import { scanRegistry } from './scan-registry.ts'

/** Something in `tags.yaml` that the program cannot take in; the text stays as it is. */
export interface RegistryProblem {
  /** Line of the file, counted from 1. */
  readonly line: number
  readonly code: EntryFault['code'] | 'syntax' | 'duplicate-id' | 'unknown-parent'
  /** English, names the value. */
  readonly message: string
}

/** One tag and the place of its entry in the text: [start, end) counts UTF-16 units, from the first key on. */
export interface RegistryEntry {
  readonly tag: Tag
  readonly start: number
  readonly end: number
  readonly line: number
}

/** The file `tags.yaml` as read. */
export interface TagRegistry {
  readonly text: string
  readonly entries: readonly RegistryEntry[]
  readonly problems: readonly RegistryProblem[]
  /** True when the file as a whole cannot be read: nothing may be written then. */
  readonly damaged: boolean
}

/** Reads the text of `tags.yaml`. Never throws: what cannot be taken in is listed with its line. */
export function readRegistry(text: string): TagRegistry {
  const scanned = scanRegistry(text)
  return scanned === null ? parseRegistry(text) : { text, damaged: false, ...checkEntries(scanned) }
}

/** The same by a YAML parser, for every form that YAML allows. */
export function parseRegistry(text: string): TagRegistry {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const lineOf = (offset: number): number => lines.linePos(offset).line
  const damaged = (line: number, message: string): TagRegistry => ({
    text,
    entries: [],
    problems: [{ line, code: 'syntax', message }],
    damaged: true,
  })

  const [error] = document.errors
  if (error !== undefined) return damaged(lineOf(error.pos[0]), error.message)
  const list = tagListOf(document)
  if (list === 'none') return { text, entries: [], problems: [], damaged: false }
  if (list === 'other') return damaged(1, 'The file needs a list named "tags".')
  return { text, damaged: false, ...checkEntries(entriesOf(document, list, lineOf)) }
}

/** The list `tags`; `none` for a file that has no tags yet. */
function tagListOf(document: Document): YAMLSeq | 'none' | 'other' {
  if (document.contents === null) return 'none'
  if (!isMap(document.contents)) return isEmptyScalar(document.contents) ? 'none' : 'other'
  const list = document.contents.get('tags', true)
  if (list === undefined || isEmptyScalar(list)) return 'none'
  return isSeq(list) ? list : 'other'
}

function isEmptyScalar(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'value' in node && (node.value === null || node.value === '')
}

interface RawEntry {
  readonly value: unknown
  readonly start: number
  readonly end: number
  readonly line: number
}

function entriesOf(document: Document, list: YAMLSeq, lineOf: (offset: number) => number): readonly RawEntry[] {
  return list.items.map((item) => {
    const [start, end] = (isNode(item) ? item.range : null) ?? [0, 0]
    const value: unknown = isMap(item) ? item.toJS(document, { maxAliasCount: 100 }) : null
    return { value, start, end, line: lineOf(start) }
  })
}

function checkEntries(raw: readonly RawEntry[]): Pick<TagRegistry, 'entries' | 'problems'> {
  const entries: RegistryEntry[] = []
  const problems: RegistryProblem[] = []
  const known = new Set<TagId>()
  for (const { value, start, end, line } of raw) {
    const { tag, faults } = readTagEntry(value)
    for (const fault of faults) problems.push({ line, ...fault })
    if (tag === null) continue
    if (known.has(tag.id)) {
      problems.push({ line, code: 'duplicate-id', message: `The id "${tag.id}" is there twice.` })
      continue
    }
    known.add(tag.id)
    entries.push({ tag, start, end, line })
  }
  return { entries: dropUnknownParents(entries, known, problems), problems }
}

function dropUnknownParents(
  entries: readonly RegistryEntry[],
  known: ReadonlySet<TagId>,
  problems: RegistryProblem[],
): readonly RegistryEntry[] {
  return entries.map((entry) => {
    const { parent, ...rest } = entry.tag
    if (parent === undefined || (isTagId(parent) && known.has(parent) && parent !== entry.tag.id)) return entry
    problems.push({ line: entry.line, code: 'unknown-parent', message: `There is no tag "${parent}" to stand above.` })
    return { ...entry, tag: rest }
  })
}
