import type { OrderOf } from '../contract/document-order.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { Article } from '../model/article.ts'
import { formatDay, localDayOf } from '../model/locale.ts'
import type { SheetTools } from './article-sheet.ts'
import { eachArticle, type DocumentSources, type DocumentTask } from './document-tools.ts'
import { articleTree, type TextNode } from './article-tree.ts'
import { addDays, type Period } from './report-period.ts'

/** What was published yesterday or in the last seven days, without the frame. */
export interface Digest {
  readonly period: string
  readonly groups: readonly { readonly title: string; readonly articles: readonly DigestEntry[] }[]
  readonly nothing: string
}

export interface DigestEntry {
  readonly title: string
  readonly line: string
  readonly lead: string
  readonly url: string
  readonly language: string
}

/** The days of a digest made at `now` (milliseconds): those before today. */
export function digestPeriod(period: 'day' | 'week', now: number): Period {
  const yesterday = addDays(localDayOf(now), -1)
  return { from: period === 'day' ? yesterday : addDays(yesterday, -6), to: yesterday }
}

/** Longest lead, in characters: three lines on paper. */
const MOST_LEAD = 260

/** Gathers the articles of the digest, own releases first. `fit` is false for plain text. */
export async function gatherDigest(
  order: OrderOf<'digest'>,
  sources: DocumentSources,
  { translate, fitter }: Pick<SheetTools, 'translate' | 'fitter'>,
  task: DocumentTask,
): Promise<Digest & { readonly articles: number }> {
  const period = digestPeriod(order.period, sources.now())
  const ids = await sources.findArticles({ query: order.query, filter: { ...order.filter, ...period }, sort: 'newest' })
  const entries = { own: [] as DigestEntry[], coverage: [] as DigestEntry[] }
  await eachArticle(sources, ids, task, (article) => {
    const date = article.published === null ? '' : formatDay(article.published, translate.language)
    entries[article.kind].push({
      title: fitter.fit(article.title),
      line: [fitter.fit(article.outlet), date].filter((part) => part !== '').join(' · '),
      lead: fitter.fit(leadOf(article)),
      url: /^https?:\/\/\S+$/i.test(article.url) ? article.url : '',
      language: article.language,
    })
  })
  // Both are whole, valid days.
  const [from, to] = [period.from as PartialDay, period.to as PartialDay]
  return {
    articles: ids.length,
    period:
      order.period === 'day'
        ? formatDay(to, translate.language)
        : `${formatDay(from, translate.language)} – ${formatDay(to, translate.language)}`,
    groups: [
      { title: translate('printed.ownNews'), articles: entries.own },
      { title: translate('printed.othersOnUs'), articles: entries.coverage },
    ].filter((group) => group.articles.length > 0),
    nothing: ids.length === 0 ? translate('printed.nothingFound') : '',
  }
}

/** The summary, else the first paragraph, cut at the end of a word. */
function leadOf(article: Article): string {
  const first = articleTree(article.body.slice(0, 4_000)).find((block) => block.kind === 'paragraph')
  const text = (article.summary || (first === undefined ? '' : wordsOf(first.content))).replace(/\s+/g, ' ').trim()
  if (text.length <= MOST_LEAD) return text
  return `${text.slice(0, text.lastIndexOf(' ', MOST_LEAD)).trimEnd()}…`
}

function wordsOf(content: readonly TextNode[]): string {
  return content.map((node) => ('text' in node ? node.text : 'content' in node ? wordsOf(node.content) : ' ')).join('')
}

/** The digest as plain text for a messenger. */
export function digestText(title: string, digest: Digest): string {
  const groups = digest.groups.map(({ title: heading, articles }) => {
    const entries = articles.map((entry) =>
      [`• ${entry.title}`, entry.line, entry.url].filter((line) => line !== '').join('\n'),
    )
    return [heading.toUpperCase(), ...entries].join('\n\n')
  })
  return [`${title}: ${digest.period}`, ...groups, digest.nothing].filter((part) => part !== '').join('\n\n')
}
