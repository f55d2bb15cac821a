import { ArchiveRestore, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useJob } from '../../data/use-job.ts'
import { useTranslate } from '../../i18n.tsx'
import { suggestedFolder } from '../first-run/suggested-folder.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { JobProgress } from './job-progress.tsx'

/** A new archive made of a backup, in a folder of its own. */
export function RestoreCard({ proposedFolder }: { readonly proposedFolder: string }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { request, host } = context.connection
  const job = useJob('archive.restoring')
  const [file, setFile] = useState('')
  const [folder, setFolder] = useState('')
  const isReady = file.trim() !== '' && folder.trim() !== ''
  const restore = (): void => {
    void job.run(async (task) => {
      await request('workspace.restore', { file: file.trim(), folder: folder.trim(), task })
      await context.queryClient.invalidateQueries()
    })
  }
  const choose = async (): Promise<void> => {
    const parent = await host.pickFolder()
    if (parent !== null) setFolder(suggestedFolder(parent, translate('archive.restoreFolder')))
  }
  return (
    <Card title={translate('archive.restore')} icon={<ArchiveRestore size={16} aria-hidden />}>
      <p className={styles.help}>{translate('archive.restoreAbout')}</p>
      <TextField
        label={translate('archive.restoreFile')}
        help={suggestedFolder(proposedFolder, 'archive.zip')}
        value={file}
        onChange={setFile}
      />
      <div className={styles.field}>
        <TextField label={translate('archive.restoreFolder')} value={folder} onChange={setFolder} />
        {host.capabilities.pickFolder ? (
          <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => runAct(choose, context)}>
            {translate('archive.chooseFolder')}
          </Button>
        ) : null}
      </div>
      <JobProgress job={job} label="archive.restoring" />
      <div className={styles.acts}>
        <Button disabled={job.task !== null || !isReady} onClick={restore}>
          {translate('archive.restoreRun')}
        </Button>
      </div>
    </Card>
  )
}
