import type { PhrasingContent, Root, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A run of text inside a paragraph. */
export type TextNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'deleted'; readonly content: readonly TextNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly content: readonly TextNode[] }
  | { readonly kind: 'break' }

/** A block of an article's body. Templates know exactly these kinds. */
export type BlockNode =
  | { readonly kind: 'paragraph'; readonly content: readonly TextNode[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly TextNode[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly BlockNode[])[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly BlockNode[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly ('left' | 'center' | 'right')[]
      readonly rows: readonly (readonly (readonly TextNode[])[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  /** `url` as written in the Markdown; whoever lays out the document finds the file. */
  | { readonly kind: 'image'; readonly url: string; readonly description: string }

/** Quotes in lists in quotes ... deeper than this are nobody's writing; they become plain text. */
const DEEPEST = 12

const markdown = unified().use(remarkParse).use(remarkGfm)

/** Links that may be followed from a PDF. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i

/**
 * Turns the Markdown of an article into blocks. Never fails: what it does not know (HTML, footnotes, ...) becomes plain
 * text.
 */
export function articleTree(body: string): readonly BlockNode[] {
  const root = parse(body)
  return root.children.flatMap((node) => blocksOf(node, 1))
}

/** The parser follows nesting by calling itself; what is nested beyond its stack is taken as plain paragraphs. */
function parse(body: string): Root {
  try {
    return markdown.parse(body)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const paragraphs = body
      .split(/\n\s*\n/)
      .map((value) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }))
    return { type: 'root', children: paragraphs }
  }
}

function blocksOf(node: RootContent, depth: number): readonly BlockNode[] {
  if (depth > DEEPEST) return paragraphBlocks(asText(node))
  const inner = (child: RootContent): readonly BlockNode[] => blocksOf(child, depth + 1)
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node.children)
    case 'heading':
      return [{ kind: 'heading', level: node.depth, content: inline(node.children) }]
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => item.children.flatMap(inner)),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', blocks: node.children.flatMap(inner) }]
    case 'table':
      return [tableBlock(node)]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'definition':
    case 'yaml':
      return []
    case 'listItem':
      return node.children.flatMap(inner)
    case 'html':
    case 'footnoteDefinition':
    case 'tableRow':
    case 'tableCell':
      return paragraphBlocks(asText(node))
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
      return paragraphBlocks([node])
  }
}

function tableBlock(table: Table): BlockNode {
  const width = Math.max(...table.children.map((row) => row.children.length))
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, column) => table.align?.[column] ?? 'left'),
    rows: table.children.map((row) =>
      Array.from({ length: width }, (_, column) => inline(row.children[column]?.children ?? [])),
    ),
  }
}

/** Splits a paragraph at its images, which stand between the lines. */
function paragraphBlocks(children: readonly PhrasingContent[]): readonly BlockNode[] {
  const blocks: BlockNode[] = []
  let line: PhrasingContent[] = []
  const endLine = (): void => {
    const content = trimBreaks(inline(line))
    if (content.length > 0) blocks.push({ kind: 'paragraph', content })
    line = []
  }
  for (const child of children) {
    if (child.type !== 'image') {
      line.push(child)
      continue
    }
    endLine()
    blocks.push({ kind: 'image', url: child.url, description: child.alt ?? '' })
  }
  endLine()
  return blocks
}

function isBlank(node: TextNode | undefined): boolean {
  return node?.kind === 'break' || (node?.kind === 'text' && node.text.trim() === '')
}

function trimBreaks(content: readonly TextNode[]): readonly TextNode[] {
  let from = 0
  let to = content.length
  while (from < to && isBlank(content[from])) from += 1
  while (to > from && isBlank(content[to - 1])) to -= 1
  return content.slice(from, to)
}

function inline(children: readonly PhrasingContent[], depth = 1): readonly TextNode[] {
  return children.flatMap((child) => inlineNode(child, depth))
}

function inlineNode(node: PhrasingContent, depth: number): readonly TextNode[] {
  if (depth > DEEPEST && 'children' in node) return inline(asText(node), depth)
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }]
    case 'emphasis':
      return [{ kind: 'emphasis', content: inline(node.children, depth + 1) }]
    case 'strong':
      return [{ kind: 'strong', content: inline(node.children, depth + 1) }]
    case 'delete':
      return [{ kind: 'deleted', content: inline(node.children, depth + 1) }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link': {
      const content = inline(node.children, depth + 1)
      return SAFE_LINK.test(node.url) ? [{ kind: 'link', url: node.url, content }] : content
    }
    case 'image':
      return node.alt ? [{ kind: 'text', text: node.alt }] : []
    case 'html':
    case 'footnoteReference':
    case 'imageReference':
    case 'linkReference':
      return inline(asText(node), depth)
  }
}

/** The words of a node that documents do not set. Walks without calling itself: nesting may be deep. */
function asText(node: RootContent): PhrasingContent[] {
  const words: PhrasingContent[] = []
  const waiting: RootContent[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) words.push({ type: 'text', value: next.value })
    else if ('children' in next) waiting.push(...next.children.toReversed())
    else if ('identifier' in next) words.push({ type: 'text', value: `[${next.label ?? next.identifier}]` })
  }
  return words
}
