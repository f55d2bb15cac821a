import type { Article, ArticleSummary } from '../../model/article.ts'

/** The catalog's line of an article. */
export function summaryOf(article: Article): ArticleSummary {
  const { id, title, subtitle, published, outlet, authors, kind, language, tags, story, created, updated, version } =
    article
  return {
    id,
    title,
    subtitle,
    published,
    outlet,
    authors,
    kind,
    language,
    tags,
    story,
    attachmentCount: article.attachments.length,
    doubts: article.imported?.doubts ?? [],
    created,
    updated,
    version,
  }
}
