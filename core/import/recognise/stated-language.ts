import { ARTICLE_LANGUAGES, type ArticleLanguage } from '../../model/language.ts'

/** True for the languages of the archive as they are written in its own files. */
export function isArticleLanguage(text: string | undefined): text is ArticleLanguage {
  return text !== undefined && (ARTICLE_LANGUAGES as readonly string[]).includes(text)
}

const NAMES: ReadonlyMap<string, ArticleLanguage> = new Map([
  ['english', 'en'],
  ['eng', 'en'],
  ['английский', 'en'],
  ['ағылшын', 'en'],
  ['russian', 'ru'],
  ['rus', 'ru'],
  ['русский', 'ru'],
  ['орыс', 'ru'],
  ['kazakh', 'kk'],
  ['kaz', 'kk'],
  ['kz', 'kk'],
  ['казахский', 'kk'],
  ['қазақ', 'kk'],
  ['қазақша', 'kk'],
])

/** The language that a source names by code or word (`ru-RU`, `kaz`, `Kazakh`), or undefined where it is none of ours. */
export function languageOfName(name: string): ArticleLanguage | undefined {
  const lower = name.trim().toLowerCase()
  const code = lower.split(/[-_]/)[0] ?? ''
  return isArticleLanguage(code) ? code : (NAMES.get(lower) ?? NAMES.get(code))
}
