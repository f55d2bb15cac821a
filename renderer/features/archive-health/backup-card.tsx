import { DatabaseBackup, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveSummary, BackupReport } from '../../../core/contract/results.ts'
import { formatBytes, formatRelative, localDayOf } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { TextField } from '../../components/text-field.tsx'
import { requestKey } from '../../data/query-client.ts'
import { useJob } from '../../data/use-job.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { suggestedFolder } from '../first-run/suggested-folder.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { JobProgress } from './job-progress.tsx'

const OLD_AFTER_MS = 30 * 24 * 60 * 60_000

interface BackupCardProps {
  readonly archive: ArchiveSummary
  readonly proposedFolder: string
}

/** The last backup, a reminder when it is old, and the way to a new one. */
export function BackupCard({ archive, proposedFolder }: BackupCardProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { request, host } = context.connection
  const job = useJob('archive.backingUp')
  const [now] = useState(Date.now)
  const [typed, setTyped] = useState<string | null>(null)
  const [report, setReport] = useState<BackupReport | null>(null)
  const { data: last } = useRequest('archive.lastBackup', {})
  const fileName = `${archive.name} ${localDayOf(now)}.zip`
  const file = typed ?? suggestedFolder(proposedFolder, fileName)
  const backUp = (): void => {
    void job.run(async (task) => {
      setReport(null)
      setReport(await request('archive.backup', { file: file.trim(), task }))
      await context.queryClient.invalidateQueries({ queryKey: requestKey('archive.lastBackup', {}) })
    })
  }
  const choose = async (): Promise<void> => {
    const folder = await host.pickFolder()
    if (folder !== null) setTyped(suggestedFolder(folder, fileName))
  }
  return (
    <Card title={translate('archive.backup')} icon={<DatabaseBackup size={16} aria-hidden />}>
      {last === undefined ? null : <LastBackup at={last} now={now} />}
      <p className={styles.help}>{translate('archive.backupHelp')}</p>
      <div className={styles.field}>
        <TextField
          label={translate('archive.backupFile')}
          help={translate('archive.backupFileHelp')}
          value={file}
          onChange={setTyped}
        />
        {host.capabilities.pickFolder ? (
          <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => runAct(choose, context)}>
            {translate('archive.chooseFolder')}
          </Button>
        ) : null}
      </div>
      <JobProgress job={job} label="archive.backingUp" />
      {report === null ? null : <Written report={report} />}
      <div className={styles.acts}>
        <Button disabled={job.task !== null || file.trim() === ''} onClick={backUp}>
          {translate('archive.backupRun')}
        </Button>
      </div>
      <p className={styles.help}>
        {translate('archive.restoreHelp')} <code>press-archive restore FILE.zip --to DIR</code>
      </p>
    </Card>
  )
}

function LastBackup({ at, now }: { readonly at: string | null; readonly now: number }) {
  const translate = useTranslate()
  if (at === null) return <p className={styles.reminder}>{translate('archive.noBackup')}</p>
  const time = Date.parse(at)
  return (
    <>
      <p>{translate('archive.lastBackup', { when: formatRelative(time, Math.max(now, time), translate.language) })}</p>
      {now - time > OLD_AFTER_MS ? <p className={styles.reminder}>{translate('archive.backupOld')}</p> : null}
    </>
  )
}

function Written({ report }: { readonly report: BackupReport }) {
  const translate = useTranslate()
  return (
    <div role="status">
      <p className={styles.verdict} data-good>
        {translate('archive.backedUp')}
      </p>
      <dl className={page.facts}>
        <dt>{translate('archive.backupFile')}</dt>
        <dd>{report.path}</dd>
        <dt>{translate('archive.contents')}</dt>
        <dd>
          {translate('library.articles', { count: report.articles })} · {formatBytes(report.bytes, translate.language)}
        </dd>
        <dt>{translate('archive.checksum')}</dt>
        <dd>
          <code>{report.checksum}</code>
        </dd>
      </dl>
    </div>
  )
}
