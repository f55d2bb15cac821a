import { throwIfCancelled } from '../../contract/app-error.ts'
import type { OrderOf } from '../../contract/document-order.ts'
import type { ArticleId } from '../../model/article-id.ts'
import type { Article } from '../../model/article.ts'
import { compareText } from '../../model/compare-text.ts'
import { formatDay, formatMonth, formatNumber } from '../../model/locale.ts'
import { TAG_KINDS, tagName } from '../../model/tag.ts'
import { createTranslator, type Translate } from '../../translate/create-translator.ts'
import { articleTree } from '../article-tree.ts'
import type { DocumentSources, DocumentTask } from '../document-tools.ts'
import type { ZipEntry } from '../formats/zip.ts'
import { imageKind, isPlainSvg } from '../../pdf/image-kind.ts'
import { fileNameOf, readOrNull } from '../image-box.ts'
import { levelHeadings } from '../level-headings.ts'
import { blocksHtml, escapeHtml, type SiteImages } from './html.ts'
import { pageHtml, type SiteWords } from './page.ts'
import type { SiteText } from '../../search/site/build-site-index.ts'
import { startSiteIndexer, type SiteShard } from '../../search/site/site-indexer.ts'
import { shardFileOf, type SiteArticle } from './site-articles.ts'
import { readSearchScript } from './search-script.ts'
import { SITE_STYLE } from './style.ts'

/** What one export of a site works with. */
interface SiteWork {
  readonly sources: DocumentSources
  readonly translate: Translate
  readonly words: SiteWords
}

/**
 * The files of a static web site: a page for every article, lists by month, outlet and tag, a start page with a search
 * that works from a disk. No script or picture comes from elsewhere.
 */
export async function* siteEntries(
  order: OrderOf<'data'>,
  ids: readonly ArticleId[],
  sources: DocumentSources,
  task: DocumentTask,
): AsyncGenerator<ZipEntry> {
  const translate = createTranslator(order.language)
  const work: SiteWork = { sources, translate, words: wordsOf(sources, translate) }
  const listed: SiteArticle[] = []
  const lists = createLists(work)
  const indexer = startSiteIndexer()
  try {
    for (const [place, id] of ids.entries()) {
      throwIfCancelled(task.signal)
      const article = await sources.readArticle(id)
      task.onProgress?.(place, ids.length, article.title)
      const entry = listEntry(article, translate)
      listed.push(entry)
      lists.add(entry, article)
      yield* articleFiles(article, entry, work)
      yield* (await indexer.add(siteText(place, article, sources))).map(shardFile)
    }
    yield* (await indexer.finish()).map(shardFile)
  } finally {
    await indexer.close()
  }
  yield textFile('index.html', startPage(listed, work))
  yield* lists.pages()
  yield textFile('style.css', SITE_STYLE)
  yield { path: 'search.js', bytes: await readSearchScript() }
  yield textFile('search/articles.js', `pressArchiveArticles(${scriptSafe(JSON.stringify(listed))})`)
}

function textFile(path: string, text: string): ZipEntry {
  return { path, bytes: Buffer.from(text, 'utf8') }
}

function siteText(place: number, article: Article, sources: DocumentSources): SiteText {
  const { title, subtitle, body, outlet, authors, language } = article
  return { place, title, subtitle, body, outlet, authors, language, tagNames: tagNames(article, sources) }
}

function shardFile({ part, name, json }: SiteShard): ZipEntry {
  const file = shardFileOf(part, name)
  return textFile(file, `pressArchiveShard(${JSON.stringify(file)},${scriptSafe(json)})`)
}

/** JSON inside a script: the two line ends that older browsers take for the end of a string are escaped. */
function scriptSafe(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'))
}

function wordsOf(sources: DocumentSources, translate: Translate): SiteWords {
  return {
    archive: sources.archiveName(),
    home: translate('printed.siteSearch'),
    months: translate('printed.byMonth'),
    outlets: translate('printed.byOutlet'),
    tags: translate('printed.byTag'),
  }
}

function listEntry(article: Article, { language }: Translate): SiteArticle {
  const date = article.published === null ? '' : formatDay(article.published, language)
  return {
    page: `articles/${article.id}.html`,
    title: article.title,
    line: [article.outlet, date].filter((part) => part !== '').join(' · '),
    language: article.language === 'other' ? '' : article.language,
  }
}

function tagNames(article: Article, { tagOf }: DocumentSources): readonly string[] {
  return TAG_KINDS.flatMap((kind) => article.tags[kind].flatMap((id) => Object.values(tagOf(id)?.names ?? {})))
}

async function* articleFiles(article: Article, entry: SiteArticle, work: SiteWork): AsyncGenerator<ZipEntry> {
  const images = new Set<string>()
  for (const { name } of article.attachments) {
    if (!/\.(?:png|jpe?g|gif|webp|svg)$/i.test(name)) continue
    const bytes = await readOrNull(work.sources.readAttachment, article.id, name)
    const kind = bytes && imageKind(bytes)
    if (!bytes || !kind || (kind === 'svg' && !isPlainSvg(bytes))) continue
    images.add(name)
    yield { path: `files/${article.id}/${name}`, bytes }
  }
  const siteImages: SiteImages = {
    fileOf: (url) => {
      const name = fileNameOf(url)
      return images.has(name) ? `../files/${article.id}/${encodeURIComponent(name)}` : null
    },
    missing: (url) => work.translate('printed.imageMissing', { name: fileNameOf(url) }),
  }
  yield textFile(entry.page, articlePage(article, entry, siteImages, work))
}

