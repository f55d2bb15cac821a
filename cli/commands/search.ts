import type { SearchHit, SearchPage, Snippet } from '../../core/model/search-result.ts'
import { formatDay } from '../../core/model/locale.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { FILTER_OPTIONS_WITH_LANGUAGE, parseFilter, resolveFilter } from '../filter-options.ts'
import { SORT_OPTION, sortOrder } from '../sort-option.ts'

const USUAL_LIMIT = 20

/** `search`: articles that match a query and filters. */
export const searchCommand: Command = {
  name: 'search',
  about: 'cli.about.search',
  usage: [
    'search QUERY [--from D] [--to D] [--language L] [--kind K] [--outlet O] [--tag KIND:NAME]... [--sort relevance|date] [--limit N] [--offset N]',
  ],
  options: {
    ...FILTER_OPTIONS_WITH_LANGUAGE,
    sort: SORT_OPTION,
    limit: { type: 'string', placeholder: 'N', about: 'cli.option.limit' },
    offset: { type: 'string', placeholder: 'N', about: 'cli.option.offset' },
  },
  operands: { least: 0, most: Infinity, names: ['QUERY'] },
  takesQuery: true,
  run: async (context) => {
    const { options, operands } = context
    const sort = sortOrder(options) ?? 'relevance'
    const limit = options.whole('limit', 0, 1_000) ?? USUAL_LIMIT
    const offset = options.whole('offset', 0, 100_000_000) ?? 0
    const written = parseFilter(options)
    const client = await context.open()
    const page = await client('search.run', {
      query: operands.join(' '),
      filter: await resolveFilter(written, client),
      sort,
      offset,
      limit,
      facets: true,
      typing: false,
    })
    printPage(context, page)
    return EXIT.done
  },
}

function printPage({ print, translate, language }: CommandContext, page: SearchPage): void {
  const { total, tookMs, hits, facets, notices } = page
  print.result({ total, tookMs, hits: hits.map(hitAsJson), facets, notices }, () => [
    ...hits.flatMap((hit) => {
      const { id, title, published, outlet } = hit.article
      const day = published === null ? translate('shell.unknown') : formatDay(published, language)
      const head = [id.slice(0, 10), day, title, outlet].filter((text) => text !== '').join('  ')
      return [head, ...hit.snippets.filter(({ field }) => field === 'text').map(markedLine)]
    }),
    translate('cli.done.found', { count: total }),
  ])
}

function hitAsJson({ article, score, snippets, why }: SearchHit): object {
  const { id, title, published, language, outlet, kind, tags } = article
  return {
    id,
    title,
    publishedOn: published,
    language,
    outlet,
    kind,
    tags,
    score,
    snippets: snippets.map(({ text, ranges }) => ({ text, ranges })),
    why,
  }
}

/** A snippet on one line, its hits in angle brackets. */
function markedLine({ text, ranges }: Snippet): string {
  let marked = ''
  let end = 0
  for (const [from, to] of ranges) {
    marked += `${text.slice(end, from)}‹${text.slice(from, to)}›`
    end = to
  }
  return `    ${(marked + text.slice(end)).replace(/\s+/g, ' ')}`
}
