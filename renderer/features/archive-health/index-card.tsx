import type { QueryClient } from '@tanstack/react-query'
import { TextSearch } from 'lucide-react'
import { useEffect } from 'react'
import type { IndexState } from '../../../core/contract/results.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { requestKey } from '../../data/query-client.ts'
import { useJob } from '../../data/use-job.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { JobProgress } from './job-progress.tsx'

/** What a search can find now, what not yet, and why. */
function indexText({ state, indexed, total }: IndexState, translate: Translate): string {
  if (state === 'failed') return translate('archive.indexFailed')
  if (state === 'building') {
    const number = (value: number): string => formatNumber(value, translate.language)
    return translate('archive.indexBuilding', { done: number(indexed), total: number(total) })
  }
  return indexed < total
    ? translate('archive.indexBehind', { count: total - indexed })
    : translate('archive.indexReady', { count: total })
}

const LOOK_AGAIN_MS = 1_000

/** Asks again while articles are waiting for the index: taking in a few of them is not announced. */
function useFreshState({ state, indexed, total }: IndexState, client: QueryClient): void {
  const waiting = state === 'ready' && indexed < total
  useEffect(() => {
    if (!waiting) return
    const look = (): void => void client.invalidateQueries({ queryKey: requestKey('workspace.status', {}) })
    look()
    const timer = setInterval(look, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, client])
}

/** State of the search index, and the way to make it anew. */
export function IndexCard({ index }: { readonly index: IndexState }) {
  const translate = useTranslate()
  const { connection, queryClient } = useCommandContext()
  const job = useJob('archive.reindexing')
  useFreshState(index, queryClient)
  const reindex = (): void => {
    void job.run(async (task) => {
      await connection.request('archive.reindex', { task })
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'workspace.status' })
      notify(translate('archive.reindexed'))
    })
  }
  return (
    <Card
      title={translate('archive.index')}
      icon={<TextSearch size={16} aria-hidden />}
      urgent={index.state === 'failed'}
    >
      <p>{indexText(index, translate)}</p>
      <JobProgress job={job} label="archive.reindexing" />
      <div className={styles.acts}>
        <Button disabled={job.task !== null} onClick={reindex}>
          {translate('archive.reindex')}
        </Button>
      </div>
    </Card>
  )
}
