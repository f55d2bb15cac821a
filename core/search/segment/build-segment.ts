import { fold } from '../analysis/fold.ts'
import { FIELD_COUNT } from '../fields.ts'
import type { AnalysedArticle } from './analysed-article.ts'
import { ByteWriter, UnitWriter } from './byte-writer.ts'
import { bytesInMemory, createSegment, ID_LENGTH, type Segment, type SegmentTables } from './segment.ts'

type Occurrence = readonly [document: number, places: readonly number[]]
/** Per field what was found of one term. */
type TermFields = (Occurrence[] | undefined)[]

/** Makes a segment in memory of articles in the order given. */
export function buildSegment(articles: readonly AnalysedArticle[]): Segment {
  const terms = gatherTerms(articles)
  const names = [...terms.keys()].sort()
  const tables = writeTerms(names, terms)
  const segment = createSegment(
    { ...documentTables(articles), ...tables.tables, foldOrder: orderByFold(names) },
    { postings: tables.postings, positions: tables.positions, texts: joinTexts(articles) },
  )
  articles.forEach((article, document) => (segment.rows[document] = article.row))
  return segment
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

function gatherTerms(articles: readonly AnalysedArticle[]): Map<string, TermFields> {
  const terms = new Map<string, TermFields>()
  articles.forEach((article, document) => {
    article.fields.forEach((places, field) => {
      for (const [term, list] of places) {
        let entry = terms.get(term)
        if (entry === undefined) {
          entry = new Array<Occurrence[] | undefined>(FIELD_COUNT)
          terms.set(term, entry)
        }
        const occurrences = (entry[field] ??= [])
        occurrences.push([document, list])
      }
    })
  })
  return terms
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

function writeTerms(names: readonly string[], terms: ReadonlyMap<string, TermFields>) {
  const count = names.length
  const characters = new UnitWriter()
  const postings = new ByteWriter()
  const positions = new ByteWriter()
  const termOffsets = new Uint32Array(count + 1)
  const postingOffsets = new Uint32Array(count + 1)
  const positionOffsets = new Uint32Array(count + 1)
  const frequencies = new Uint32Array(count)
  const scratch = new ByteWriter()
  names.forEach((name, term) => {
    characters.text(name)
    frequencies[term] = writeTerm(terms.get(name) ?? [], postings, positions, scratch)
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

/** Writes one term; returns in how many fields of articles it is. */
function writeTerm(fields: TermFields, postings: ByteWriter, positions: ByteWriter, scratch: ByteWriter): number {
  let mask = 0
  let frequency = 0
  fields.forEach((occurrences, field) => {
    if (occurrences !== undefined) mask |= 1 << field
  })
  postings.byte(mask)
  for (const occurrences of fields) {
    if (occurrences === undefined) continue
    frequency += occurrences.length
    writeList(occurrences, postings, scratch)
    writePlaces(occurrences, positions, scratch)
  }
  return frequency
}

function writeList(occurrences: readonly Occurrence[], postings: ByteWriter, scratch: ByteWriter): void {
  scratch.length = 0
  let before = 0
  for (const [document, places] of occurrences) {
    const gap = (document - before) << 1
    before = document
    if (places.length === 1) scratch.number(gap | 1)
    else {
      scratch.number(gap)
      scratch.number(places.length)
    }
  }
  postings.number(occurrences.length)
  postings.number(scratch.length)
  postings.append(scratch.bytes, 0, scratch.length)
}

function writePlaces(occurrences: readonly Occurrence[], positions: ByteWriter, scratch: ByteWriter): void {
  scratch.length = 0
  for (const [, places] of occurrences) {
    let before = 0
    for (const place of places) {
      scratch.number(place - before)
      before = place
    }
  }
  positions.number(scratch.length)
  positions.append(scratch.bytes, 0, scratch.length)
}
