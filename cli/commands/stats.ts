import { NO_FILTER } from '../../core/model/article-filter.ts'
import { formatNumber } from '../../core/model/locale.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-code.ts'

/** `stats`: figures of the archive and the state of its index. */
export const statsCommand: Command = {
  name: 'stats',
  about: 'cli.about.stats',
  usage: ['stats'],
  options: {},
  operands: { least: 0, most: 0, names: [] },
  run: async ({ open, print, translate, language }) => {
    const client = await open()
    const everything = {
      query: '',
      filter: NO_FILTER,
      sort: 'newest',
      offset: 0,
      limit: 0,
      facets: true,
      typing: false,
    } as const
    const { facets } = await client('search.run', everything)
    const summary = await client('archive.summary', {})
    print.result({ ...summary, facets }, () => {
      const number = (value: number): string => formatNumber(value, language)
      return [
        `${summary.name}  ${summary.path}`,
        translate('cli.done.found', { count: summary.articles }),
        ...(facets?.years ?? []).map(({ value, count }) => `  ${value}  ${number(count)}`),
        ...(facets?.languages ?? []).map(
          ({ value, count }) => `  ${translate(`shell.languages.${value}`)}  ${number(count)}`,
        ),
        ...(facets?.kinds ?? []).map(({ value, count }) => `  ${translate(`shell.kinds.${value}`)}  ${number(count)}`),
        translate('cli.done.undated', { n: number(facets?.undated ?? 0) }),
        translate('cli.done.trashed', { n: number(summary.trashed) }),
        translate('cli.done.doubtful', { n: number(summary.doubtful) }),
        translate('cli.done.unreadable', { n: number(summary.unreadable.length) }),
        translate('cli.done.indexed', { indexed: number(summary.index.indexed), total: number(summary.index.total) }),
      ]
    })
    return EXIT.done
  },
}
