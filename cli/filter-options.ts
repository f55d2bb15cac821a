import type { ArchiveClient } from '../core/contract/archive-api.ts'
import type { ArticleFilter } from '../core/model/article-filter.ts'
import { ARTICLE_KINDS } from '../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../core/model/language.ts'
import type { OptionSpec } from './command.ts'
import { findTag, parseTag } from './find-tag.ts'
import type { OptionValues } from './option-values.ts'

const LANGUAGE_OPTION: OptionSpec = {
  type: 'string',
  multiple: true,
  placeholder: 'L',
  about: 'cli.option.language',
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

/**
 * The filter that the options state.
 *
 * @throws UsageError for values that do not fit, AppError `not-found` for a tag that the archive does not have.
 */
export async function readFilter(
  options: OptionValues,
  client: ArchiveClient,
  languageOption = 'language',
): Promise<ArticleFilter> {
  const wanted = options.all('tag').map(parseTag)
  const known = wanted.length > 0 ? await client('tags.list', {}) : []
  return {
    from: options.day('from', 'first'),
    to: options.day('to', 'last'),
    languages: options.choices(languageOption, ARTICLE_LANGUAGES),
    kinds: options.choices('kind', ARTICLE_KINDS),
    outlets: options.all('outlet'),
    tags: wanted.map((tag) => findTag(known, tag).id),
    doubtful: false,
    ids: null,
    undated: false,
  }
}
