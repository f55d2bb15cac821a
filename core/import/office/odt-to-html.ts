import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { AppError } from '../../contract/app-error.ts'
import { escapeHtml } from '../html/escape-html.ts'
import { refuseDoctype } from './read-zip.ts'

/** Elements whose content is no part of the text. */
const PASSED_OVER = new Set([
  'office:annotation',
  'text:tracked-changes',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
  'text:table-of-content',
  'text:note-citation',
  'text:bibliography-mark',
])
const DEEPEST = 256

interface TextStyle {
  readonly bold: boolean
  readonly italic: boolean
  readonly parent: string
}

interface Writer {
  html: string
  /** End tags of the open elements. */
  readonly ends: string[]
  readonly styles: Map<string, TextStyle>
  style: string
  skipping: number
}

function attribute(tag: SaxesTagPlain, name: string): string {
  return tag.attributes[name] ?? ''
}

function readStyle(tag: SaxesTagPlain, writer: Writer): void {
  if (tag.name === 'style:style') {
    writer.style = attribute(tag, 'style:name')
    writer.styles.set(writer.style, { bold: false, italic: false, parent: attribute(tag, 'style:parent-style-name') })
  } else if (tag.name === 'style:text-properties' && writer.style !== '') {
    const old = writer.styles.get(writer.style)
    if (old === undefined) return
    const bold = attribute(tag, 'fo:font-weight') === 'bold'
    const italic = attribute(tag, 'fo:font-style') === 'italic'
    writer.styles.set(writer.style, { ...old, bold, italic })
  }
}

function isQuote(name: string, writer: Writer): boolean {
  return /^quot/i.test(name) || /^quot/i.test(writer.styles.get(name)?.parent ?? '')
}

function isTitle(name: string, writer: Writer): boolean {
  return name === 'Title' || writer.styles.get(name)?.parent === 'Title'
}

function paragraphTags(tag: SaxesTagPlain, writer: Writer): readonly [string, string] {
  const name = attribute(tag, 'text:style-name')
  if (isTitle(name, writer)) return ['<h1>', '</h1>']
  return isQuote(name, writer) ? ['<blockquote><p>', '</p></blockquote>'] : ['<p>', '</p>']
}

function spanTags(tag: SaxesTagPlain, writer: Writer): readonly [string, string] {
  const style = writer.styles.get(attribute(tag, 'text:style-name'))
  const open = `${style?.bold === true ? '<b>' : ''}${style?.italic === true ? '<i>' : ''}`
  return [open, `${style?.italic === true ? '</i>' : ''}${style?.bold === true ? '</b>' : ''}`]
}

function spanned(tag: SaxesTagPlain): string {
  const columns = Number(attribute(tag, 'table:number-columns-spanned') || '1')
  return columns > 1 ? ` colspan="${Math.min(columns, 100)}"` : ''
}

function tagsOf(tag: SaxesTagPlain, writer: Writer): readonly [string, string] {
  switch (tag.name) {
    case 'text:h': {
      const level = Math.min(6, Math.max(1, Number(attribute(tag, 'text:outline-level') || '1')))
      return [`<h${level}>`, `</h${level}>`]
    }
    case 'text:p':
      return paragraphTags(tag, writer)
    case 'text:span':
      return spanTags(tag, writer)
    case 'text:list':
      return ['<ul>', '</ul>']
    case 'text:list-item':
    case 'text:list-header':
      return ['<li>', '</li>']
    case 'text:a':
      return [`<a href="${escapeHtml(attribute(tag, 'xlink:href'))}">`, '</a>']
    case 'table:table':
      return ['<table>', '</table>']
    case 'table:table-row':
      return ['<tr>', '</tr>']
    case 'table:table-cell':
      return [`<td${spanned(tag)}>`, '</td>']
    case 'draw:image':
      return [`<img src="${escapeHtml(attribute(tag, 'xlink:href'))}">`, '']
    case 'text:line-break':
      return ['<br>', '']
    case 'text:tab':
      return [' ', '']
    case 'text:s':
      return [' ', '']
    case 'text:note-body':
      return [' (', ')']
    default:
      return ['', '']
  }
}

/**
 * The content of an OpenDocument text as HTML, still to be sanitised.
 *
 * @throws AppError `unreadable-source`, `too-large`
 */
export function odtToHtml(xml: string): string {
  refuseDoctype(xml.slice(0, 4_096))
  const writer: Writer = { html: '', ends: [], styles: new Map(), style: '', skipping: 0 }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new AppError('unreadable-source', `The document is damaged: ${error.message}`, {}, { cause: error })
  })
  parser.on('opentag', (tag) => {
    if (writer.ends.length > DEEPEST)
      throw new AppError('too-large', 'The document has elements too deep in each other.')
    readStyle(tag, writer)
    if (PASSED_OVER.has(tag.name)) writer.skipping += 1
    const [start, end] = tagsOf(tag, writer)
    if (writer.skipping === 0) writer.html += start
    writer.ends.push(writer.skipping === 0 ? end : '')
  })
  parser.on('closetag', (tag) => {
    writer.html += writer.ends.pop() ?? ''
    if (PASSED_OVER.has(tag.name)) writer.skipping -= 1
  })
  parser.on('text', (text) => {
    // Text outside of paragraphs is white space between elements.
    if (writer.skipping === 0 && writer.ends.some((end) => /<\/(?:p|h\d)>/.test(end))) writer.html += escapeHtml(text)
  })
  parser.write(xml).close()
  return writer.html
}
