import { useEffect, useRef } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleFields } from '../../../core/model/article.ts'
import { useConnection } from '../../client/client.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import { fieldsOf, sendable, type FormValues } from './check-fields.ts'

const PAUSE_MS = 2_000

/** What can be done with the draft of an article by hand. */
export interface Drafts {
  readonly keep: (fields: ArticleFields, version: string) => Promise<void>
  readonly discard: () => void
}

/** Keeps what is being typed every two seconds, and at once when the editor is left by another way. */
export function useDrafts(id: ArticleId | null, values: FormValues, version: string, isChanged: boolean): Drafts {
  const { request } = useConnection()
  const translate = useTranslate()
  const warned = useRef(false)
  const pending = useRef<(() => void) | null>(null)
  const keep = async (fields: ArticleFields, base: string): Promise<void> => {
    await request('drafts.save', { article: id, version: base, fields: sendable(fields) })
  }
  useEffect(() => {
    pending.current = null
    if (!isChanged) return
    const send = (): void => {
      pending.current = null
      const draft = { article: id, version, fields: sendable(fieldsOf(values)) }
      request('drafts.save', draft).catch(() => {
        if (!warned.current) notify(translate('editor.draftNotKept'), { tone: 'error' })
        warned.current = true
      })
    }
    pending.current = send
    const timer = setTimeout(send, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [id, values, version, isChanged, request, translate])
  useEffect(() => () => pending.current?.(), [])
  return {
    keep,
    discard: () => {
      pending.current = null
      request('drafts.discard', { article: id }).catch(() => undefined)
    },
  }
}
