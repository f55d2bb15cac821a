import { useQuery } from '@tanstack/react-query'
import type { DraftSummary } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleFields } from '../../../core/model/article.ts'
import { NO_TAGS } from '../../../core/model/tag.ts'
import { useConnection } from '../../client/client.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import { ArticleForm } from './article-form.tsx'
import { lastPlaceOf } from './last-place.ts'

/** A new article, or the one of the route, to be edited; with what was typed last time and not saved. */
export function EditorScreen() {
  const { article } = useRoute()
  const { request } = useConnection()
  // Asked anew each time the editor opens: drafts change without events.
  const drafts = useQuery({
    queryKey: ['drafts of the editor', article],
    queryFn: () => request('drafts.list', {}),
    staleTime: 0,
    gcTime: 0,
  })
  if (drafts.error !== null) return <ErrorPanel error={drafts.error} onRetry={() => void drafts.refetch()} />
  if (drafts.data === undefined) return null
  const draft = drafts.data.find((candidate) => candidate.article === article) ?? null
  if (article === null) return <NewArticle draft={draft} />
  return <ExistingArticle key={article} id={article} draft={draft} />
}

function NewArticle({ draft }: { readonly draft: DraftSummary | null }) {
  const { language } = useTranslate()
  // Outlet and date are carried over when several articles are added in a row.
  const { outlet, published, kind } = lastPlaceOf(sessionStorage)
  const fields: ArticleFields = {
    title: '',
    subtitle: '',
    published,
    outlet,
    authors: [],
    kind,
    language,
    url: '',
    tags: NO_TAGS,
    summary: '',
    notes: '',
    story: '',
    body: '',
  }
  return <ArticleForm id={null} start={fields} version="" draft={draft} />
}

interface ExistingArticleProps {
  readonly id: ArticleId
  readonly draft: DraftSummary | null
}

function ExistingArticle({ id, draft }: ExistingArticleProps) {
  const { data, error, refetch } = useRequest('articles.read', { id })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  return data === undefined ? null : <ArticleForm id={id} start={data} version={data.version} draft={draft} />
}
