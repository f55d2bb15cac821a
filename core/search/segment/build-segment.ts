import { fold } from '../analysis/fold.ts'
import { FIELD_COUNT } from '../fields.ts'
import type { AnalysedArticle, FieldWords } from './analysed-article.ts'
import { ByteWriter, UnitWriter } from './byte-writer.ts'
import { bytesInMemory, createSegment, ID_LENGTH, type Segment, type SegmentTables } from './segment.ts'
import type { TermTable } from './term-table.ts'

// Places inside the tables by the way they are counted: hence the bare `as number` below.

/** All words of one field of all articles, sorted by term, then article, then place. */
interface FieldOccurrences {
  /** Where the words of each term begin; one more entry than terms. */
  readonly offsets: Int32Array
  readonly documents: Int32Array
  readonly places: Int32Array
}

/** Makes a segment in memory of articles in the order given. */
export function buildSegment(articles: readonly AnalysedArticle[]): Segment {
  const { names, numbers } = numberTerms(articles)
  const fields = Array.from({ length: FIELD_COUNT }, (_, field) => sortWords(articles, numbers, names.length, field))
  const { tables, postings, positions } = writeTerms(names, fields)
  const segment = createSegment(
    { ...documentTables(articles), ...tables, foldOrder: orderByFold(names) },
    { postings, positions, texts: joinTexts(articles) },
  )
  articles.forEach((article, document) => (segment.rows[document] = article.row))
  return segment
}

/** Numbers the terms of all articles in their order; `numbers` leads from a table's own numbers to these. */
function numberTerms(articles: readonly AnalysedArticle[]) {
  const parts = [...Map.groupBy(articles, ({ table }) => table)].map(([table, own]) => ({
    table,
    terms: usedTerms(own),
  }))
  const [only] = parts
  if (only !== undefined && parts.length === 1) return numberOneTable(only.table, only.terms)
  const names = [
    ...new Set(parts.flatMap(({ table, terms }) => terms.map((term) => table.terms[term] as string))),
  ].sort()
  const order = new Map(names.map((name, number) => [name, number]))
  const numbers = new Map<TermTable, Int32Array>()
  for (const { table, terms } of parts) {
    const own = new Int32Array(table.terms.length)
    for (const term of terms) own[term] = order.get(table.terms[term] as string) as number
    numbers.set(table, own)
  }
  return { names, numbers }
}

/** The numbers of the terms that articles of one table hold, each once. The table may know a hundred times more. */
function usedTerms(articles: readonly AnalysedArticle[]): number[] {
  const used = new Set<number>()
  for (const { fields } of articles) {
    for (const { terms } of fields)
      for (let index = 0; index < terms.length; index += 1) used.add(terms[index] as number)
  }
  return [...used]
}

/** The usual case needs no look-up by name. */
function numberOneTable(table: TermTable, terms: number[]) {
  const { terms: texts } = table
  terms.sort((left, right) => ((texts[left] as string) < (texts[right] as string) ? -1 : 1))
  const own = new Int32Array(texts.length)
  terms.forEach((term, number) => (own[term] = number))
  return { names: terms.map((term) => texts[term] as string), numbers: new Map([[table, own]]) }
}

/** A counting sort: articles and places come in their order anyway. */
function sortWords(
  articles: readonly AnalysedArticle[],
  numbers: ReadonlyMap<TermTable, Int32Array>,
  count: number,
  field: number,
): FieldOccurrences {
  const offsets = new Int32Array(count + 1)
  const each = (take: (term: number, document: number, place: number) => void): void => {
    articles.forEach(({ table, fields }, document) => {
      const own = numbers.get(table) as Int32Array
      const { terms, places } = fields[field] as FieldWords
      for (let index = 0; index < terms.length; index += 1) {
        take(own[terms[index] as number] as number, document, places[index] as number)
      }
    })
  }
  each((term) => (offsets[term + 1] = (offsets[term + 1] as number) + 1))
  for (let term = 0; term < count; term += 1)
    offsets[term + 1] = (offsets[term + 1] as number) + (offsets[term] as number)
  const next = offsets.slice()
  const documents = new Int32Array(offsets[count] as number)
  const placesOut = new Int32Array(documents.length)
  each((term, document, place) => {
    const at = next[term] as number
    next[term] = at + 1
    documents[at] = document
    placesOut[at] = place
  })
  return { offsets, documents, places: placesOut }
}

