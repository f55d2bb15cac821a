import type { Article } from '../../model/article.ts'

/** One item of CSL-JSON, as far as articles fill it. */
export interface CslItem {
  readonly id: string
  readonly type: 'article-newspaper' | 'document'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly 'container-title'?: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly language?: string
  readonly URL?: string
  readonly abstract?: string
  readonly genre?: string
  readonly keyword?: string
}

/** An article as CSL-JSON. What is not known is left out. */
function cslItem(article: Article): CslItem {
  const own = article.kind === 'own'
  const keywords = [...article.tags.initiative, ...article.tags.partner, ...article.tags.topic].join(', ')
  return {
    id: article.id,
    type: own ? 'document' : 'article-newspaper',
    title: article.title,
    ...(article.authors.length > 0 ? { author: article.authors.map((literal) => ({ literal })) } : {}),
    ...(article.outlet === '' ? {} : { 'container-title': article.outlet }),
    ...(article.published === null ? {} : { issued: { 'date-parts': [article.published.split('-').map(Number)] } }),
    ...(article.language === 'other' ? {} : { language: article.language }),
    ...(article.url === '' ? {} : { URL: article.url }),
    ...(article.summary === '' ? {} : { abstract: article.summary }),
    ...(own ? { genre: 'Press release' } : {}),
    ...(keywords === '' ? {} : { keyword: keywords }),
  }
}

/** Articles as a CSL-JSON list. */
export function formatCsl(articles: readonly Article[]): string {
  return `${JSON.stringify(articles.map(cslItem), null, 2)}\n`
}
