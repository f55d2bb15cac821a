import type { TagUsage } from '../../../core/contract/results.ts'

const folded = new WeakMap<TagUsage, string>()

function fold(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
}

/** All names of a tag, folded once: with 20,000 tags every keystroke looks through all of them. */
function wordsOf(tag: TagUsage): string {
  const known = folded.get(tag)
  if (known !== undefined) return known
  const words = ` ${fold([...Object.values(tag.names), ...tag.aliases, tag.id].join(' '))}`
  folded.set(tag, words)
  return words
}

/** Tells whether every word typed begins a word of one of a tag's names, in any order. */
export function wordMatcher(typed: string): (tag: TagUsage) => boolean {
  const parts = fold(typed)
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ` ${part}`)
  return (tag) => {
    const text = wordsOf(tag)
    return parts.every((part) => text.includes(part))
  }
}
