import { TextSearch } from 'lucide-react'
import type { IndexState } from '../../../core/contract/results.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { JobProgress } from './job-progress.tsx'
import { useJob } from './use-job.ts'

/** What a search can find now, what not yet, and why. */
export function indexText({ state, indexed, total }: IndexState, translate: Translate): string {
  if (state === 'failed') return translate('archive.indexFailed')
  if (state === 'building') {
    const number = (value: number): string => formatNumber(value, translate.language)
    return translate('archive.indexBuilding', { done: number(indexed), total: number(total) })
  }
  return indexed < total
    ? translate('archive.indexBehind', { count: total - indexed })
    : translate('archive.indexReady', { count: total })
}

/** State of the search index, and the way to make it anew. */
export function IndexCard({ index }: { readonly index: IndexState }) {
  const translate = useTranslate()
  const { connection, queryClient } = useCommandContext()
  const job = useJob('archive.reindexing')
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
