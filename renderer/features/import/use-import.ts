import { useEffect, useState } from 'react'
import type { ArticleKind } from '../../../core/model/article.ts'
import type { Charset } from '../../../core/model/charset.ts'
import type { ImportQuestions, ImportReport } from '../../../core/model/import-report.ts'
import { useConnection } from '../../client/client.ts'
import { startTask } from '../../state/task-store.ts'
import { followRunning } from './follow-running.ts'

/** What holds for all sources of a run. */
export interface ImportChoice {
  readonly kind: ArticleKind
  readonly outlet: string
}

/** Sources that wait for the user's answers. */
export interface WaitingImport {
  readonly sources: readonly string[]
  readonly choice: ImportChoice
  readonly questions: ImportQuestions
}

/** The import that runs from this screen, and how the last one ended. */
export interface ImportRunState {
  /** Task id of the running import, or null. */
  readonly task: string | null
  readonly paused: boolean
  readonly report: ImportReport | null
  readonly error: unknown
  /** Sources about which something must be decided first, or null. */
  readonly waiting: WaitingImport | null
  readonly importFiles: (files: readonly File[], choice: ImportChoice) => Promise<void>
  /** Imports the waiting sources. `charset`: for texts that do not show their own, or null for each as found. */
  readonly answer: (charset: Charset | null) => Promise<void>
  /** Lets the waiting sources be. */
  readonly decline: () => Promise<void>
  readonly importText: (text: string, html: string, choice: ImportChoice) => Promise<boolean>
  /** Imports what is left of a run. */
  readonly goOn: (batch: string) => Promise<void>
  readonly show: (report: ImportReport | null) => void
  readonly pause: (paused: boolean) => void
  readonly cancel: () => void
}

/** Runs imports one at a time. */
export function useImport(): ImportRunState {
  const { request, host } = useConnection()
  const [task, setTask] = useState<string | null>(null)
  const [paused, setPaused] = useState(false)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [waiting, setWaiting] = useState<WaitingImport | null>(null)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    const left = new AbortController()
    void followRunning(request, left.signal, {
      onFound: (found) => {
        setTask(found.task)
        setPaused(found.paused)
      },
      onEnd: (ended) => {
        setTask(null)
        setPaused(false)
        setReport(ended)
      },
    }).catch(setError)
    return () => left.abort()
  }, [request])

  const run = async (work: (task: string) => Promise<ImportReport | null>): Promise<boolean> => {
    const started = startTask('import.running')
    setTask(started.id)
    setError(null)
    try {
      setReport(await work(started.id))
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      started.end()
      setTask(null)
      setPaused(false)
    }
  }

  return {
    task,
    paused,
    report,
    error,
    waiting,
    importFiles: async (files, choice) => {
      await run(async (id) => {
        const sources = await host.stageFiles(files)
        const questions = await request('import.inspect', { sources, outlet: choice.outlet })
        if (questions.charsets.length + questions.tables.length > 0) {
          setWaiting({ sources, choice, questions })
          return null
        }
        return request('import.run', { sources, ...choice, task: id })
      })
    },
    answer: async (charset) => {
      if (waiting === null) return
      setWaiting(null)
      await run((id) => request('import.run', { sources: waiting.sources, ...waiting.choice, charset, task: id }))
    },
    decline: async () => {
      setWaiting(null)
      if (waiting !== null) await request('import.discard', { sources: waiting.sources })
    },
    importText: (text, html, choice) => run(() => request('import.text', { text, html, ...choice })),
    goOn: async (batch) => {
      await run((id) => request('import.continue', { batch, task: id }))
    },
    show: setReport,
    pause: (next) => {
      void request('import.pause', { paused: next }).then(setPaused)
    },
    cancel: () => {
      if (task !== null) void request('tasks.cancel', { task })
    },
  }
}
