import type { Node, Schema } from '@tiptap/pm/model'
import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
  type ParseSpec,
} from 'prosemirror-markdown'
import { sameStructure } from './same-structure.ts'

/** Tokens of the Markdown reader and the editor's nodes and marks that they become. */
const TOKENS: Readonly<Record<string, ParseSpec>> = {
  blockquote: { block: 'blockquote' },
  paragraph: { block: 'paragraph' },
  list_item: { block: 'listItem' },
  bullet_list: { block: 'bulletList' },
  ordered_list: { block: 'orderedList', getAttrs: (token) => ({ start: Number(token.attrGet('start') ?? 1) }) },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  code_block: { block: 'codeBlock', noCloseToken: true },
  fence: {
    block: 'codeBlock',
    getAttrs: (token) => ({ language: token.info === '' ? null : token.info }),
    noCloseToken: true,
  },
  hr: { node: 'horizontalRule' },
  // The editor shows no pictures; texts that have some are edited as Markdown source.
  image: { ignore: true, noCloseToken: true },
  hardbreak: { node: 'hardBreak' },
  em: { mark: 'italic' },
  strong: { mark: 'bold' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') }) },
  code_inline: { mark: 'code', noCloseToken: true },
}

const { nodes, marks } = defaultMarkdownSerializer

/** A rule of the default serializer. Its table is typed loosely; the names below are all in it. */
function rule(name: string): (typeof nodes)[string] {
  const found = nodes[name]
  if (found === undefined) throw new Error(`prosemirror-markdown has no rule ${name}`)
  return found
}

function mark(name: string): (typeof marks)[string] {
  const found = marks[name]
  if (found === undefined) throw new Error(`prosemirror-markdown has no mark ${name}`)
  return found
}

const SERIALIZER = new MarkdownSerializer(
  {
    blockquote: rule('blockquote'),
    paragraph: rule('paragraph'),
    listItem: rule('list_item'),
    bulletList: (state, node) => state.renderList(node, '  ', () => '- '),
    orderedList: (state, node) => {
      const start = Number(node.attrs.start ?? 1)
      const indent = ' '.repeat(String(start + node.childCount - 1).length + 2)
      state.renderList(node, indent, (place) => `${String(start + place)}. `)
    },
    heading: rule('heading'),
    codeBlock: (state, node) => {
      const longest = Math.max(2, ...(node.textContent.match(/`+/g) ?? []).map((ticks) => ticks.length))
      const fence = '`'.repeat(longest + 1)
      state.write(`${fence}${String(node.attrs.language ?? '')}\n`)
      state.text(node.textContent, false)
      state.write(`\n${fence}`)
      state.closeBlock(node)
    },
    horizontalRule: rule('horizontal_rule'),
    hardBreak: rule('hard_break'),
    text: rule('text'),
  },
  { italic: mark('em'), bold: mark('strong'), link: mark('link'), code: mark('code') },
)

/** Reads and writes Markdown for the editor's schema. */
export interface MarkdownCodec {
  read(markdown: string): Node
  write(document: Node): string
  /** Whether a text comes back with the same structure after being read and written, so that editing it loses nothing. */
  keeps(markdown: string): boolean
}

/** Makes the codec of a schema with Tiptap's node names. */
export function createMarkdownCodec(schema: Schema): MarkdownCodec {
  const parser = new MarkdownParser(schema, defaultMarkdownParser.tokenizer, TOKENS)
  const read = (markdown: string): Node => parser.parse(markdown)
  const write = (document: Node): string => SERIALIZER.serialize(document, { tightLists: true })
  return { read, write, keeps: (markdown) => sameStructure(markdown, write(read(markdown))) }
}
