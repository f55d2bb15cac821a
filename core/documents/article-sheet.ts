import type { Translate } from '../translate/create-translator.ts'
import type { ArticleLanguage } from '../model/language.ts'
import type { Article } from '../model/article.ts'
import { formatDay, localDayOf } from '../model/locale.ts'
import { TAG_KINDS, tagName, type Tag, type TagId } from '../model/tag.ts'
import type { TextFitter } from '../pdf/printable-text.ts'
import { articleTree, type BlockNode, type TextNode } from './article-tree.ts'
import { levelHeadings } from './level-headings.ts'
import { fileNameOf, type ImageBox } from './image-box.ts'

/** A line of the table below an article. */
export interface Fact {
  readonly label: string
  readonly value: string
  /** Where the value leads, if anywhere. */
  readonly url: string
}

/** Blocks as templates get them: images are files of the document, or a sentence that says why there is none. */
export type SheetBlock =
  | Exclude<BlockNode, { readonly kind: 'image' | 'list' | 'quote' }>
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly SheetBlock[])[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly SheetBlock[] }
  | { readonly kind: 'image'; readonly file: string; readonly description: string; readonly broken: string }
  | { readonly kind: 'note'; readonly text: string }

/** One article as every template of a document gets it: all text chosen, translated and fit to be set. */
export interface ArticleSheet {
  readonly id: string
  /** Language for hyphenation and screen readers. */
  readonly language: ArticleLanguage
  readonly title: string
  readonly subtitle: string
  readonly outlet: string
  readonly date: string
  readonly authors: string
  /** Names of the tags. */
  readonly tags: readonly string[]
  readonly body: readonly SheetBlock[]
  readonly facts: readonly Fact[]
}

export interface SheetTools {
  readonly translate: Translate
  readonly fitter: TextFitter
  readonly images: ImageBox
  readonly tagOf: (id: TagId) => Tag | undefined
}

/** Lays an article out as data. What the article does not say is left out, never filled in. */
export async function articleSheet(article: Article, tools: SheetTools): Promise<ArticleSheet> {
  const { translate, fitter } = tools
  const { language } = translate
  return {
    id: article.id,
    language: article.language,
    title: fitter.fit(article.title),
    subtitle: fitter.fit(article.subtitle),
    outlet: fitter.fit(article.outlet),
    date: article.published === null ? '' : formatDay(article.published, language),
    authors: fitter.fit(article.authors.join(', ')),
    tags: TAG_KINDS.flatMap((kind) => article.tags[kind].map((id) => fitter.fit(nameOfTag(id, tools)))),
    body: await fitBlocks(levelHeadings(articleTree(article.body)), article, tools),
    facts: factsOf(article, tools).filter((fact) => fact.value !== ''),
  }
}

function nameOfTag(id: TagId, tools: SheetTools): string {
  const tag = tools.tagOf(id)
  return tag === undefined ? id : tagName(tag, tools.translate.language)
}

function factsOf(article: Article, tools: SheetTools): readonly Fact[] {
  const { translate, fitter } = tools
  const { language } = translate
  const fact = (label: string, value: string, url = ''): Fact => ({ label, value: fitter.fit(value), url })
  const tagFacts = TAG_KINDS.map((kind) =>
    fact(translate(`printed.${kind}`), article.tags[kind].map((id) => nameOfTag(id, tools)).join(', ')),
  )
  const date = article.published === null ? translate('printed.undated') : formatDay(article.published, language)
  const printedHeadline = article.imported?.headline ?? ''
  return [
    fact(translate('printed.outlet'), article.outlet),
    fact(translate('printed.published'), date),
    fact(translate('printed.authors'), article.authors.join(', ')),
    fact(translate('printed.kind'), translate(`printed.kinds.${article.kind}`)),
    fact(translate('printed.language'), translate(`printed.languages.${article.language}`)),
    ...tagFacts,
    fact(translate('printed.address'), article.url, followable(article.url)),
    fact(translate('printed.headlineAsPrinted'), printedHeadline === article.title ? '' : printedHeadline),
    fact(
      translate('printed.importedFrom'),
      article.imported === null || article.imported.source === 'paste' ? '' : article.imported.source,
    ),
    fact(translate('printed.captured'), formatDay(localDayOf(Date.parse(article.created)), language)),
    fact(translate('printed.archiveId'), article.id),
  ]
}

function followable(url: string): string {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : ''
}

async function fitBlocks(
  blocks: readonly BlockNode[],
  article: Article,
  tools: SheetTools,
): Promise<readonly SheetBlock[]> {
  const fitted: SheetBlock[] = []
  for (const block of blocks) fitted.push(await fitBlock(block, article, tools))
  return fitted
}

async function fitBlock(block: BlockNode, article: Article, tools: SheetTools): Promise<SheetBlock> {
  const { fitter } = tools
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: fitText(block.content, fitter) }
    case 'list': {
      const items: (readonly SheetBlock[])[] = []
      for (const item of block.items) items.push(await fitBlocks(item, article, tools))
      return { ...block, items }
    }
    case 'quote':
      return { kind: 'quote', blocks: await fitBlocks(block.blocks, article, tools) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => fitText(cell, fitter))) }
    case 'code':
      return { kind: 'code', text: fitter.fit(block.text) }
    case 'rule':
      return block
    case 'image':
      return fitImage(block, article, tools)
  }
}

async function fitImage(
  image: Extract<BlockNode, { readonly kind: 'image' }>,
  article: Article,
  { translate, fitter, images }: SheetTools,
): Promise<SheetBlock> {
  const name = fitter.fit(fileNameOf(image.url))
  const file = await images.add(article, image.url)
  if (file === null) return { kind: 'note', text: translate('printed.imageMissing', { name }) }
  return {
    kind: 'image',
    file,
    description: fitter.fit(image.description),
    broken: translate('printed.imageBroken', { name }),
  }
}

function fitText(content: readonly TextNode[], fitter: TextFitter): readonly TextNode[] {
  return content.map((node): TextNode => {
    switch (node.kind) {
      case 'text':
      case 'code':
        return { kind: node.kind, text: fitter.fit(node.text) }
      case 'break':
        return node
      case 'link':
      case 'emphasis':
      case 'strong':
      case 'deleted':
        return { ...node, content: fitText(node.content, fitter) }
    }
  })
}
