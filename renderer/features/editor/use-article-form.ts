import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { AppError, isAppError } from '../../../core/contract/app-error.ts'
import type { ArticleConflict, DraftSummary } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Article, ArticleFields } from '../../../core/model/article.ts'
import { useConnection } from '../../client/client.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { requestKey } from '../../data/query-client.ts'
import { useTranslate } from '../../i18n.tsx'
import { fieldsOf, formValuesOf, sendable, wrongFields, type FieldName, type FormValues } from './check-fields.ts'
import { keepLastPlace } from './last-place.ts'
import { useDrafts } from './use-drafts.ts'

/** Why the last attempt to save did not succeed. The text stays in the form in every case. */
export type SaveProblem =
  | { readonly kind: 'fields'; readonly fields: readonly FieldName[] }
  | { readonly kind: 'conflict'; readonly theirs: Article; readonly found: ArticleConflict | null }
  | { readonly kind: 'body-lost' }
  | { readonly kind: 'failed'; readonly error: unknown }

type Conflict = Extract<SaveProblem, { kind: 'conflict' }>

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
  readonly discardDraft: () => () => Promise<void>
  /** Returns the saved article, or null where it was not saved. */
  readonly save: (options?: { readonly force?: boolean }) => Promise<Article | null>
  /** Ends a conflict with the own text or with the one in the archive; the other goes to the history. */
  readonly resolve: (conflict: Conflict, keep: 'mine' | 'theirs') => Promise<void>
}

/** What the form begins from. */
export interface FormStart {
  readonly id: ArticleId | null
  readonly start: ArticleFields
  readonly version: string
  /** What was being typed last time and was not saved, or null. */
  readonly draft: DraftSummary | null
}

/** Holds an article while it is edited: drafts every two seconds, checks before saving, keeps the text whatever fails. */
export function useArticleForm({ id, start, version, draft }: FormStart): ArticleFormState {
  const translate = useTranslate()
  const { language } = translate
  const [values, setValues] = useState(() => formValuesOf(draft?.fields ?? start, language))
  const [base, setBase] = useState(draft?.version ?? version)
  const [isChanged, setChanged] = useState(draft !== null)
  const [isRestored, setRestored] = useState(draft !== null)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<SaveProblem | null>(null)
  const server = useSaveRequests(id)
  const drafts = useDrafts(id, values, base, isChanged)

  const change = useCallback((part: Partial<FormValues>): void => {
    setValues((current) => ({ ...current, ...part }))
    setChanged(true)
  }, [])
  const settle = (article: ArticleFields, newBase: string): void => {
    drafts.discard()
    setValues(formValuesOf(article, language))
    setBase(newBase)
    setChanged(false)
    setRestored(false)
    setProblem(null)
  }
  const attempt = async (act: () => Promise<Article>): Promise<Article | null> => {
    setSaving(true)
    try {
      const article = await act()
      settle(article, article.version)
      offerUndo({ translate }, translate('editor.saved'), server.undo)
      return article
    } catch (error) {
      setProblem(await server.explain(error))
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
      const dropped = fieldsOf(values)
      settle(start, version)
      return () => drafts.keep(dropped, base)
    },
    save: async ({ force = false } = {}) => {
      const fields = wrongFields(values)
      if (fields.length === 0) return attempt(() => server.save(fieldsOf(values), base, force))
      setProblem({ kind: 'fields', fields })
      return null
    },
    resolve: async (conflict, keep) => {
      const chosen = keep === 'mine' ? fieldsOf(values) : conflict.theirs
      await attempt(() => server.resolve(conflict, chosen))
    },
  }
}

interface SaveRequests {
  readonly save: (fields: ArticleFields, version: string, force: boolean) => Promise<Article>
  readonly resolve: (conflict: Conflict, fields: ArticleFields) => Promise<Article>
  readonly explain: (error: unknown) => Promise<SaveProblem>
  readonly undo: () => Promise<void>
}

function useSaveRequests(id: ArticleId | null): SaveRequests {
  const { request } = useConnection()
  const client = useQueryClient()
  const show = (article: Article): Article => {
    client.setQueryData(requestKey('articles.read', { id: article.id }), article)
    return article
  }
  const save = async (given: ArticleFields, version: string, force: boolean): Promise<Article> => {
    const fields = sendable(given)
    if (id !== null) return show((await request('articles.save', { id, version, fields, force })).article)
    const { article } = await request('articles.create', { fields })
    keepLastPlace(sessionStorage, article)
    return show(article)
  }
  return {
    save,
    resolve: async ({ theirs, found }, fields) => {
      if (found === null) return save(fields, theirs.version, false)
      const seen = found.versions.map(({ article }) => article.version)
      const { article } = await request('articles.resolveConflict', { id: theirs.id, seen, fields: sendable(fields) })
      return show(article)
    },
    explain: async (error) => {
      if (isAppError(error, 'body-lost')) return { kind: 'body-lost' }
      if (!isAppError(error, 'version-conflict') || id === null) return { kind: 'failed', error: asAppError(error) }
      const [theirs, conflicts] = await Promise.all([
        request('articles.read', { id }),
        request('articles.conflicts', {}),
      ])
      return { kind: 'conflict', theirs, found: conflicts.find((conflict) => conflict.id === id) ?? null }
    },
    undo: async () => {
      await request('acts.undo', {})
    },
  }
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', String(error))
}
