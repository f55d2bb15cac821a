import type { TextBlock } from './text-block.ts'

const FENCE = /^\s{0,3}(```|~~~)/

/** The words of a piece of Markdown without its markup, on one line. */
export function markdownToPlain(markdown: string): string {
  return markdown
    .replace(/!\[([^\][]{0,1000})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\[([^\][]{0,1000})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)/gm, '')
    .replace(/[ \t]#{1,6}[ \t]*$/gm, '')
    .replace(/^[ \t|:-]*-[ \t|:-]*$/gm, '')
    .replace(/(?<!\\)\|/g, ' ')
    .replace(/(?<!\\)(\*\*|__|\*|`+|~~)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_|(?<!\\)_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~=])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function headingLevel(markdown: string): number {
  return /^\s{0,3}(#{1,6})\s/.exec(markdown)?.[1]?.length ?? 0
}

function toBlock(markdown: string): TextBlock {
  const setext = /^([^\n]+)\n\s{0,3}(=+|-{2,})\s*$/.exec(markdown)
  const level = setext === null ? headingLevel(markdown) : setext[2]?.startsWith('=') ? 1 : 2
  return { plain: markdownToPlain(setext?.[1] ?? markdown), markdown, level }
}

/** Markdown as blocks, parted at blank lines outside of code and before headings. */
export function markdownBlocks(markdown: string): readonly TextBlock[] {
  const blocks: string[][] = [[]]
  let fenced = false
  for (const line of markdown.split('\n')) {
    const current = blocks.at(-1) ?? []
    if (FENCE.test(line)) fenced = !fenced
    if (!fenced && line.trim() === '') {
      if (current.length > 0) blocks.push([])
    } else if (!fenced && headingLevel(line) > 0) {
      if (current.length > 0) blocks.push([line], [])
      else blocks.splice(-1, 1, [line], [])
    } else {
      current.push(line)
    }
  }
  return blocks.filter((lines) => lines.length > 0).map((lines) => toBlock(lines.join('\n')))
}
