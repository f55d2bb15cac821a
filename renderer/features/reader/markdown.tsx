import type { Nodes, RootContent, Table } from 'mdast'
import { createElement, useMemo, type ReactNode } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { AttachmentImage } from './attachment-image.tsx'
import { markWords, type WordMatcher } from './mark-words.tsx'
import { parseMarkdown } from './markdown-tree.ts'
import { OutsideLink } from './outside-link.tsx'

interface MarkdownProps {
  readonly text: string
  /** Article whose attachments the images are. */
  readonly article: ArticleId
  /** Tells the words to mark, or null. */
  readonly matcher: WordMatcher | null
}

interface Surroundings {
  readonly article: ArticleId
  readonly matcher: WordMatcher | null
}

/** An article's text as elements: from the tree of its Markdown, never from HTML. */
export function Markdown({ text, article, matcher }: MarkdownProps) {
  const tree = useMemo(() => parseMarkdown(text), [text])
  return useMemo(() => renderAll(tree.children, { article, matcher }), [tree, article, matcher])
}

function renderAll(nodes: readonly RootContent[], around: Surroundings): ReactNode[] {
  return nodes.map((node, place) => renderNode(node, place, around))
}

/** The article's own title is the page's first heading, so those of the text begin one lower. */
const headingTag = (depth: number): string => `h${String(Math.min(6, depth + 1))}`

function renderNode(node: RootContent, key: number, around: Surroundings): ReactNode {
  const wrap = (tag: string, children: readonly RootContent[]): ReactNode =>
    createElement(tag, { key }, ...renderAll(children, around))
  switch (node.type) {
    case 'text':
      return markWords(node.value, around.matcher)
    case 'paragraph':
      return wrap('p', node.children)
    case 'heading':
      return wrap(headingTag(node.depth), node.children)
    case 'emphasis':
      return wrap('em', node.children)
    case 'strong':
      return wrap('strong', node.children)
    case 'delete':
      return wrap('del', node.children)
    case 'blockquote':
      return wrap('blockquote', node.children)
    case 'list':
      return wrap(node.ordered === true ? 'ol' : 'ul', node.children)
    case 'listItem':
      return wrap('li', node.children)
    case 'break':
      return <br key={key} />
    case 'thematicBreak':
      return <hr key={key} />
    case 'inlineCode':
      return <code key={key}>{node.value}</code>
    case 'code':
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      )
    case 'link':
      return (
        <OutsideLink key={key} url={node.url}>
          {renderAll(node.children, around)}
        </OutsideLink>
      )
    case 'image':
      return <AttachmentImage key={key} article={around.article} url={node.url} text={node.alt ?? ''} />
    case 'table':
      return <MarkdownTable key={key} table={node} around={around} />
    case 'html':
      return markWords(node.value, around.matcher)
    case 'definition':
    case 'yaml':
      return null
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'imageReference':
    case 'linkReference':
    case 'tableCell':
    case 'tableRow':
      return renderUnknown(node, key, around)
  }
}

/** Footnotes and links by reference: their text stays, without what it pointed to. */
function renderUnknown(node: Nodes, key: number, around: Surroundings): ReactNode {
  if ('children' in node) return <span key={key}>{renderAll(node.children, around)}</span>
  return 'label' in node ? `[${node.label ?? node.identifier}]` : null
}

function MarkdownTable({ table, around }: { readonly table: Table; readonly around: Surroundings }) {
  const [head, ...rows] = table.children
  const cells = (row: (typeof table.children)[number] | undefined, tag: 'th' | 'td'): ReactNode =>
    row?.children.map((cell, place) =>
      createElement(
        tag,
        tag === 'th' ? { key: place, scope: 'col' } : { key: place },
        ...renderAll(cell.children, around),
      ),
    )
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}
