import { FIELD_BOOSTS } from '../fields.ts'
import type { IndexView } from '../segment/index-view.ts'
import { postingLists, type PostingList } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { Clause, CompiledQuery, TermMatch } from './compile-query.ts'
import type { AnswerSpace } from './answer-space.ts'
import { phraseDocuments } from './phrase-documents.ts'
import type { TermEntry } from './term-lookup.ts'

/** Constants of lunr's BM25. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75
const BANNED = 255
/** Lengths in words whose share in the formula is remembered; longer texts are rare. */
const KNOWN_NORMS = 4_096

/** Articles found, as rows of the catalog, with their scores; in no order. */
export interface Matches {
  readonly rows: Uint32Array
  readonly scores: Float64Array
}

/** What one scan of a list does to the articles in it. */
interface ScanTask {
  /** Articles below this level are left alone. */
  readonly from: number
  /** Level that articles are lifted to; 0 leaves their level. */
  readonly lift: number
  readonly scored: boolean
  /** Only articles with a flag here, where given. */
  readonly only: Uint8Array | null
}

/**
 * Runs compiled queries over an index, article by article in one accumulator a segment. A level tells how far an article
 * came: 0 untouched, 1 touched, n + 1 has the first n required groups.
 */
export class QueryRunner {
  private readonly view: IndexView
  private readonly norms: readonly Float64Array[]
  private scores: Float64Array
  private levels: Uint8Array
  private touched: Int32Array
  private touchedCount = 0
  private rowsFound = 0

  constructor(view: IndexView) {
    this.view = view
    const largest = view.segments.reduce((most, segment) => Math.max(most, segment.documents), 0)
    this.scores = new Float64Array(largest)
    this.levels = new Uint8Array(largest)
    this.touched = new Int32Array(largest)
    this.norms = view.averages.map(() => new Float64Array(KNOWN_NORMS))
  }

  /**
   * Finds the living articles that fit, without the rows of `except` (one flag a row). They are put into the space from a
   * place of it on, and stay there until something else is.
   */
  run(query: CompiledQuery, space: AnswerSpace, from = 0, except: Uint8Array | null = null): Matches {
    this.rowsFound = from
    const { clauses } = query
    if (clauses.length > 0 && !clauses.some((clause) => clause.presence === 'required' && isEmpty(clause))) {
      this.view.segments.forEach((segment, index) => {
        const needed = this.visit(query, segment, index)
        this.collect(segment, needed, space, except)
      })
    }
    return { rows: space.rows.subarray(from, this.rowsFound), scores: space.scores.subarray(from, this.rowsFound) }
  }

  /** Runs the query on one segment; returns the level that hits have. */
  private visit(query: CompiledQuery, segment: Segment, index: number): number {
    const { clauses, magnitudes } = query
    const required = clauses
      .filter((clause) => clause.presence === 'required')
      .sort((left, right) => left.cost - right.cost)
    const optional = clauses.filter((clause) => clause.presence === 'optional')
    const seen = new Set<string>()
    for (const clause of clauses) if (clause.presence === 'prohibited') this.ban(segment, index, clause)
    if (required.length + optional.length === 0) this.touchAll(segment)
    required.forEach((clause, order) => {
      const level = order + 1
      this.apply(segment, index, clause, magnitudes, seen, level === 1 ? 0 : level, level + 1)
    })
    const reached = required.length === 0 ? 0 : required.length + 1
    for (const clause of optional) this.apply(segment, index, clause, magnitudes, seen, reached, 0)
    return reached === 0 ? 1 : reached
  }

  private touchAll(segment: Segment): void {
    for (let document = 0; document < segment.documents; document += 1) {
      if (this.levels[document] === 0) this.touch(document, 1)
    }
  }

  private touch(document: number, level: number): void {
    this.touched[this.touchedCount++] = document
    this.levels[document] = level
  }

  private ban(segment: Segment, index: number, clause: Clause): void {
    const banOne = (document: number): void => {
      if (this.levels[document] === 0) this.touch(document, BANNED)
      this.levels[document] = BANNED
    }
    for (const match of clause.terms) {
      const before = this.touchedCount
      this.scanMatch(segment, index, match, null, null, { from: 0, lift: 0, scored: false, only: null })
      for (let place = before; place < this.touchedCount; place += 1)
        this.levels[this.touched[place] as number] = BANNED
    }
    for (const phrase of clause.phrases)
      for (const document of phraseDocuments(segment, index, phrase)) banOne(document)
  }

