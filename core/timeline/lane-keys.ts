import { NO_DAY, type Catalog } from '../archive/catalog/catalog.ts'
import { ARTICLE_KINDS } from '../model/article.ts'
import { ARTICLE_LANGUAGES, type Language } from '../model/language.ts'
import { tagName, type Tag, type TagId, type TagKind } from '../model/tag.ts'
import type { LaneField } from '../model/timeline.ts'

/** How lanes get their name and colour. */
export interface LaneIdentity {
  readonly id: string
  readonly label: string
  readonly color: string | null
  readonly period?: { readonly from: string | null; readonly to: string | null }
}

/** The lanes that a row belongs to, as numbers. */
export interface LaneKeys {
  readonly count: number
  /** The key that stands for "has none", -1 for a field that every article has. */
  readonly none: number
  /** Calls `visit` once for each lane of the row: several for tags, exactly one for all other fields. */
  forEachOf(row: number, visit: (key: number) => void): void
  identityOf(key: number): LaneIdentity
}

/** Whether a tag is of the lanes' kind. */
const [NO, YES, UNKNOWN] = [0, 1, 2]

/** Looks a tag up in the registry. */
export type TagLookup = (id: TagId) => Tag | undefined

/** Prepares the lanes of one field. Labels of languages and kinds are their codes, which a host puts into words. */
export function laneKeysOf(catalog: Catalog, field: LaneField, tagOf: TagLookup, language: Language): LaneKeys {
  const { columns } = catalog
  switch (field) {
    case 'initiative':
    case 'partner':
    case 'topic':
      return tagKeys(catalog, field, tagOf, language)
    case 'outlet':
      return columnKeys(columns.outlet, columns.outletNames)
    case 'language':
      return columnKeys(columns.language, ARTICLE_LANGUAGES)
    case 'kind':
      return columnKeys(columns.kind, ARTICLE_KINDS)
    case 'story':
      return storyKeys(catalog)
  }
}

function columnKeys(column: ArrayLike<number>, values: readonly string[]): LaneKeys {
  return {
    count: values.length,
    none: values.indexOf(''),
    forEachOf: (row, visit) => visit(column[row] ?? 0),
    identityOf: (key) => {
      const id = values[key] ?? ''
      return { id, label: id, color: null }
    },
  }
}

function tagKeys(catalog: Catalog, kind: TagKind, tagOf: TagLookup, language: Language): LaneKeys {
  const { tagIds, tags } = catalog.columns
  const registered = tagIds.map((id) => tagOf(id))
  const membership = Uint8Array.from(registered, (tag) => (tag === undefined ? UNKNOWN : tag.kind === kind ? YES : NO))
  const none = tagIds.length
  /** Not in the registry: the article itself says under which kind it carries the tag. */
  const isCarried = (tagNumber: number, row: number): boolean => {
    const id = tagIds[tagNumber]
    return id !== undefined && catalog.summaryAt(row)?.tags[kind].includes(id) === true
  }
  return {
    count: none + 1,
    none,
    forEachOf: (row, visit) => {
      let found = false
      for (const tagNumber of tags[row] ?? []) {
        const belongs = membership[tagNumber]
        if (belongs === NO || (belongs === UNKNOWN && !isCarried(tagNumber, row))) continue
        found = true
        visit(tagNumber)
      }
      if (!found) visit(none)
    },
    identityOf: (key) => {
      const id = tagIds[key]
      if (id === undefined) return { id: '', label: '', color: null }
      const tag = registered[key]
      return tag === undefined
        ? { id, label: id, color: null }
        : { id, label: tagName(tag, language), color: tag.color, ...periodOf(tag) }
    },
  }
}

function periodOf({ from, to }: Tag): Pick<LaneIdentity, 'period'> {
  return from === undefined && to === undefined ? {} : { period: { from: from ?? null, to: to ?? null } }
}

/** Stories are named by their own release, or else by their earliest article. */
function storyKeys(catalog: Catalog): LaneKeys {
  const { live, rows } = catalog.columns
  const numbers = new Map<string, number>([['', 0]])
  const leaders: number[] = [-1]
  const keyOfRow = new Uint32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    if (live[row] !== 1) continue
    const story = catalog.storyAt(row)
    const key = numbers.get(story) ?? numbers.size
    numbers.set(story, key)
    keyOfRow[row] = key
    const leader = leaders[key]
    if (leader === undefined || (key > 0 && leads(catalog, row, leader))) leaders[key] = row
  }
  const ids = [...numbers.keys()]
  return {
    count: ids.length,
    none: 0,
    forEachOf: (row, visit) => visit(keyOfRow[row] ?? 0),
    identityOf: (key) => ({
      id: ids[key] ?? '',
      label: catalog.summaryAt(leaders[key] ?? -1)?.title ?? '',
      color: null,
    }),
  }
}

const OWN = ARTICLE_KINDS.indexOf('own')

function leads({ columns }: Catalog, row: number, leader: number): boolean {
  const { kind, firstDay } = columns
  if ((kind[row] === OWN) !== (kind[leader] === OWN)) return kind[row] === OWN
  const dayOf = (at: number): number => {
    const day = firstDay[at] ?? NO_DAY
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day
  }
  return dayOf(row) < dayOf(leader)
}
