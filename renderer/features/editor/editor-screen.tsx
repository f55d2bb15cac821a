import { useRequest } from '../../data/use-request.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRoute } from '../../state/route-store.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleFields } from '../../../core/model/article.ts'
import { NO_TAGS } from '../../../core/model/tag.ts'
import { useTranslate } from '../../i18n.tsx'
import { ArticleForm } from './article-form.tsx'
import { lastPlaceOf } from './last-place.ts'

/** A new article, or the one of the route, to be edited. */
export function EditorScreen() {
  const { article } = useRoute()
  return article === null ? <NewArticle /> : <ExistingArticle key={article} id={article} />
}

function NewArticle() {
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
  return <ArticleForm id={null} start={fields} version="" />
}

function ExistingArticle({ id }: { readonly id: ArticleId }) {
  const { data, error, refetch } = useRequest('articles.read', { id })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  return data === undefined ? null : <ArticleForm id={id} start={data} version={data.version} />
}