/** The numbers of the terms in the order of their folded forms. */
export function orderByFold(names: readonly string[]): Uint32Array {
  const folded = names.map(fold)
  const order = Uint32Array.from(folded.keys())
  return order.sort((left, right) => {
    const a = folded[left] ?? ''
    const b = folded[right] ?? ''
    return a < b ? -1 : a > b ? 1 : left - right
  })
}

type DocumentTables = Pick<SegmentTables, 'ids' | 'versions' | 'tagHashes' | 'lengths' | 'textOffsets'>

function documentTables(articles: readonly AnalysedArticle[]): DocumentTables {
  const count = articles.length
  const ids = new Uint8Array(count * ID_LENGTH)
  const versions = new Uint32Array(count * 2)
  const tagHashes = new Uint32Array(count)
  const lengths = new Uint16Array(count * FIELD_COUNT)
  const textOffsets = new Uint32Array(count + 1)
  articles.forEach((article, document) => {
    for (let place = 0; place < ID_LENGTH; place += 1) ids[document * ID_LENGTH + place] = article.id.charCodeAt(place)
    versions.set(article.version, document * 2)
    tagHashes[document] = article.tagHash
    article.lengths.forEach((length, field) => (lengths[field * count + document] = length))
    textOffsets[document + 1] = (textOffsets[document] ?? 0) + article.text.length
  })
  return { ids, versions, tagHashes, lengths, textOffsets }
}

function joinTexts(articles: readonly AnalysedArticle[]) {
  const writer = new ByteWriter()
  for (const article of articles) writer.append(article.text)
  return bytesInMemory(writer.finish())
}

type TermTables = Pick<
  SegmentTables,
  'characters' | 'termOffsets' | 'frequencies' | 'postingOffsets' | 'positionOffsets'
>

function writeTerms(names: readonly string[], fields: readonly FieldOccurrences[]) {
  const count = names.length
  const characters = new UnitWriter()
  const postings = new ByteWriter()
  const positions = new ByteWriter()
  const termOffsets = new Uint32Array(count + 1)
  const postingOffsets = new Uint32Array(count + 1)
  const positionOffsets = new Uint32Array(count + 1)
  const frequencies = new Uint32Array(count)
  const list = new ByteWriter()
  const places = new ByteWriter()
  names.forEach((name, term) => {
    characters.text(name)
    frequencies[term] = writeTerm(term, fields, { postings, positions, list, places })
    termOffsets[term + 1] = characters.length
    postingOffsets[term + 1] = postings.length
    positionOffsets[term + 1] = positions.length
  })
  const tables: TermTables = {
    characters: characters.finish(),
    termOffsets,
    frequencies,
    postingOffsets,
    positionOffsets,
  }
  return { tables, postings: bytesInMemory(postings.finish()), positions: bytesInMemory(positions.finish()) }
}

interface TermWriters {
  readonly postings: ByteWriter
  readonly positions: ByteWriter
  /** Scratch space for one list. */
  readonly list: ByteWriter
  readonly places: ByteWriter
}

/** Writes one term; returns in how many fields of articles it is. */
function writeTerm(term: number, fields: readonly FieldOccurrences[], writers: TermWriters): number {
  const { postings, positions, list, places } = writers
  const maskAt = postings.length
  let mask = 0
  let frequency = 0
  postings.byte(0)
  fields.forEach((field, index) => {
    const from = field.offsets[term] as number
    const to = field.offsets[term + 1] as number
    if (from === to) return
    mask |= 1 << index
    const count = writeLists(field, from, to, list, places)
    frequency += count
    postings.number(count)
    postings.number(list.length)
    postings.append(list.bytes, 0, list.length)
    positions.number(places.length)
    positions.append(places.bytes, 0, places.length)
  })
  postings.bytes[maskAt] = mask
  return frequency
}

/** Fills the scratch lists with the articles and places of one term; returns the number of articles. */
function writeLists(field: FieldOccurrences, from: number, to: number, list: ByteWriter, places: ByteWriter): number {
  list.length = 0
  places.length = 0
  let count = 0
  let documentBefore = 0
  for (let at = from; at < to;) {
    const document = field.documents[at] as number
    let placeBefore = 0
    let times = 0
    for (; at < to && field.documents[at] === document; at += 1) {
      const place = field.places[at] as number
      places.number(place - placeBefore)
      placeBefore = place
      times += 1
    }
    const gap = (document - documentBefore) << 1
    documentBefore = document
    count += 1
    if (times === 1) list.number(gap | 1)
    else {
      list.number(gap)
      list.number(times)
    }
  }
  return count
}
