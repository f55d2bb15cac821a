import { NO_FILTER, type ArticleFilter } from '../../../core/model/article-filter.ts'
import { commandById, COMMANDS } from '../../commands/registry.ts'
import { runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { isFilterEmpty, navigate, useRoute } from '../../state/route-store.ts'
import { filterParts } from './filter-parts.ts'

const FIRST_STEPS = ['import', 'add-article']

/** Why there is nothing in the list, and the next step: first articles, or fewer conditions. */
export function ListEmpty() {
  const translate = useTranslate()
  const { query, filter } = useRoute()
  const context = useCommandContext()
  if (query.trim() !== '' || !isFilterEmpty(filter)) return <NothingFound />
  const steps = FIRST_STEPS.filter((id) => COMMANDS.some((command) => command.id === id)).map(commandById)
  return (
    <EmptyState
      title={translate('library.emptyTitle')}
      actions={steps.map((command, place) => (
        <Button key={command.id} look={place === 0 ? 'primary' : 'normal'} onClick={() => runCommand(command, context)}>
          {translate(command.label)}
        </Button>
      ))}
    >
      {translate('library.emptyBody')}
    </EmptyState>
  )
}

function NothingFound() {
  const translate = useTranslate()
  const { query, filter } = useRoute()
  const parts = filterParts(filter, useTagsById(), translate)
  const narrowest = useNarrowest(parts.map((part) => part.without))
  const part = narrowest === null ? undefined : parts[narrowest]
  return (
    <EmptyState
      title={translate('library.noHitsTitle')}
      actions={
        part === undefined ? null : (
          <>
            <Button look="primary" onClick={() => navigate({ filter: part.without })}>
              {translate('library.noHitsRemove')}
            </Button>
            {parts.length > 1 ? (
              <Button onClick={() => navigate({ filter: NO_FILTER })}>{translate('library.clearFilters')}</Button>
            ) : null}
          </>
        )
      }
    >
      {part === undefined ? null : <p>{translate('library.noHitsNarrow', { name: part.label })}</p>}
      {query.trim() === '' ? null : <p>{translate('library.noHitsQuery')}</p>}
    </EmptyState>
  )
}

/** Place of the condition whose removal brings the most articles back; null where none does. */
function useNarrowest(filters: readonly ArticleFilter[]): number | null {
  const { query } = useRoute()
  const argument = (filter: ArticleFilter | undefined) => ({
    query,
    filter: filter ?? NO_FILTER,
    sort: 'newest' as const,
    offset: 0,
    limit: 0,
    facets: false,
    typing: false,
  })
  // At most three conditions are tried: more are rare, and removing all of them is offered as well.
  const totals = [
    useRequest('search.run', argument(filters[0]), { enabled: filters.length > 0 }).data?.total ?? 0,
    useRequest('search.run', argument(filters[1]), { enabled: filters.length > 1 }).data?.total ?? 0,
    useRequest('search.run', argument(filters[2]), { enabled: filters.length > 2 }).data?.total ?? 0,
  ].slice(0, filters.length)
  if (totals.length === 0) return null
  return totals.indexOf(Math.max(...totals))
}
