import { Archive, FileWarning } from 'lucide-react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { formatBytes } from '../../../core/model/locale.ts'
import { commandById } from '../../commands/registry.ts'
import { runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { findingText } from '../../data/finding-text.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './archive-screen.module.css'
import { BackupCard } from './backup-card.tsx'
import { Card } from './card.tsx'
import { CheckCard } from './check-card.tsx'
import { useCheckStore } from './check-store.ts'
import { ConflictsCard } from './conflicts-card.tsx'
import { IndexCard } from './index-card.tsx'
import { KeptActsCard } from './kept-acts-card.tsx'
import { MissingCard } from './missing-card.tsx'
import { RestoreCard } from './restore-card.tsx'

/** Where the archive lies and how it is: contents, index, conflicts, check, backup. What needs the user stands first. */
export function ArchiveScreen() {
  const translate = useTranslate()
  const { data: status } = useRequest('workspace.status', {})
  const archive = status?.archive ?? null
  if (status === undefined || archive === null) return null
  return (
    <section className={page.page} aria-labelledby="archive-title" data-pane="list" tabIndex={-1}>
      <div className={page.content}>
        <h1 id="archive-title" className={page.title}>
          {translate('archive.title')}
        </h1>
        <MissingCard archive={archive} />
        <ConflictsCard />
        <UnreadableCard archive={archive} />
        <PlaceCard archive={archive} />
        <IndexCard index={archive.index} />
        <CheckCard archive={archive} />
        <KeptActsCard archive={archive} />
        <BackupCard archive={archive} proposedFolder={status.proposedFolder} />
        <RestoreCard proposedFolder={status.proposedFolder} />
      </div>
    </section>
  )
}

function PlaceCard({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const reveal = commandById('reveal-archive')
  const check = useCheckStore(({ last }) => (last?.archive === archive.id ? last : null))
  const contents = [
    translate('library.articles', { count: archive.articles }),
    ...(archive.doubtful > 0 ? [translate('archive.doubtful', { count: archive.doubtful })] : []),
    ...(archive.trashed > 0 ? [translate('archive.trashed', { count: archive.trashed })] : []),
  ]
  return (
    <Card title={translate('archive.place')} icon={<Archive size={16} aria-hidden />}>
      <dl className={page.facts}>
        <dt>{translate('archive.name')}</dt>
        <dd>{archive.name}</dd>
        <dt>{translate('archive.folder')}</dt>
        <dd>{archive.path}</dd>
        <dt>{translate('archive.contents')}</dt>
        <dd>{contents.join(' · ')}</dd>
        <dt>{translate('archive.size')}</dt>
        <dd>
          {check === null ? translate('archive.sizeUnknown') : formatBytes(check.report.bytes, translate.language)}
        </dd>
      </dl>
      <div className={styles.acts}>
        {reveal.when?.(context) === true ? (
          <Button onClick={() => runCommand(reveal, context)}>{translate(reveal.label)}</Button>
        ) : null}
        <Button onClick={() => runCommand(commandById('switch-archive'), context)}>
          {translate('shell.switchArchive')}
        </Button>
      </div>
    </Card>
  )
}

function UnreadableCard({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  if (archive.unreadable.length === 0) return null
  return (
    <Card title={translate('archive.unreadable')} icon={<FileWarning size={16} aria-hidden />} urgent>
      <p className={styles.help}>{translate('archive.unreadableHelp')}</p>
      <ul className={styles.files}>
        {archive.unreadable.map(({ file, reason, finding }) => (
          <li key={file}>
            <span className={styles.file}>{file}</span>
            <span className={styles.help}>{findingText(finding, reason, translate)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
