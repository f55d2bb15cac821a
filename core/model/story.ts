import type { ArticleId } from './article-id.ts'
import type { ArticleSummary } from './article.ts'
import type { PartialDay } from './calendar-day.ts'
import type { ArticleLanguage } from './language.ts'

/** Versions of one news item: a release, its translations, and what others took over from it. */
export interface StorySummary {
  readonly id: string
  /** Title of the own release, or of the first article. */
  readonly title: string
  readonly members: number
  readonly own: number
  readonly coverage: number
  readonly languages: readonly ArticleLanguage[]
  readonly first: PartialDay | null
  readonly last: PartialDay | null
}

/** What an article is in its story. */
export type StoryRole = 'release' | 'translation' | 'pick-up' | 'coverage'

export interface StoryMember {
  readonly article: ArticleSummary
  readonly role: StoryRole
  /** Days after the first publication; null where one of the dates is not known to the day. */
  readonly lagDays: number | null
  /** Share of the article's text that it took over from a release in its language, from 0 to 1; null where there is none. */
  readonly share: number | null
}

export interface StoryView {
  readonly id: string
  readonly title: string
  /** Outlet that published first; empty where no date is known to the day. */
  readonly firstPublisher: string
  /** Own releases first, then by date. */
  readonly members: readonly StoryMember[]
}

/** An article that may be a version of another one. */
export interface StoryCandidate {
  readonly article: ArticleSummary
  /** `copy`: much the same text; `translation`: the same names and numbers in another language. */
  readonly how: 'copy' | 'translation'
  /** From 0 to 1. */
  readonly score: number
  /** Share of the smaller text that stands in the other; null for translations. */
  readonly share: number | null
  /** Names and numbers that both have, for translations. */
  readonly shared: readonly string[]
}

/** Articles that may be one story, found over the whole archive. */
export interface StoryProposal {
  readonly ids: readonly ArticleId[]
  readonly how: 'copy' | 'translation'
  readonly score: number
}
