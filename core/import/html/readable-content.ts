import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'

/**
 * The part of a page that is the article, as HTML, or null where none stands out. Nothing of the page is run or fetched.
 * parse5 first: it repairs pages without html or body, on which the small DOM fails.
 */
export function readableContent(html: string): string | null {
  // The small DOM is typed by names of the browser, which the core does not know.
  const { document } = parseHTML(serialize(parse(html))) as { readonly document: object }
  const article = new Readability(document, { charThreshold: 200, keepClasses: false }).parse()
  return article?.content ?? null
}
