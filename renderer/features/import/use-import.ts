import { useState } from 'react'
import type { ImportReport } from '../../../core/model/import-report.ts'
import type { ArticleKind } from '../../../core/model/article.ts'
import { useConnection } from '../../client/client.ts'
import { startTask } from '../../state/task-store.ts'

/** What holds for all sources of a run. */
export interface ImportChoice {
  readonly kind: ArticleKind
  readonly outlet: string
}

/** The import that runs from this screen, and how the last one ended. */
export interface ImportRunState {
  /** Task id of the running import, or null. */
  readonly task: string | null
  readonly report: ImportReport | null
  readonly error: unknown
  readonly importFiles: (files: readonly File[], choice: ImportChoice) => Promise<void>
  readonly importText: (text: string, choice: ImportChoice) => Promise<boolean>
  readonly show: (report: ImportReport) => void
  readonly cancel: () => void
}

/** Runs imports one at a time. */
export function useImport(): ImportRunState {
  const { request, host } = useConnection()
  const [task, setTask] = useState<string | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [error, setError] = useState<unknown>(null)

  const run = async (work: (task: string) => Promise<ImportReport>): Promise<boolean> => {
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
    }
  }

  return {
    task,
    report,
    error,
    importFiles: async (files, choice) => {
      await run(async (id) => request('import.run', { sources: await host.stageFiles(files), ...choice, task: id }))
    },
    importText: (text, choice) => run(() => request('import.text', { text, ...choice })),
    show: setReport,
    cancel: () => {
      if (task !== null) void request('tasks.cancel', { task })
    },
  }
}
