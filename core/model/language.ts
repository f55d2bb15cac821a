/** The three languages of the archive and of the interface. */
export const LANGUAGES = ['en', 'ru', 'kk'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language of an article: one of the three, or `other` where it is none of them or not known. */
export type ArticleLanguage = Language | 'other'
export const ARTICLE_LANGUAGES = [...LANGUAGES, 'other'] as const

/** A text in up to three languages; at least one is there. */
export type Names = { readonly [L in Language]?: string }
