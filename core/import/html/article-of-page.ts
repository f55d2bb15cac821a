import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { markdownToPlain } from '../text/markdown-blocks.ts'
import { checkNesting } from './check-nesting.ts'
import { elementsOf, isElement, propertyText, textOf } from './element.ts'
import { activeContentNotices, htmlToMarkdown, treeToMarkdown, type ConvertedHtml } from './html-to-markdown.ts'
import { readPageFields, type PageFields } from './page-fields.ts'
import { readableContent } from './readable-content.ts'
import type { TidyOptions } from './tidy-tree.ts'

/** The article of a web page. */
export interface PageArticle extends ConvertedHtml {
  readonly fields: Omit<PageFields, 'siteName'>
}

const parser = unified().use(rehypeParse).freeze()
const FRAME_ELEMENTS = ['nav', 'aside', 'footer', 'form', 'iframe', 'menu']
const LEAST_ARTICLE = 200

function wordsIn(element: Element | Root): number {
  return textOf(element).replace(/\s+/g, ' ').length
}

function bodyOf(root: Root): Element | Root {
  return [...elementsOf(root)].find((element) => element.tagName === 'body') ?? root
}

/** A page without frame elements and with few links is the article itself: a press release, a page out of a word processor. */
function isPlainPage(body: Element | Root): boolean {
  const elements = [...elementsOf(body)]
  if (elements.some((element) => FRAME_ELEMENTS.includes(element.tagName))) return false
  const linked = elements
    .filter((element) => element.tagName === 'a')
    .reduce((sum, element) => sum + wordsIn(element), 0)
  return linked < wordsIn(body) * 0.2
}

/** The one element that the page itself marks as the text of the article. */
function markedArticle(root: Root): Element | null {
  const marked = [...elementsOf(root)].filter((element) => /\barticleBody\b/i.test(propertyText(element, 'itemProp')))
  const [only] = marked
  return only !== undefined && marked.length === 1 && wordsIn(only) >= LEAST_ARTICLE ? only : null
}

function withoutFrames(element: Element): Element {
  const children = element.children
    .filter((child) => !isElement(child, ...FRAME_ELEMENTS, 'header', 'script', 'style', 'noscript'))
    .map((child) => (isElement(child) ? withoutFrames(child) : child))
  return { ...element, children }
}

function asRoot(element: Element | Root): Root {
  return element.type === 'root' ? element : { type: 'root', children: [element] }
}

function convert(html: string, root: Root, options: TidyOptions): ConvertedHtml {
  const body = bodyOf(root)
  if (isPlainPage(body)) return treeToMarkdown(asRoot(body), options)
  const marked = markedArticle(root)
  if (marked !== null) return treeToMarkdown(asRoot(marked), options)
  const readable = readableContent(html)
  if (readable !== null) {
    const converted = htmlToMarkdown(readable, options)
    if (converted.markdown.length >= LEAST_ARTICLE) return converted
  }
  return treeToMarkdown(asRoot(body.type === 'element' ? withoutFrames(body) : body), options)
}

/**
 * Finds the article in a web page and what the page states about it. Nothing is run and nothing is fetched.
 *
 * @throws AppError `too-large` for markup nested too deep
 */
export function articleOfPage(html: string, options: TidyOptions): PageArticle {
  checkNesting(html)
  const root = parser.parse(html)
  const { siteName: _siteName, summary, ...fields } = readPageFields(root)
  const { markdown, notices } = convert(html, root, { ...options, baseUrl: options.baseUrl || (fields.url ?? '') })
  const start = (summary ?? '').slice(0, 60)
  const isExcerpt = start !== '' && markdownToPlain(markdown).includes(start)
  return {
    markdown,
    notices: [...activeContentNotices(html), ...notices.filter((notice) => !notice.startsWith('Left out'))],
    fields: { ...fields, ...(summary === undefined || isExcerpt ? {} : { summary }) },
  }
}
