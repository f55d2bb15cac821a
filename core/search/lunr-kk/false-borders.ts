/**
 * Where an unknown stem and a suffix meet, the border may be one letter further on: серіктес-і rather than серікте-сі, журналист-і rather
 * than журналис-ті. Each row: suffixes, and the ends of stems they are not taken off.
 */
const FALSE_BORDERS: readonly (readonly [suffix: RegExp, stem: RegExp])[] = [
  [/^с[ыі](?![зң])/, /(?:[тд]е|(?<!кт|ск|нк|нг|мп)(?<![шжщ])[ыіи])$/],
  [/^н[ыі](?!ң)/, /о$|[аеы]рм[ае]$/],
  [/^д[ыі]/, /о$/],
  [/^т[ыі]/, /ис$/],
  [/^тан$/, /[қкбзғт]с$/],
  [/^г[ыі]/, /ин$/],
  [/^к[і]/, /[рн]с$/],
  [/^ш[ыі]$/, /[ыі]$/],
  [/^ш[ае]$/, /ь$/],
  [/^[ае][дт][ыі]н?$/, /[^аеёиоуэюяәөүұыі](?<![рлй](?=т$))[^аеёиоуэюяәөүұыі]$/],
  [/^[ае][дт][ыі]н?$/, /(?<![тд])[ае]л$|[иоуэ]л$/],
  [/^[ае]т[ыі]н$/, /[^ыірлй]т$|[пфкқсшщцчхһбвгд]$/],
]

/** The ends of unknown stems that the suffix is not taken off. */
export function falseBordersOf(suffix: string): readonly RegExp[] {
  return FALSE_BORDERS.filter(([pattern]) => pattern.test(suffix)).map(([, stem]) => stem)
}
