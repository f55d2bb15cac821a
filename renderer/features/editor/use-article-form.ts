import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError, isAppError } from '../../../core/contract/app-error.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Article, ArticleFields } from '../../../core/model/article.ts'
import { useConnection } from '../../client/client.ts'
import { requestKey } from '../../data/query-client.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import { fieldsOf, formValuesOf, wrongFields, type FieldName, type FormValues } from './check-fields.ts'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import { keepLastPlace } from './last-place.ts'

const DRAFT_PAUSE_MS = 2_000

/** Why the last attempt to save did not succeed. The text stays in the form in every case. */
export type SaveProblem =
  | { readonly kind: 'fields'; readonly fields: readonly FieldName[] }
  | { readonly kind: 'conflict'; readonly theirs: Article }
  | { readonly kind: 'body-lost' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The state of the form and what can be done with it. */
export interface ArticleFormState {
  readonly values: FormValues
  readonly change: (part: Partial<FormValues>) => void
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly problem: SaveProblem | null
  /** True where the form began from a draft that was not saved. */
  readonly isRestored: boolean
  /** Goes back to what is stored. Returns the function that brings the text back as a draft. */
  readonly discardDraft: () => () => void
  /** Returns the saved article, or null where it was not saved. */
  readonly save: (options?: { readonly force?: boolean; readonly over?: Article }) => Promise<Article | null>
  /** Takes over the version of others in place of the own text. */
  readonly takeTheirs: (theirs: Article) => void
}

interface FormStart {
  readonly id: ArticleId | null
  readonly start: ArticleFields
  readonly version: string
}

/** Holds an article while it is edited: drafts every two seconds, checks before saving, keeps the text whatever fails. */
export function useArticleForm({ id, start, version }: FormStart): ArticleFormState {
  const { language } = useTranslate()
  const [draft] = useState(() => readDraft(localStorage, id))
  const [values, setValues] = useState(() => formValuesOf(draft?.fields ?? start, language))
  const [base, setBase] = useState(draft?.version ?? version)
  const [isChanged, setChanged] = useState(draft !== null)
  const [isRestored, setRestored] = useState(draft !== null)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<SaveProblem | null>(null)
  const send = useSaveRequest(id)
  useDraft(id, values, base, isChanged)

  const change = useCallback((part: Partial<FormValues>): void => {
    setValues((current) => ({ ...current, ...part }))
    setChanged(true)
  }, [])
  const settle = (article: ArticleFields, newBase: string): void => {
    dropDraft(localStorage, id)
    setValues(formValuesOf(article, language))
    setBase(newBase)
    setChanged(false)
    setRestored(false)
    setProblem(null)
  }
  const save: ArticleFormState['save'] = async ({ force = false, over } = {}) => {
    const fields = wrongFields(values)
    if (fields.length > 0) {
      setProblem({ kind: 'fields', fields })
      return null
    }
    setSaving(true)
    try {
      const article = await send(fieldsOf(values), over?.version ?? base, force)
      settle(article, article.version)
      return article
    } catch (error) {
      setProblem(await send.explain(error))
      return null
    } finally {
      setSaving(false)
    }
  }
  return {
    values,
    change,
    isChanged,
    isSaving,
    problem,
    isRestored,
    discardDraft: () => {
      const dropped = { fields: fieldsOf(values), version: base }
      settle(start, version)
      return () => void keepDraft(localStorage, id, dropped)
    },
    save,
    takeTheirs: (theirs) => settle(theirs, theirs.version),
  }
}

interface SaveRequest {
  (fields: ArticleFields, version: string, force: boolean): Promise<Article>
  readonly explain: (error: unknown) => Promise<SaveProblem>
}

function useSaveRequest(id: ArticleId | null): SaveRequest {
  const { request } = useConnection()
  const client = useQueryClient()
  const send = async (fields: ArticleFields, version: string, force: boolean): Promise<Article> => {
    const sent = { ...fields, authors: [...fields.authors], tags: mutableTags(fields.tags) }
    const { article } =
      id === null
        ? await request('articles.create', { fields: sent })
        : await request('articles.save', { id, version, fields: sent, force })
    if (id === null) keepLastPlace(sessionStorage, article)
    client.setQueryData(requestKey('articles.read', { id: article.id }), article)
    return article
  }
  const explain = async (error: unknown): Promise<SaveProblem> => {
    if (isAppError(error, 'body-lost')) return { kind: 'body-lost' }
    if (isAppError(error, 'version-conflict') && id !== null) {
      return { kind: 'conflict', theirs: await request('articles.read', { id }) }
    }
    return { kind: 'failed', error: error instanceof AppError ? error : new AppError('internal', String(error)) }
  }
  return Object.assign(send, { explain })
}

/** The contract's schema names plain arrays; the model's are readonly. */
function mutableTags(tags: ArticleFields['tags']) {
  return { initiative: [...tags.initiative], partner: [...tags.partner], topic: [...tags.topic] }
}

function useDraft(id: ArticleId | null, values: FormValues, version: string, isChanged: boolean): void {
  const translate = useTranslate()
  const warned = useRef(false)
  const pending = useRef<Draft | null>(null)
  useEffect(() => {
    if (!isChanged) {
      pending.current = null
      return
    }
    const draft = { fields: fieldsOf(values), version }
    pending.current = draft
    const timer = setTimeout(() => {
      pending.current = null
      if (keepDraft(localStorage, id, draft) || warned.current) return
      warned.current = true
      notify(translate('editor.draftNotKept'), { tone: 'error' })
    }, DRAFT_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [id, values, version, isChanged, translate])
  useEffect(
    () => () => {
      // Whoever leaves the editor by another way finds the text again.
      if (pending.current !== null) keepDraft(localStorage, id, pending.current)
    },
    [id],
  )
}
