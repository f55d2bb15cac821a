import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { createDocuments, type Documents } from '../../core/documents/create-documents.ts'
import { blocksHtml, escapeHtml } from '../../core/documents/site/html.ts'
import { articleTree } from '../../core/documents/article-tree.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { Article } from '../../core/model/article.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import type { PartialDay } from '../../core/model/calendar-day.ts'
import { PDF_STANDARDS } from '../../core/model/pdf-options.ts'
import { NO_TAGS } from '../../core/model/tag.ts'
import { generateArticle } from '../search/generate-article.ts'

const MEGABYTE = 1_048_576

const SENTENCES = {
  en: 'Researchers of the university measured the spring flood with partners from four regions and published every figure.',
  ru: 'Исследователи университета измерили весенний паводок вместе с партнёрами из четырёх областей и опубликовали все данные.',
  kk: 'Университет зерттеушілері төрт облыстан келген серіктестерімен бірге көктемгі су тасқынын өлшеп, барлық деректі жариялады.',
} as const

/** A year of articles of about 330 words in three languages. */
function generateArticles(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, place) => {
    const language = (['en', 'ru', 'kk'] as const)[place % 3] ?? 'en'
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((place * 365) / count))).toISOString().slice(0, 10)
    return {
      id: createArticleId(1_700_000_000_000 + place, [place, place >> 5]),
      title: `${{ en: 'Flood measured', ru: 'Паводок измерен', kk: 'Су тасқыны өлшенді' }[language]} ${String(place + 1)}`,
      subtitle: '',
      // A day of a real date.
      published: day as PartialDay,
      outlet: ['Steppe Herald', 'Вестник региона', 'Алтай жаңалықтары'][place % 3] ?? '',
      authors: [],
      kind: place % 4 === 0 ? 'own' : 'coverage',
      language,
      url: '',
      tags: NO_TAGS,
      summary: '',
      notes: '',
      story: '',
      body: Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => SENTENCES[language]).join(' ')).join(
        '\n\n',
      ),
      attachments: [],
      imported: null,
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:00.000Z',
      version: '',
    }
  })
}

/** Articles with as many different words as real ones have, which is what an index grows by. */
function realisticArticles(count: number): readonly Article[] {
  return generateArticles(count).map((article, place) => {
    const { title, body, language, outlet, authors } = generateArticle(place)
    return { ...article, title, body, language, outlet, authors }
  })
}

function documentsOf(articles: readonly Article[], workFolder: string): Documents {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return createDocuments({
    readArticle: (id) => {
      const article = byId.get(id)
      return article ? Promise.resolve(article) : Promise.reject(new Error(`No article ${id}`))
    },
    readAttachment: () => Promise.reject(new Error('No attachments')),
    summaryOf: () => undefined,
    findArticles: () => Promise.resolve(articles.map((article) => article.id)),
    readTimeline: () => Promise.reject(new Error('No timeline')),
    readTagPage: () => Promise.reject(new Error('No tags')),
    readTagMatrix: () => Promise.reject(new Error('No tags')),
    tagOf: () => undefined,
    allTags: () => [],
    archiveName: () => 'Bench',
    templateFolder: () => join(workFolder, 'templates'),
    settings: () => ({ officeName: 'Press office' }),
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    workFolder,
  })
}

/** What the child processes took: the largest memory of any, and the processor time of all. */
interface ChildrenTook {
  readonly memory: number
  readonly seconds: number
}

/** Clock ticks of the kernel in a second, on all systems that have /proc. */
const TICKS = 100

