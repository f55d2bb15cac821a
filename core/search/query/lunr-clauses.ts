import lunr from 'lunr'
import { FIELD_NAMES } from '../fields.ts'

/** A clause as lunr's parser gives it. */
export interface LunrClause {
  readonly term: string
  readonly fields: readonly string[]
  readonly boost: number
  readonly presence: number
  readonly editDistance?: number
}

/** Parts of lunr that its type declarations leave out or have in the wrong place. */
interface UndeclaredLunr {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): unknown }
  readonly TokenSet: { fromFuzzyString(text: string, distance: number): AutomatonNode }
}
const undeclared = lunr as unknown as UndeclaredLunr

/**
 * Reads text by lunr's own query language.
 *
 * @throws lunr.QueryParseError for what lunr does not understand.
 */
export function parseLunrClauses(text: string): readonly LunrClause[] {
  const query = new lunr.Query([...FIELD_NAMES])
  new undeclared.QueryParser(text, query).parse()
  // Every clause has a presence once `Query.clause` took it; the declarations leave it out.
  return query.clauses as unknown as readonly LunrClause[]
}

/** True for the failure that lunr reports for a query that it does not understand. */
export function isQueryParseError(error: unknown): boolean {
  return error instanceof lunr.QueryParseError
}

/** A state of one of lunr's automata; `*` is the edge for any letter. Its type declarations leave both parts out. */
export interface AutomatonNode {
  readonly final: boolean
  readonly edges: Readonly<Record<string, AutomatonNode>>
}

/** The automaton of all spellings within a distance of the text. */
export function fuzzyAutomaton(text: string, distance: number): AutomatonNode {
  return undeclared.TokenSet.fromFuzzyString(text, distance)
}

/** How lunr numbers presence. */
export const LUNR_REQUIRED: number = lunr.Query.presence.REQUIRED
export const LUNR_PROHIBITED: number = lunr.Query.presence.PROHIBITED
