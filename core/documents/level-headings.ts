import type { BlockNode } from './article-tree.ts'

/**
 * Gives the headings of a body levels from 1 on without gaps, whatever the source used: readers of tagged documents
 * move from level to level. Headings inside quotes and lists become strong paragraphs.
 */
export function levelHeadings(blocks: readonly BlockNode[]): readonly BlockNode[] {
  const used = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const ranks = [...used].toSorted((left, right) => left - right)
  let previous = 0
  return blocks.map((block): BlockNode => {
    if (block.kind !== 'heading') return withoutHeadings(block)
    const level = Math.min(ranks.indexOf(block.level) + 1, previous + 1)
    previous = level
    return { ...block, level }
  })
}

function withoutHeadings(block: BlockNode): BlockNode {
  switch (block.kind) {
    case 'heading':
      return { kind: 'paragraph', content: [{ kind: 'strong', content: block.content }] }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(withoutHeadings)) }
    case 'quote':
      return { ...block, blocks: block.blocks.map(withoutHeadings) }
    case 'paragraph':
    case 'table':
    case 'code':
    case 'rule':
    case 'image':
      return block
  }
}
