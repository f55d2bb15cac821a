import { Unplug } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useJob } from '../../data/use-job.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { JobProgress } from './job-progress.tsx'

/** Asks what happened where many articles are gone from the folder. Nothing is forgotten before the user says so. */
export function MissingCard({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const { connection, queryClient } = useCommandContext()
  const job = useJob('shell.rescan')
  const [asked, setAsked] = useState(false)
  if (archive.readOnly !== 'offline') return null
  const look = (name: 'archive.rescan' | 'archive.acceptMissing'): void => {
    setAsked(false)
    void job.run(async (task) => {
      await connection.request(name, { task })
      await queryClient.invalidateQueries()
    })
  }
  return (
    <Card title={translate('archive.missing')} icon={<Unplug size={16} aria-hidden />} urgent>
      <p>{translate('archive.missingHelp')}</p>
      <JobProgress job={job} label="shell.rescan" />
      {asked ? <p role="alert">{translate('archive.acceptWarning')}</p> : null}
      <div className={styles.acts}>
        <Button disabled={job.task !== null} onClick={() => look('archive.rescan')}>
          {translate('archive.lookAgain')}
        </Button>
        {asked ? (
          <Button look="danger" onClick={() => look('archive.acceptMissing')}>
            {translate('archive.acceptConfirm')}
          </Button>
        ) : (
          <Button disabled={job.task !== null} onClick={() => setAsked(true)}>
            {translate('archive.acceptMissing')}
          </Button>
        )}
      </div>
    </Card>
  )
}
