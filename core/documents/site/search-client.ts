/*
 * The search of a static site, bundled for browsers with lunr and our language plugins. It works from a disk: pages opened
 * as files may not fetch, so the index comes in scripts that hand over their data by calling a function.
 */
import {
  loadPartIndex,
  readQuery,
  type PartIndex,
  type QueryWord,
  type SiteHit,
} from '../../search/site/query-site-index.ts'
import { PART_SIZE, shardName, type Shard } from '../../search/site/site-shards.ts'
import { shardFileOf, type SiteArticle } from './site-articles.ts'

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
  pressArchiveShard?: (file: string, shard: Shard) => void
  pressArchiveArticles?: (articles: readonly SiteArticle[]) => void
}

const MOST_SHOWN = 100
// The bundle runs in a browser only.
const browser = globalThis as unknown as Browser
const { document } = browser

/** Indexes kept for the next letter that is typed. */
const MOST_INDEXES = 12

const shards = new Map<string, Promise<Shard>>()
const indexes = new Map<string, Promise<PartIndex>>()
const waiting = new Map<string, (shard: Shard) => void>()
browser.pressArchiveShard = (file, shard) => waiting.get(file)?.(shard)
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

function shardIn(file: string): Promise<Shard> {
  const loading = shards.get(file)
  if (loading) return loading
  const loaded = (async () => {
    let received: Shard = []
    waiting.set(file, (shard) => (received = shard))
    await load(file)
    return received
  })()
  shards.set(file, loaded)
  return loaded
}

/** The index of a part over the shards that the words of a query need. */
function indexFor(part: number, words: readonly QueryWord[]): Promise<PartIndex> {
  const spellings = words.flatMap(({ terms, beginning }) => (beginning === '' ? terms : [...terms, beginning]))
  const files = [...new Set(spellings.map((spelling) => shardFileOf(part, shardName(spelling))))].toSorted()
  const key = files.join()
  const known = indexes.get(key)
  if (known) return known
  const index = Promise.all(files.map(shardIn)).then(loadPartIndex)
  const [oldest] = indexes.keys()
  if (indexes.size >= MOST_INDEXES && oldest !== undefined) indexes.delete(oldest)
  indexes.set(key, index)
  return index
}

function allArticles(): Promise<readonly SiteArticle[]> {
  articles ??= (async () => {
    let received: readonly SiteArticle[] = []
    browser.pressArchiveArticles = (list) => (received = list)
    await load('search/articles.js')
    return received
  })()
  return articles
}

/** Hits of all parts, best first; equals keep the site's order. */
async function find(query: string, count: number): Promise<readonly SiteHit[]> {
  const words = readQuery(query)
  const parts = Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, part) => part)
  const hits = await Promise.all(parts.map(async (part) => (await indexFor(part, words)).find(words)))
  return hits.flat().toSorted((left, right) => right.score - left.score || left.article - right.article)
}

/** Shows what a query finds, unless another one was typed meanwhile. */
async function show(query: string, isNewest: () => boolean, list: Part, status: Part): Promise<void> {
  const all = await allArticles()
  const hits = query.trim() === '' ? [] : await find(query, all.length)
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
