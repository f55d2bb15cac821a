import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const PARSER = unified().use(remarkParse).use(remarkGfm)

/** Markdown as a tree. HTML inside it stays text: nothing of it ever becomes an element. */
export function parseMarkdown(markdown: string): Root {
  return PARSER.parse(markdown)
}
