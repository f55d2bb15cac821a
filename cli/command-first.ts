import { COMMON_OPTIONS } from './help.ts'

/**
 * Puts the command's name first where options that every command takes stand before it: `-a DIR search X` means the same
 * as `search -a DIR X`. A first word that is no such option stays where it is.
 */
export function commandFirst(words: readonly string[]): readonly string[] {
  let place = 0
  for (;;) {
    const width = widthOfCommonOption(words[place] ?? '')
    if (width === 0) break
    place += width
  }
  const command = words[place]
  if (place === 0 || command === undefined) return words
  return [command, ...words.slice(0, place), ...words.slice(place + 1)]
}

/** How many words the option at hand takes, 0 where the word is no option that every command takes. */
function widthOfCommonOption(word: string): number {
  const [name = ''] = word.split('=', 1)
  const found = Object.entries(COMMON_OPTIONS).find(
    ([long, { short }]) => long !== 'help' && (name === `--${long}` || (short !== undefined && name === `-${short}`)),
  )
  if (found === undefined) return 0
  return found[1].type === 'string' && !word.includes('=') ? 2 : 1
}
