import type { Nodes } from 'mdast'
import { parseMarkdown } from '../reader/markdown-tree.ts'

/** The tree without places and spellings: only what a reader would see. */
function shapeOf(node: Nodes): unknown {
  const { type } = node
  if ('children' in node) {
    const depth = type === 'heading' ? node.depth : type === 'list' ? [node.ordered, node.start] : null
    return [type, depth, 'url' in node ? node.url : null, joinTexts(node.children.map(shapeOf))]
  }
  return [type, 'value' in node ? node.value.replace(/\s+/g, ' ') : null, 'url' in node ? node.url : null]
}

/** Neighbouring texts count as one: escapes part them, the reader does not see it. */
function joinTexts(shapes: readonly unknown[]): readonly unknown[] {
  const joined: unknown[] = []
  for (const shape of shapes) {
    const before = joined.at(-1)
    if (isText(shape) && isText(before)) joined[joined.length - 1] = ['text', before[1] + shape[1], null]
    else joined.push(shape)
  }
  return joined
}

function isText(shape: unknown): shape is [type: string, value: string, url: null] {
  return Array.isArray(shape) && shape[0] === 'text' && typeof shape[1] === 'string'
}

/** True when two Markdown texts show the same to a reader: the same blocks, words, marks and links. */
export function sameStructure(one: string, other: string): boolean {
  return JSON.stringify(shapeOf(parseMarkdown(one))) === JSON.stringify(shapeOf(parseMarkdown(other)))
}
