import type { Postings } from './search-shards.ts'

/** An article of the site by its number, with its score. */
export interface SiteHit {
  readonly article: number
  readonly score: number
}

/**
 * The articles that have a term of every group, best first. Rare terms and many occurrences count more; equals keep the
 * site's order.
 */
export function findPages(groups: readonly (readonly Postings[])[]): readonly SiteHit[] {
  let scores: Map<number, number> | undefined
  for (const group of groups) {
    const ofGroup = scoresOf(group)
    const before = scores
    scores =
      before === undefined
        ? ofGroup
        : new Map(
            [...ofGroup].flatMap(([article, score]) => {
              const other = before.get(article)
              return other === undefined ? [] : [[article, score + other] as const]
            }),
          )
  }
  return [...(scores ?? [])]
    .map(([article, score]) => ({ article, score }))
    .toSorted((left, right) => right.score - left.score || left.article - right.article)
}

function scoresOf(group: readonly Postings[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const postings of group) {
    const rarity = 1 / Math.log(2 + postings.length / 2)
    for (let place = 0; place < postings.length; place += 2) {
      const article = postings[place] ?? 0
      const weight = (1 + Math.log(postings[place + 1] ?? 1)) * rarity
      scores.set(article, Math.max(scores.get(article) ?? 0, weight))
    }
  }
  return scores
}
