import type { SortOrder } from '../core/model/article-filter.ts'
import type { OptionSpec } from './command.ts'
import type { OptionValues } from './option-values.ts'

const SORTS = ['relevance', 'date', 'newest', 'oldest', 'title', 'outlet'] as const

/** `--sort`, where `date` means newest first. */
export const SORT_OPTION: OptionSpec = { type: 'string', placeholder: 'ORDER', about: 'cli.option.sort' }

/** The order asked for, if one was. @throws UsageError */
export function sortOrder(options: OptionValues): SortOrder | undefined {
  const sort = options.choice('sort', SORTS)
  return sort === 'date' ? 'newest' : sort
}