/** Watches the children of this process; all is 0 on systems without /proc. */
function watchChildren(): () => ChildrenTook {
  let memory = 0
  const ticks = new Map<string, number>()
  const timer = setInterval(() => {
    try {
      const children = readdirSync('/proc/self/task').flatMap((task) =>
        readFileSync(`/proc/self/task/${task}/children`, 'utf8')
          .split(' ')
          .filter((pid) => pid !== ''),
      )
      for (const pid of children) {
        const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        memory = Math.max(memory, Number(kilobytes ?? 0) * 1024)
        // Behind the name of the program: time of its own is the twelfth field, time in the kernel the thirteenth.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
        ticks.set(pid, Number(fields[11] ?? 0) + Number(fields[12] ?? 0))
      }
    } catch {
      // A child ended between two reads.
    }
  }, 25)
  return () => {
    clearInterval(timer)
    return { memory, seconds: [...ticks.values()].reduce((all, one) => all + one, 0) / TICKS }
  }
}

interface Row {
  readonly document: string
  readonly articles: number
  readonly pages: number
  readonly 'time, s': number
  /** Of this process and its children: the figure to judge by on a busy machine. */
  readonly 'processor, s': number
  readonly 'memory, MB': number
  readonly 'size, kB': number
}

async function measure(
  name: string,
  articles: number,
  work: () => Promise<{ pages: number; bytes: number }>,
): Promise<Row> {
  const started = performance.now()
  const own = process.cpuUsage()
  const stopWatching = watchChildren()
  const { pages, bytes } = await work()
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(own)
  const children = stopWatching()
  const row: Row = {
    document: name,
    articles,
    pages,
    'time, s': Math.round(seconds * 100) / 100,
    'processor, s': Math.round(((user + system) / 1_000_000 + children.seconds) * 100) / 100,
    'memory, MB': Math.round(Math.max(children.memory, process.memoryUsage.rss()) / MEGABYTE),
    'size, kB': Math.round(bytes / 1024),
  }
  // At once, so that a bench that is stopped has told something.
  process.stderr.write(`${JSON.stringify(row)}\n`)
  return row
}

const NO_IMAGES = { fileOf: () => null, missing: () => '' }

/** The same articles as HTML, printed by a browser: no contents with page numbers, no archival format. */
async function printByBrowser(articles: readonly Article[]): Promise<{ pages: number; bytes: number }> {
  const executablePath = process.env['PRESS_ARCHIVE_BROWSER'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const sections = articles.map(
      (article) =>
        `<section style="break-before:page"><h1>${escapeHtml(article.title)}</h1>${blocksHtml(articleTree(article.body), NO_IMAGES)}</section>`,
    )
    await page.setContent(`<!doctype html><meta charset="utf-8">${sections.join('')}`)
    const pdf = await page.pdf({ format: 'A4', tagged: true })
    return { pages: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0, bytes: pdf.length }
  } finally {
    await browser.close()
  }
}

/** `bench documents [--articles N]`: press books of 1 to N articles (1,000 unless told), plain, archival and tagged. */
export async function runDocumentsBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { articles: { type: 'string', default: '1000' } } })
  const folder = await mkdtemp(join(tmpdir(), 'press-archive-bench-'))
  const rows: Row[] = []
  try {
    for (const count of [1, 100, 200, 1_000].filter((size) => size <= Number(values.articles))) {
      const articles = generateArticles(count)
      const documents = documentsOf(articles, folder)
      for (const standard of PDF_STANDARDS) {
        const printed = { language: 'en', standard, paper: 'a4', template: '', title: '', foreword: '' } as const
        const make = () =>
          documents.make({ kind: 'book', query: '', filter: NO_FILTER, sort: 'oldest', grouping: 'month', ...printed })
        rows.push(await measure(`press book, ${standard}`, count, make))
      }
      await documents.close()
    }
    rows.push(await measure('printed by Chromium', 200, () => printByBrowser(generateArticles(200))))
    const many = realisticArticles(10_000)
    const documents = documentsOf(many, folder)
    for (const format of ['csv', 'xlsx', 'site'] as const) {
      const make = () =>
        documents.make({ kind: 'data', format, language: 'en', query: '', filter: NO_FILTER, sort: 'newest' })
      rows.push(await measure(format, many.length, make))
    }
    await documents.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.table(rows)
}
