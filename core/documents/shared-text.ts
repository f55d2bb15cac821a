/** Words in a row that must agree before two texts are said to share them. */
const RUN = 5

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = new Set<string>()
  for (let place = 0; place + RUN <= words.length; place += 1) runs.add(words.slice(place, place + RUN).join(' '))
  return runs
}

/**
 * The share of a release's text that another text took over, from 0 to 1: how many of its runs of five words stand there
 * too. Null where the release is too short to tell.
 */
export function shareTakenOver(release: string, other: string): number | null {
  const wanted = runsOf(release)
  if (wanted.size === 0) return null
  const found = runsOf(other)
  let shared = 0
  for (const run of wanted) if (found.has(run)) shared += 1
  return shared / wanted.size
}
