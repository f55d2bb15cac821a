import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { useConnection } from '../../client/client.ts'
import { useTranslate } from '../../i18n.tsx'

interface AttachmentImageProps {
  readonly article: ArticleId
  readonly url: string
  readonly text: string
}

/** Name of the attachment that a picture of the text shows, or null for a picture from elsewhere. */
function attachmentName(url: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return null
  const name = url.split('/').at(-1)
  return name === undefined || name === '' ? null : decodeURIComponent(name)
}

/** A picture of the text, kept as attachment. Pictures from the network are not fetched: their text stands for them. */
export function AttachmentImage({ article, url, text }: AttachmentImageProps) {
  const translate = useTranslate()
  const { host } = useConnection()
  const name = attachmentName(url)
  const { data } = useQuery({
    queryKey: ['attachment', article, name],
    queryFn: () => host.readAttachment(article, name ?? ''),
    enabled: name !== null,
  })
  const source = useMemo(() => (data === undefined ? null : URL.createObjectURL(data)), [data])
  useEffect(() => () => (source === null ? undefined : URL.revokeObjectURL(source)), [source])
  if (source === null) return <em>{translate('library.imageMissing', { name: text || (name ?? url) })}</em>
  return <img src={source} alt={text} />
}
