import type { BlockNode, TextNode } from '../article-tree.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, in content and in quoted attributes. Control characters and marks that turn a line round are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** What the images of an article become. */
export interface SiteImages {
  /** Path of an image's file from the page, or null where the site has none. */
  readonly fileOf: (url: string) => string | null
  /** What stands in its place then. */
  readonly missing: (url: string) => string
}

/** The blocks of an article as HTML. */
export function blocksHtml(blocks: readonly BlockNode[], images: SiteImages): string {
  return blocks.map((block) => blockHtml(block, images)).join('\n')
}

function blockHtml(block: BlockNode, images: SiteImages): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`
    case 'heading': {
      const level = String(Math.min(6, block.level + 1))
      return `<h${level}>${inlineHtml(block.content)}</h${level}>`
    }
    case 'list': {
      const items = block.items.map((item) => `<li>${blocksHtml(item, images)}</li>`).join('\n')
      return block.ordered ? `<ol start="${String(block.start)}">${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks, images)}</blockquote>`
    case 'table':
      return tableHtml(block)
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return '<hr>'
    case 'image': {
      const file = images.fileOf(block.url)
      const words = escapeHtml(block.description)
      return file === null
        ? `<p class="line">[${[escapeHtml(images.missing(block.url)), words].filter((part) => part !== '').join(' – ')}]</p>`
        : `<figure><img src="${escapeHtml(file)}" alt="${words}"></figure>`
    }
  }
}

function tableHtml({ columns, rows }: Extract<BlockNode, { readonly kind: 'table' }>): string {
  const row = (cells: readonly (readonly TextNode[])[], tag: 'th scope="col"' | 'td'): string => {
    const close = tag === 'td' ? 'td' : 'th'
    return `<tr>${cells.map((cell, place) => `<${tag} class="${columns[place] ?? 'left'}">${inlineHtml(cell)}</${close}>`).join('')}</tr>`
  }
  const [head = [], ...body] = rows
  const bodyRows = body.map((cells) => row(cells, 'td')).join('\n')
  return `<div class="table" tabindex="0"><table><thead>${row(head, 'th scope="col"')}</thead><tbody>${bodyRows}</tbody></table></div>`
}

function inlineHtml(content: readonly TextNode[]): string {
  return content.map(nodeHtml).join('')
}

function nodeHtml(node: TextNode): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text)
    case 'code':
      return `<code>${escapeHtml(node.text)}</code>`
    case 'break':
      return '<br>'
    case 'emphasis':
      return `<em>${inlineHtml(node.content)}</em>`
    case 'strong':
      return `<strong>${inlineHtml(node.content)}</strong>`
    case 'deleted':
      return `<s>${inlineHtml(node.content)}</s>`
    case 'link':
      return `<a href="${escapeHtml(node.url)}" rel="noopener noreferrer">${inlineHtml(node.content)}</a>`
  }
}
