import type { Element, ElementContent, Root, RootContent } from 'hast'
import { elementsOf, isElement, makeElement, propertyText, textOf } from './element.ts'

/** How the addresses in a text are treated. */
export interface TidyOptions {
  /** Address of the page, against which links are resolved; empty where it is not known. */
  readonly baseUrl: string
  /** File name of an image that came with the source, or null for one that did not. */
  readonly imageName: (src: string) => string | null
}

/** What was taken out of the text, for the report. */
export interface TidyReport {
  /** Hosts of images that would have to be fetched. */
  readonly remoteImages: Map<string, number>
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid|_openstat)$/i
const LONGEST_CELL = 600

/** An address for a link: absolute, of an allowed scheme, without marks of tracking; null where there is none. */
export function cleanLink(href: string, baseUrl: string): string | null {
  const address = href.replace(/[\s\u0000-\u001f]+/g, '')
  if (address === '' || address.startsWith('#')) return null
  if (!URL.canParse(address, baseUrl === '' ? undefined : baseUrl)) return null
  const url = new URL(address, baseUrl === '' ? undefined : baseUrl)
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}

function tidyImage(element: Element, options: TidyOptions, report: TidyReport): readonly ElementContent[] {
  const src = propertyText(element, 'src')
  const [width, height] = [Number(element.properties['width'] ?? 2), Number(element.properties['height'] ?? 2)]
  const name = width <= 1 || height <= 1 ? null : options.imageName(src)
  if (name !== null) return [makeElement('img', [], { src: name, alt: propertyText(element, 'alt') })]
  const address = URL.canParse(src, options.baseUrl || undefined) ? new URL(src, options.baseUrl || undefined) : null
  if (address !== null && /^https?:$/.test(address.protocol)) {
    report.remoteImages.set(address.hostname, (report.remoteImages.get(address.hostname) ?? 0) + 1)
  }
  return []
}

function tidyLink(
  element: Element,
  children: readonly ElementContent[],
  options: TidyOptions,
): readonly ElementContent[] {
  const href = cleanLink(propertyText(element, 'href'), options.baseUrl)
  if (href === null || textOf(element).trim() === '') return children
  return [makeElement('a', children, { href })]
}

/** Tables that only lay out the page: one column, tables inside, or cells as long as an article. */
function isLayoutTable(element: Element): boolean {
  const inner = [...elementsOf(element)]
  if (inner.some((child) => child.tagName === 'table')) return true
  const rows = inner.filter((child) => child.tagName === 'tr')
  const cells = (row: Element): readonly Element[] => row.children.filter((child) => isElement(child, 'td', 'th'))
  if (rows.every((row) => cells(row).length <= 1)) return true
  return rows.some((row) => cells(row).some((cell) => textOf(cell).length > LONGEST_CELL))
}

function unwrapTable(element: Element): readonly ElementContent[] {
  const inside = (node: Element): readonly ElementContent[] =>
    node.children.flatMap((child): readonly ElementContent[] => {
      if (isElement(child, 'thead', 'tbody', 'tfoot', 'tr', 'caption')) return inside(child)
      return isElement(child, 'td', 'th') ? [makeElement('div', child.children)] : child.type === 'text' ? [] : [child]
    })
  return inside(element)
}

/** The first row of a table without head cells becomes its head, which Markdown asks for. */
function withHead(element: Element): Element {
  const rows = [...elementsOf(element)].filter((child) => child.tagName === 'tr')
  const [first] = rows
  if (first === undefined || rows.some((row) => row.children.some((child) => isElement(child, 'th')))) return element
  const head = makeElement(
    'tr',
    first.children.map((cell) => (isElement(cell, 'td') ? { ...cell, tagName: 'th' } : cell)),
  )
  return makeElement('table', [makeElement('thead', [head]), makeElement('tbody', rows.slice(1))])
}

/** Two line breaks in a row were meant as a new paragraph. */
function splitAtBreaks(children: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const parts: ElementContent[][] = [[]]
  let breaks = 0
  for (const child of children) {
    if (isElement(child, 'br')) {
      breaks += 1
    } else if (breaks > 0 && child.type === 'text' && child.value.trim() === '') {
      continue
    } else {
      if (breaks === 1) parts.at(-1)?.push(makeElement('br', []))
      if (breaks > 1) parts.push([])
      breaks = 0
      parts.at(-1)?.push(child)
    }
  }
  return parts.filter((part) => part.length > 0)
}

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section article main header figure'.split(' '),
)

function withParagraphs(element: Element): readonly ElementContent[] {
  const hasBlocks = element.children.some((child) => isElement(child) && BLOCKS.has(child.tagName))
  if (hasBlocks) return [element]
  const parts = splitAtBreaks(element.children)
  return parts.length < 2
    ? [{ ...element, children: [...(parts[0] ?? [])] }]
    : parts.map((part) => makeElement('p', part))
}

function tidyElement(element: Element, options: TidyOptions, report: TidyReport): readonly ElementContent[] {
  if (element.tagName === 'img') return tidyImage(element, options, report)
  const children = element.children.flatMap((child) => tidyNode(child, options, report))
  const tidied: Element = { ...element, children }
  switch (element.tagName) {
    case 'a':
      return tidyLink(element, children, options)
    case 'figure':
      return [makeElement('div', children)]
    case 'figcaption':
    case 'caption':
      return textOf(tidied).trim() === ''
        ? []
        : [makeElement('p', [makeElement('em', [{ type: 'text', value: textOf(tidied).trim() }])])]
    case 'table':
      return isLayoutTable(tidied) ? unwrapTable(tidied) : [...captionsOf(tidied), withHead(withoutCaptions(tidied))]
    case 'li':
      return [{ ...tidied, children: withoutOnlyParagraph(children) }]
    case 'p':
    case 'div':
      return withParagraphs(tidied)
    default:
      return [tidied]
  }
}

/** Word processors put the text of each item into a paragraph, which would space the list out. */
function withoutOnlyParagraph(children: readonly ElementContent[]): ElementContent[] {
  const paragraphs = children.filter((child) => isElement(child, 'p'))
  const [only] = paragraphs
  if (paragraphs.length !== 1 || only === undefined) return [...children]
  return children.flatMap((child) => (child === only ? only.children : [child]))
}

/** A caption has become a paragraph by now; inside a table it would be lost. */
function captionsOf(table: Element): readonly ElementContent[] {
  return table.children.filter((child) => isElement(child, 'p'))
}

function withoutCaptions(table: Element): Element {
  return { ...table, children: table.children.filter((child) => !isElement(child, 'p')) }
}

function tidyNode(node: ElementContent, options: TidyOptions, report: TidyReport): readonly ElementContent[] {
  if (node.type === 'comment') return []
  if (node.type !== 'element') return [{ ...node, value: node.value.replace(/\u00a0/g, ' ') }]
  return tidyElement(node, options, report)
}

/**
 * Prepares a sanitised tree for Markdown: images of the source by their file names, remote ones out, links absolute and
 * without tracking, layout tables opened, captions apart, double breaks as paragraphs.
 */
export function tidyTree(root: Root, options: TidyOptions): { readonly root: Root; readonly report: TidyReport } {
  const report: TidyReport = { remoteImages: new Map() }
  const children = root.children.flatMap((child): readonly RootContent[] =>
    child.type === 'doctype' ? [] : tidyNode(child, options, report),
  )
  return { root: { type: 'root', children: [...children] }, report }
}
