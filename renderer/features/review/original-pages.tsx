import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { useConnection } from '../../client/client.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import styles from './review-screen.module.css'

interface OriginalPagesProps {
  readonly id: ArticleId
  /** Name of the original. */
  readonly name: string
}

/** The pages of an original as they were printed, one at a time. */
export function OriginalPages({ id, name }: OriginalPagesProps) {
  const translate = useTranslate()
  const [page, setPage] = useState(1)
  const { data, error } = usePage(id, page)
  const [pages, setPages] = useState(1)
  if (data !== undefined && data.view.pages !== pages) setPages(data.view.pages)
  const number = (value: number): string => formatNumber(value, translate.language)
  return (
    <div className={styles.pages} role="group" aria-label={translate('review.pages')}>
      <div className={styles.turn}>
        <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {translate('review.pagePrevious')}
        </Button>
        <span role="status">{translate('review.page', { page: number(page), pages: number(pages) })}</span>
        <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
          {translate('review.pageNext')}
        </Button>
      </div>
      {error !== null ? <p role="alert">{translate('review.pageNone')}</p> : null}
      {data === undefined ? (
        error === null && <p>{translate('review.pageDrawing')}</p>
      ) : (
        <PagePicture
          blob={data.blob}
          width={data.view.width}
          height={data.view.height}
          text={translate('review.pageOf', { page: number(page), name })}
        />
      )}
    </div>
  )
}

function usePage(id: ArticleId, page: number) {
  const { request, host } = useConnection()
  return useQuery({
    queryKey: ['review-page', id, page],
    queryFn: async () => {
      const view = await request('review.page', { id, page })
      return { view, blob: await host.readDocument(view.document) }
    },
    // An original never changes, and one that cannot be drawn cannot be drawn a second time.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

interface PagePictureProps {
  readonly blob: Blob
  readonly width: number
  readonly height: number
  readonly text: string
}

function PagePicture({ blob, width, height, text }: PagePictureProps) {
  const source = useMemo(() => URL.createObjectURL(blob), [blob])
  useEffect(() => () => URL.revokeObjectURL(source), [source])
  return <img className={styles.page} src={source} alt={text} width={width} height={height} />
}
