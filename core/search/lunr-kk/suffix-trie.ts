/** Suffixes by their letters from the last to the first, so that one walk from the end of a word meets all that it ends in. */
export type SuffixTrie<Suffix> = {
  readonly suffixes: readonly Suffix[]
  readonly before: ReadonlyMap<string, SuffixTrie<Suffix>>
}

/** Builds the trie of suffixes that are written as `textOf` says. */
export function buildSuffixTrie<Suffix>(
  suffixes: readonly Suffix[],
  textOf: (suffix: Suffix) => string,
  depth = 0,
): SuffixTrie<Suffix> {
  const ending = suffixes.filter((suffix) => textOf(suffix).length === depth)
  const longer = suffixes.filter((suffix) => textOf(suffix).length > depth)
  const groups = Map.groupBy(longer, (suffix) => textOf(suffix).charAt(textOf(suffix).length - 1 - depth))
  const before = new Map(Array.from(groups, ([letter, group]) => [letter, buildSuffixTrie(group, textOf, depth + 1)]))
  return { suffixes: ending, before }
}