function articlePage(article: Article, entry: SiteArticle, images: SiteImages, work: SiteWork): string {
  const { translate, words } = work
  const body = blocksHtml(levelHeadings(articleTree(article.body)), images)
  const lang = entry.language === '' ? '' : ` lang="${entry.language}"`
  const subtitle = article.subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(article.subtitle)}</p>\n`
  const main = `<article${lang}>
<p class="line" lang="${translate.language}">${escapeHtml(entry.line)}</p>
<h1>${escapeHtml(article.title)}</h1>
${subtitle}${body}
</article>
<dl>${factsHtml(article, work)}</dl>`
  return pageHtml({ title: article.title, language: translate.language, words, root: '../', main })
}

function factsHtml(article: Article, { translate, sources }: SiteWork): string {
  const names = (kind: (typeof TAG_KINDS)[number]): string =>
    article.tags[kind]
      .map((id) => {
        const tag = sources.tagOf(id)
        return tag === undefined ? id : tagName(tag, translate.language)
      })
      .join(', ')
  const url = escapeHtml(article.url)
  const facts: readonly (readonly [string, string])[] = [
    [translate('printed.authors'), escapeHtml(article.authors.join(', '))],
    [translate('printed.kind'), translate(`printed.kinds.${article.kind}`)],
    [translate('printed.language'), translate(`printed.languages.${article.language}`)],
    ...TAG_KINDS.map((kind) => [translate(`printed.${kind}`), escapeHtml(names(kind))] as const),
    [
      translate('printed.address'),
      /^https?:\/\//i.test(article.url) ? `<a href="${url}" rel="noopener noreferrer">${url}</a>` : url,
    ],
    [translate('printed.archiveId'), article.id],
  ]
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${value}</dd>`)
    .join('\n')
}

function articleList(entries: readonly SiteArticle[]): string {
  const items = entries.map(({ page, title, line, language }) => {
    const lang = language === '' ? '' : ` lang="${language}"`
    return `<li><a href="${page}"${lang}>${escapeHtml(title)}</a><span class="line">${escapeHtml(line)}</span></li>`
  })
  return `<ul class="articles">${items.join('\n')}</ul>`
}

/** Articles on the start page, below the search. */
const NEWEST = 30

function startPage(listed: readonly SiteArticle[], { translate, words }: SiteWork): string {
  const main = `<h1>${escapeHtml(words.archive)}</h1>
<label for="query">${escapeHtml(translate('printed.siteSearchLabel', { value: formatNumber(listed.length, translate.language) }))}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false">
<p id="status" class="line" role="status" data-count="${escapeHtml(translate('printed.siteFound', { value: '{count}' }))}"></p>
<ul id="results" class="articles"></ul>
<h2>${escapeHtml(translate('printed.siteNewest'))}</h2>
${articleList(listed.slice(0, NEWEST))}`
  return pageHtml({ title: words.archive, language: translate.language, words, root: '', main, script: 'search.js' })
}

/** The lists by month, outlet and tag, each one page with a section for every value. */
function createLists({ sources, translate, words }: SiteWork): {
  add(entry: SiteArticle, article: Article): void
  pages(): Generator<ZipEntry>
} {
  const months = new Map<string, SiteArticle[]>()
  const outlets = new Map<string, SiteArticle[]>()
  const tags = new Map<string, SiteArticle[]>()
  const push = (map: Map<string, SiteArticle[]>, key: string, entry: SiteArticle): void => {
    const list = map.get(key)
    if (list) list.push(entry)
    else map.set(key, [entry])
  }
  const compare = compareText(translate.language)
  const page = (
    path: string,
    title: string,
    sections: readonly (readonly [string, readonly SiteArticle[]])[],
  ): ZipEntry => {
    const main = sections.map(([name, entries]) => `<h2>${escapeHtml(name)}</h2>\n${articleList(entries)}`).join('\n')
    const html = pageHtml({
      title: `${title} – ${words.archive}`,
      language: translate.language,
      words,
      root: '',
      main: `<h1>${escapeHtml(title)}</h1>\n${main}`,
    })
    return textFile(path, html)
  }
  const byName = (map: ReadonlyMap<string, readonly SiteArticle[]>) =>
    [...map].toSorted(([left], [right]) => compare(left, right))
  const monthName = (month: string): string => {
    if (month === '') return translate('printed.undated')
    return month.length === 7 ? formatMonth(month, translate.language) : month
  }
  return {
    add: (entry, article) => {
      push(months, article.published?.slice(0, 7) ?? '', entry)
      push(outlets, article.outlet || translate('printed.withoutOutlet'), entry)
      for (const id of TAG_KINDS.flatMap((kind) => article.tags[kind])) {
        const tag = sources.tagOf(id)
        push(tags, tag === undefined ? id : tagName(tag, translate.language), entry)
      }
    },
    *pages() {
      const newestFirst = [...months].toSorted(([left], [right]) => (left < right ? 1 : -1))
      yield page(
        'months.html',
        words.months,
        newestFirst.map(([month, entries]) => [monthName(month), entries] as const),
      )
      yield page('outlets.html', words.outlets, byName(outlets))
      yield page('tags.html', words.tags, byName(tags))
    },
  }
}
