import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { checkNesting } from './check-nesting.ts'
import { SANITISE_SCHEMA } from './sanitise-schema.ts'
import { tidyTree, type TidyOptions } from './tidy-tree.ts'

export interface ConvertedHtml {
  /** Markdown without any raw HTML. */
  readonly markdown: string
  /** What was left out, one English sentence each. */
  readonly notices: readonly string[]
}

const reader = unified().use(rehypeParse, { fragment: true }).freeze()
const cleaner = unified().use(rehypeSanitize, SANITISE_SCHEMA).freeze()
const writer = unified()
  .use(rehypeRemark, { document: false })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', listItemIndent: 'one', fences: true })
  .freeze()

const ACTIVE =
  /<(script|iframe|object|embed|applet|form|svg|math)\b|\son[a-z]{3,20}\s*=|(?:javascript|vbscript|data:text\/html):?/gi

function remoteNotice(remoteImages: ReadonlyMap<string, number>): readonly string[] {
  const hosts = [...remoteImages].map(([host, count]) => `${host} (${count})`)
  return hosts.length === 0 ? [] : [`Blocked images from the network: ${hosts.join(', ')}.`]
}

/** A tree of foreign HTML as Markdown: sanitised, tidied, converted. */
export function treeToMarkdown(tree: Root, options: TidyOptions): ConvertedHtml {
  // rehype-sanitize answers with a root where it was given one.
  const { root, report } = tidyTree(cleaner.runSync(tree), options)
  return { markdown: writer.stringify(writer.runSync(root)).trim(), notices: remoteNotice(report.remoteImages) }
}

/** What the source of a page would do if it were run, in one sentence; empty where it would do nothing. */
export function activeContentNotices(html: string): readonly string[] {
  const kinds = new Set([...html.matchAll(ACTIVE)].map(([, tag]) => tag?.toLowerCase() ?? 'script'))
  return kinds.size === 0 ? [] : [`Left out: ${[...kinds].sort().join(', ')}.`]
}

/**
 * Foreign HTML as Markdown, by one chain: parse, sanitise, tidy, convert. The result holds no raw HTML, no scripts, no
 * addresses but http, https and mailto links, and no image that is not a file of the source.
 *
 * @throws AppError `too-large` for markup nested too deep
 */
export function htmlToMarkdown(html: string, options: TidyOptions): ConvertedHtml {
  checkNesting(html)
  const { markdown, notices } = treeToMarkdown(reader.parse(html), options)
  return { markdown, notices: [...activeContentNotices(html), ...notices] }
}
