import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article } from '../../core/model/article.ts'

/** What is known of one article: its whole content, with `trash:` before it when it lies in the trash. */
export type ArticleState = string

/** One act that can be undone: the states of its articles before and after. */
export type LedgerAct = ReadonlyMap<ArticleId, { readonly before: ArticleState; readonly after: ArticleState }>

/** What was promised and what is under way while steps are done. */
export interface Ledger {
  /** Last state that the program has confirmed. */
  readonly confirmed: Map<ArticleId, ArticleState>
  /** State that a step under way would lead to. */
  readonly underWay: Map<ArticleId, ArticleState>
  /** Versions that were confirmed and then replaced, as the history names them. */
  readonly replaced: Map<ArticleId, ReadonlySet<string>>
  /** Texts that were refused because the article was newer: each must lie beside it. */
  readonly beside: Map<ArticleId, ReadonlySet<string>>
  /** Text of one of the archive's own small files, and the text that a save under way would give it. */
  readonly own: { confirmed: string | null; underWay: string | null }
  readonly done: LedgerAct[]
  readonly undone: LedgerAct[]
}

/** An empty ledger. */
export function createLedger(): Ledger {
  return {
    confirmed: new Map(),
    underWay: new Map(),
    replaced: new Map(),
    beside: new Map(),
    own: { confirmed: null, underWay: null },
    done: [],
    undone: [],
  }
}

/** The ledger as it is now, untouched by what follows. */
export function copyLedger(ledger: Ledger): Ledger {
  return {
    confirmed: new Map(ledger.confirmed),
    underWay: new Map(ledger.underWay),
    replaced: new Map(ledger.replaced),
    beside: new Map(ledger.beside),
    own: { ...ledger.own },
    done: [...ledger.done],
    undone: [...ledger.undone],
  }
}

/** The content of an article that steps change, as text to compare. */
export function stateOf(article: Pick<Article, 'title' | 'body' | 'notes'>): ArticleState {
  return JSON.stringify([article.title, article.body, article.notes])
}

const TRASH = 'trash:'

/** The state of the same article in the trash. */
export function inTrash(state: ArticleState): ArticleState {
  return TRASH + state
}

/** The state of the same article out of the trash. */
export function outOfTrash(state: ArticleState): ArticleState {
  return state.slice(TRASH.length)
}

/** True for an article in the trash. */
export function isTrashed(state: ArticleState): boolean {
  return state.startsWith(TRASH)
}

/** Adds to a set of a map, leaving sets that copies of the ledger share as they are. */
export function addTo(map: Map<ArticleId, ReadonlySet<string>>, id: ArticleId, value: string): void {
  map.set(id, new Set([...(map.get(id) ?? []), value]))
}
