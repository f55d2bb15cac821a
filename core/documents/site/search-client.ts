/*
 * The search of a static site, bundled for browsers. It works from a disk: pages opened as files may not fetch, so the
 * index comes in scripts that hand over their data by calling a function.
 */
import { queryTermsOf, isStopWord } from '../../search/analysis/terms.ts'
import { normaliseWord } from '../../search/analysis/tokenise.ts'
import { findPages, type SiteHit } from './rank-pages.ts'
import { LEAST_BEGINNING, shardName, type Postings, type Shard, type SiteArticle } from './search-shards.ts'

/** The parts of a browser that the search uses; the core is compiled without its types. */
interface Field {
  value: string
  addEventListener(type: 'input', listener: () => void): void
}
interface Part {
  textContent: string | null
  className: string
  lang: string
  href: string
  src: string
  onload: (() => void) | null
  onerror: (() => void) | null
  append(...parts: readonly Part[]): void
  replaceChildren(...parts: readonly Part[]): void
  getAttribute(name: string): string | null
}
interface Page {
  readonly head: Part
  getElementById(id: string): unknown
  createElement(name: string): Part
}
interface Browser {
  readonly document: Page
  pressArchiveShard?: (name: string, shard: Shard) => void
  pressArchiveArticles?: (articles: readonly SiteArticle[]) => void
}

const MOST_SHOWN = 100
// The bundle runs in a browser only.
const browser = globalThis as unknown as Browser
const { document } = browser

type Terms = ReadonlyMap<string, Postings>

const shards = new Map<string, Promise<Terms>>()
let articles: Promise<readonly SiteArticle[]> | undefined

function load(file: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = file
    // A shard that is not there holds no term: nothing to find in it.
    script.onload = resolve
    script.onerror = resolve
    document.head.append(script)
  })
}

function shardOf(term: string): Promise<Terms> {
  const name = shardName(term)
  const loading = shards.get(name)
  if (loading) return loading
  const loaded = (async () => {
    let received: Shard = []
    waiting.set(name, (shard) => (received = shard))
    await load(`search/${name}.js`)
    return new Map(received)
  })()
  shards.set(name, loaded)
  return loaded
}

const waiting = new Map<string, (shard: Shard) => void>()
browser.pressArchiveShard = (name, shard) => waiting.get(name)?.(shard)

function allArticles(): Promise<readonly SiteArticle[]> {
  articles ??= (async () => {
    let received: readonly SiteArticle[] = []
    browser.pressArchiveArticles = (list) => (received = list)
    await load('search/articles.js')
    return received
  })()
  return articles
}

/** Groups of terms: each word of the query may stand for several, one of each group must be in an article. */
async function find(query: string): Promise<readonly SiteHit[]> {
  const words = query
    .split(/\s+/)
    .map(normaliseWord)
    .filter((word) => word !== '')
  const meant = words.filter((word) => !isStopWord(word))
  const groups = await Promise.all(
    (meant.length > 0 ? meant : words).map(async (word, place, all) => {
      const terms = new Set(queryTermsOf(word))
      const found = await Promise.all([...terms].map(async (term) => (await shardOf(term)).get(term) ?? []))
      if (place < all.length - 1 || word.length < LEAST_BEGINNING) return found
      // The last word may still be in the making: every term that begins so counts as well.
      const begun = [...(await shardOf(word))].filter(([term]) => term.startsWith(word) && !terms.has(term))
      return [...found, ...begun.map(([, postings]) => postings)]
    }),
  )
  return findPages(groups)
}

/** Shows what a query finds, unless another one was typed meanwhile. */
async function show(query: string, isNewest: () => boolean, list: Part, status: Part): Promise<void> {
  const hits = query.trim() === '' ? [] : await find(query)
  const all = await allArticles()
  if (!isNewest()) return
  const count = (status.getAttribute('data-count') ?? '').replace('{count}', String(hits.length))
  status.textContent = query.trim() === '' ? '' : count
  list.replaceChildren(...hits.slice(0, MOST_SHOWN).flatMap(({ article }) => entryOf(all[article])))
}

function entryOf(article: SiteArticle | undefined): readonly Part[] {
  if (article === undefined) return []
  const [item, link, line] = [document.createElement('li'), document.createElement('a'), document.createElement('span')]
  link.href = article.page
  link.textContent = article.title
  link.lang = article.language
  line.className = 'line'
  line.textContent = article.line
  item.append(link, line)
  return [item]
}

function start(): void {
  // The site's own start page has these three.
  const field = document.getElementById('query') as Field
  const list = document.getElementById('results') as Part
  const status = document.getElementById('status') as Part
  let newest = 0
  field.addEventListener('input', () => {
    const turn = (newest += 1)
    void show(field.value, () => turn === newest, list, status)
  })
}

start()
