import lunr from 'lunr'
import { isStopWord, queryTermsOf } from '../analysis/terms.ts'
import { normaliseWord } from '../analysis/tokenise.ts'
import { FIELD_NAMES } from '../fields.ts'
import { LEAST_BEGINNING, type Shard } from './site-shards.ts'

/** What one word of a query may stand for. */
export interface QueryWord {
  /** Its stems in the languages that it may belong to. */
  readonly terms: readonly string[]
  /** What terms begin with that count as well, or empty: the last word may still be in the making. */
  readonly beginning: string
}

/** An article of the site by its number, with its score. */
export interface SiteHit {
  readonly article: number
  readonly score: number
}

const ALTERNATIVES_STEP = 'press-archive-alternatives'
/** Parts the terms that one word may stand for; no term holds it. */
const BETWEEN = ' '
/** What was typed counts more than what only begins like it. */
const TYPED_BOOST = 3

/** A word comes to lunr as all terms that it may stand for: one of them must be in an article. */
const alternativesStep: lunr.PipelineFunction = (token) =>
  token
    .toString()
    .split(BETWEEN)
    .map((term) => token.clone(() => term))
lunr.Pipeline.registerFunction(alternativesStep, ALTERNATIVES_STEP)

/** The words of a query as typed. Stop words count only where there is nothing else. */
export function readQuery(query: string): readonly QueryWord[] {
  const words = query
    .split(/\s+/)
    .map(normaliseWord)
    .filter((word) => word !== '')
  const meant = words.filter((word) => !isStopWord(word))
  return (meant.length > 0 ? meant : words).map((word, place, all) => ({
    terms: queryTermsOf(word),
    beginning: place === all.length - 1 && word.length >= LEAST_BEGINNING ? word : '',
  }))
}

/** An index of lunr over some terms of a part: all that a query asks for, so that it scores as the whole one would. */
export interface PartIndex {
  /** The articles that hold every word, best first. */
  find(words: readonly QueryWord[]): readonly SiteHit[]
}

/** Puts the index together again from shards of one part. */
export function loadPartIndex(shards: readonly Shard[]): PartIndex {
  const entries = shards.flat().toSorted(([left], [right]) => (left < right ? -1 : 1))
  const vectors = new Map<string, number[]>()
  const invertedIndex = entries.map(([term, number, ...fields]) => {
    const posting: Record<string, unknown> = { _index: number }
    FIELD_NAMES.forEach((field, at) => (posting[field] = articlesOf(field, number, fields[at] ?? [], vectors)))
    return [term, posting]
  })
  const fieldVectors = [...vectors].map(([ref, elements]) => [ref, sortedVector(elements)])
  const index = lunr.Index.load({
    version: lunr.version,
    fields: FIELD_NAMES,
    fieldVectors,
    invertedIndex,
    pipeline: [ALTERNATIVES_STEP],
  })
  const known = entries.map(([term]) => term)
  return { find: (words) => findIn(index, known, words) }
}

function articlesOf(
  field: string,
  term: number,
  weights: readonly number[],
  vectors: Map<string, number[]>,
): Readonly<Record<string, object>> {
  const articles: Record<string, object> = {}
  for (let at = 0; at < weights.length; at += 2) {
    const place = String(weights[at])
    articles[place] = {}
    const ref = `${field}/${place}`
    const vector = vectors.get(ref)
    if (vector) vector.push(term, weights[at + 1] ?? 0)
    else vectors.set(ref, [term, weights[at + 1] ?? 0])
  }
  return articles
}

/** lunr's vectors are sorted by the number of the term. */
function sortedVector(elements: readonly number[]): readonly number[] {
  const pairs = Array.from({ length: elements.length / 2 }, (_, at) => [
    elements[at * 2] ?? 0,
    elements[at * 2 + 1] ?? 0,
  ])
  return pairs.toSorted(([left = 0], [right = 0]) => left - right).flat()
}

function findIn(index: lunr.Index, known: readonly string[], words: readonly QueryWord[]): readonly SiteHit[] {
  const have = new Set(known)
  const typed = words.map(({ terms }) => terms.filter((term) => have.has(term)))
  const meant = words.map(({ terms, beginning }, at) => [
    ...(typed[at] ?? []),
    ...(beginning === '' ? [] : known.filter((term) => term.startsWith(beginning) && !terms.includes(term))),
  ])
  if (meant.length === 0 || meant.some((terms) => terms.length === 0)) return []
  const hits = index.query((query) => {
    for (const terms of meant) query.term(terms.join(BETWEEN), { presence: lunr.Query.presence.REQUIRED })
    for (const terms of typed) if (terms.length > 0) query.term(terms.join(BETWEEN), { boost: TYPED_BOOST })
  })
  return hits.map(({ ref, score }) => ({ article: Number(ref), score }))
}