  private apply(
    segment: Segment,
    index: number,
    clause: Clause,
    magnitudes: Float64Array,
    seen: Set<string>,
    from: number,
    lift: number,
  ): void {
    for (const match of clause.terms) {
      this.scanMatch(segment, index, match, magnitudes, seen, { from, lift, scored: match.scored, only: null })
    }
    for (const phrase of clause.phrases) {
      const only = new Uint8Array(segment.documents)
      for (const document of phraseDocuments(segment, index, phrase)) {
        only[document] = 1
        this.lift(document, from, lift)
      }
      for (const match of phrase.matches) {
        if (match.scored) this.scanMatch(segment, index, match, magnitudes, null, { from, lift: 0, scored: true, only })
      }
    }
    for (const { rows } of clause.rows) {
      for (let document = 0; document < segment.documents; document += 1) {
        const row = segment.rows[document] as number
        if (row >= 0 && rows.rows[row] === 1) this.lift(document, from, lift)
      }
    }
  }

  private lift(document: number, from: number, lift: number): void {
    const level = this.levels[document] as number
    if (level < from || level === BANNED) return
    if (level === 0) this.touch(document, 1)
    if (lift > (this.levels[document] as number)) this.levels[document] = lift
  }

  private scanMatch(
    segment: Segment,
    index: number,
    match: TermMatch,
    magnitudes: Float64Array | null,
    seen: Set<string> | null,
    task: ScanTask,
  ): void {
    const term = match.entry.at[index] ?? -1
    if (term < 0) return
    const lists = postingLists(segment, term, match.fields)
    for (let field = 0; field < lists.length; field += 1) {
      const list = lists[field]
      if (list === undefined) continue
      // As in lunr, a term counts once per field, however many words of the query lead to it.
      const key = `${match.entry.term}/${field}`
      const scored = task.scored && seen?.has(key) !== true
      if (scored) seen?.add(key)
      this.scan(segment, list, field, match.entry, magnitudes?.[field] ?? 1, scored ? task : { ...task, scored: false })
    }
  }

  /** The inner loop: reads a list and lifts and scores its articles in one go. */
  private scan(
    segment: Segment,
    list: PostingList,
    field: number,
    entry: TermEntry,
    magnitude: number,
    task: ScanTask,
  ): void {
    const { levels, scores } = this
    const { from, lift, scored, only } = task
    const { bytes, count } = list
    const { lengths } = segment
    const lengthsAt = field * segment.documents
    const norms = this.norms[field] as Float64Array
    const average = this.view.averages[field] as number
    const boost = FIELD_BOOSTS[field] as number
    const weight = (entry.weights[field] as number) / magnitude
    const { idf } = entry
    let { at } = list
    let document = 0
    for (let left = count; left > 0; left -= 1) {
      let value = bytes[at++] as number
      if (value > 127) {
        value &= 127
        let shift = 7
        let byte: number
        do {
          byte = bytes[at++] as number
          value |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      document += value >>> 1
      let times = 1
      if ((value & 1) === 0) {
        times = 0
        let shift = 0
        let byte: number
        do {
          byte = bytes[at++] as number
          times |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      const level = levels[document] as number
      if (level < from || level === BANNED || (only !== null && only[document] === 0)) continue
      if (level === 0) this.touch(document, 1)
      if (level < lift) levels[document] = lift
      if (!scored) continue
      const length = lengths[lengthsAt + document] as number
      let norm = length < KNOWN_NORMS ? (norms[length] as number) : 0
      if (norm === 0) {
        norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / average))
        if (length < KNOWN_NORMS) norms[length] = norm
      }
      const share = ((idf * ((SATURATION + 1) * times)) / (norm + times)) * boost
      scores[document] = (scores[document] as number) + weight * (Math.round(share * 1_000) / 1_000)
    }
  }

  private collect(segment: Segment, needed: number, { rows, scores }: AnswerSpace, except: Uint8Array | null): void {
    for (let place = 0; place < this.touchedCount; place += 1) {
      const document = this.touched[place] as number
      const level = this.levels[document] as number
      const row = segment.rows[document] as number
      if (level >= needed && level !== BANNED && row >= 0 && except?.[row] !== 1) {
        rows[this.rowsFound] = row
        scores[this.rowsFound++] = this.scores[document] as number
      }
      this.levels[document] = 0
      this.scores[document] = 0
    }
    this.touchedCount = 0
  }
}

function isEmpty(clause: Clause): boolean {
  return (
    clause.terms.length === 0 &&
    clause.rows.length === 0 &&
    clause.phrases.every((phrase) => phrase.slots.some((slot) => slot.length === 0))
  )
}

/** What one term adds to the score of an article in one field. */
export function contributionOf(
  view: IndexView,
  segment: Segment,
  entry: TermEntry,
  magnitude: number,
  field: number,
  document: number,
  times: number,
): number {
  const length = segment.lengths[field * segment.documents + document] ?? 0
  const average = view.averages[field] ?? 1
  const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / average))
  const share = ((entry.idf * ((SATURATION + 1) * times)) / (norm + times)) * (FIELD_BOOSTS[field] ?? 1)
  return ((entry.weights[field] ?? 0) / magnitude) * (Math.round(share * 1_000) / 1_000)
}
