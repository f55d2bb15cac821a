import type { Article } from '../../model/article.ts'

const LINE_END = '\r\n'

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** `yyyy/MM/dd/`, as far as the date is known. */
function risDate(published: string): string {
  const [year = '', month = '', day = ''] = published.split('-')
  return `${year}/${month}/${day}/`
}

/**
 * Articles in RIS, which reference managers import: coverage as newspaper articles, own releases as generic records
 * that say so.
 */
export function formatRis(articles: readonly Article[]): string {
  return articles.map(risRecord).join(LINE_END)
}

function risRecord(article: Article): string {
  const own = article.kind === 'own'
  const fields: readonly (readonly [string, string])[] = [
    ['TY', own ? 'GEN' : 'NEWS'],
    ['ID', article.id],
    ['TI', article.title],
    ...article.authors.map((author) => ['AU', author] as const),
    ['T2', article.outlet],
    ['PY', article.published?.slice(0, 4) ?? ''],
    ['DA', article.published === null ? '' : risDate(article.published)],
    ['LA', article.language === 'other' ? '' : article.language],
    ['M3', own ? 'Press release' : ''],
    ['UR', article.url],
    ['AB', article.summary],
    ...[...article.tags.initiative, ...article.tags.partner, ...article.tags.topic].map((tag) => ['KW', tag] as const),
  ]
  const lines = fields.filter(([, value]) => oneLine(value) !== '').map(([tag, value]) => `${tag}  - ${oneLine(value)}`)
  return [...lines, 'ER  - ', ''].join(LINE_END)
}
