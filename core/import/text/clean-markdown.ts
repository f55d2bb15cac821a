import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { cleanLink } from '../html/tidy-tree.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'

/** Markdown with none of these has nothing to clean and stays letter for letter. */
const SUSPICIOUS = /<[a-z!/?]|!\[|\]\s*[(:]|<[a-z][a-z0-9+.-]*:/i

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', listItemIndent: 'one', fences: true })
  .freeze()

export interface CleanedMarkdown {
  readonly markdown: string
  /** What was left out, one English sentence each. */
  readonly notices: readonly string[]
}

interface Findings {
  html: boolean
  readonly links: Set<string>
  readonly images: Set<string>
}

function isLocal(url: string): boolean {
  return !/^[\s\u0000-\u001f]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url)
}

/** Raw HTML between blocks goes through the chain of web pages; inside a line only its tags are dropped. */
function cleanHtml(value: string, isBlock: boolean, findings: Findings): readonly RootContent[] {
  findings.html = true
  if (!isBlock) return []
  return parser.parse(htmlToMarkdown(value, { baseUrl: '', imageName: () => null }).markdown).children
}

function cleanNode(node: RootContent, isBlock: boolean, findings: Findings): readonly RootContent[] {
  if (node.type === 'html') return cleanHtml(node.value, isBlock, findings)
  if (node.type === 'image') {
    if (isLocal(node.url)) return [node]
    findings.images.add(node.url)
    return node.alt ? [{ type: 'text', value: node.alt }] : []
  }
  const children = 'children' in node ? cleanChildren(node, findings) : []
  if (node.type === 'link' || node.type === 'definition') {
    const url = cleanLink(node.url, '')
    if (url === null && !node.url.startsWith('#')) {
      findings.links.add(node.url)
      return children
    }
  }
  // Children are of the kind that the node had before, only fewer or text in their place.
  return ['children' in node ? ({ ...node, children } as RootContent) : node]
}

function cleanChildren(
  node: Extract<Nodes, { children: readonly unknown[] }>,
  findings: Findings,
): readonly RootContent[] {
  const isBlock = node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem'
  return node.children.flatMap((child: RootContent | PhrasingContent) => cleanNode(child, isBlock, findings))
}

/**
 * Makes foreign Markdown safe: raw HTML goes through the chain of web pages, links keep http, https and mailto, images of
 * the network give way to their descriptions.
 */
export function cleanMarkdown(markdown: string): CleanedMarkdown {
  if (!SUSPICIOUS.test(markdown)) return { markdown, notices: [] }
  const findings: Findings = { html: false, links: new Set(), images: new Set() }
  const children = cleanChildren(parser.parse(markdown), findings)
  const { html, links, images } = findings
  if (!html && links.size === 0 && images.size === 0) return { markdown, notices: [] }
  // The children of a root are what a root may hold.
  const root: Root = { type: 'root', children: [...children] }
  return {
    markdown: writer.stringify(root).trim(),
    notices: [
      ...(html ? ['Left out: raw HTML.'] : []),
      ...(links.size === 0 ? [] : [`Left out ${links.size} addresses that are no web or mail addresses.`]),
      ...(images.size === 0 ? [] : [`Blocked images from the network: ${images.size}.`]),
    ],
  }
}
