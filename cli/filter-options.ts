import type { ArchiveClient } from '../core/contract/archive-api.ts'
import { NO_FILTER, type ArticleFilter } from '../core/model/article-filter.ts'
import { ARTICLE_KINDS } from '../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../core/model/language.ts'
import type { OptionSpec } from './command.ts'
import { findTag, parseTag, type WrittenTag } from './find-tag.ts'
import type { OptionValues } from './option-values.ts'
import { UsageError } from './usage-error.ts'

const LANGUAGE_OPTION: OptionSpec = {
  type: 'string',
  multiple: true,
  placeholder: 'L',
  about: 'cli.option.language',
}

/** The name of `--language` in commands where that says something else. */
export const ARTICLE_LANGUAGE: Readonly<Record<'article-language', OptionSpec>> = {
  'article-language': LANGUAGE_OPTION,
}

/** Filters of every command that works on a set of articles, except the language, whose name some commands need. */
export const FILTER_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  from: { type: 'string', placeholder: 'DATE', about: 'cli.option.from' },
  to: { type: 'string', placeholder: 'DATE', about: 'cli.option.to' },
  kind: { type: 'string', multiple: true, placeholder: 'KIND', about: 'cli.option.kind' },
  outlet: { type: 'string', multiple: true, placeholder: 'NAME', about: 'cli.option.outlet' },
  tag: { type: 'string', multiple: true, placeholder: 'KIND:NAME', about: 'cli.option.tag' },
}

/** The same with `--language` as a filter. */
export const FILTER_OPTIONS_WITH_LANGUAGE: Readonly<Record<string, OptionSpec>> = {
  ...FILTER_OPTIONS,
  language: LANGUAGE_OPTION,
}

/** A filter as written: complete but for the ids of its tags. */
export interface WrittenFilter {
  readonly filter: ArticleFilter
  readonly tags: readonly WrittenTag[]
}

/** Reads the filter that the options state, before any archive is opened. @throws UsageError */
export function parseFilter(options: OptionValues, languageOption = 'language'): WrittenFilter {
  const filter = {
    ...NO_FILTER,
    from: options.day('from', 'first'),
    to: options.day('to', 'last'),
    languages: options.choices(languageOption, ARTICLE_LANGUAGES),
    kinds: options.choices('kind', ARTICLE_KINDS),
    outlets: options.all('outlet'),
  }
  return { filter, tags: options.all('tag').map(parseTag) }
}

/** A search as written that asks for something: words, or a filter. @throws UsageError where it asks for nothing. */
export function parseSearch(
  options: OptionValues,
  words: readonly string[],
): WrittenFilter & { readonly query: string } {
  const query = words.join(' ').trim()
  const written = parseFilter(options, 'article-language')
  const { from, to, languages, kinds, outlets } = written.filter
  const isEmpty =
    from === null && to === null && [languages, kinds, outlets, written.tags].every((list) => list.length === 0)
  if (query === '' && isEmpty) throw new UsageError('cli.wrong.missing', { name: 'QUERY' })
  return { ...written, query }
}

/** The filter with the ids of its tags. @throws AppError `not-found` for a tag that the archive does not have. */
export async function resolveFilter({ filter, tags }: WrittenFilter, client: ArchiveClient): Promise<ArticleFilter> {
  if (tags.length === 0) return filter
  const known = await client('tags.list', {})
  return { ...filter, tags: tags.map((tag) => findTag(known, tag).id) }
}
