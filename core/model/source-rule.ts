import type { ArticleId } from './article-id.ts'
import type { ColumnMapping } from './table-field.ts'

/** What a rule decides about the sources of one place. */
export const RULE_KINDS = ['outlet', 'authors', 'day-order', 'language', 'kind', 'charset', 'columns'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** Something known about the sources of one place: learnt from corrections, or chosen by the user. */
export interface SourceRule {
  readonly id: string
  readonly kind: RuleKind
  /** `site:example.kz`, `folder:mail/2024`, `outlet:Name`; of columns `table:` and their names. */
  readonly place: string
  /** What the program finds in such sources; empty: nothing, or whatever it is. */
  readonly was: string
  /** What it means: a name, authors parted by `; `, a character set, `month-first`, a language, a kind of article. Empty for columns. */
  readonly value: string
  /** Of columns: their names and fields. */
  readonly head?: readonly string[]
  readonly mapping?: ColumnMapping
  /** Articles whose correction taught it; none where the user chose it. */
  readonly learntFrom: readonly ArticleId[]
  readonly chosen: boolean
}

/** The same correction of this many articles makes a rule. */
const CORRECTIONS_FOR_RULE = 2

/** True for a rule that is followed; others wait for one more correction. */
export function isRuleActive({ chosen, learntFrom }: Pick<SourceRule, 'chosen' | 'learntFrom'>): boolean {
  return chosen || learntFrom.length >= CORRECTIONS_FOR_RULE
}
