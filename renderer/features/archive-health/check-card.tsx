import { CircleCheck, Printer, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import {
  PROBLEM_KINDS,
  type ArchiveSummary,
  type ProblemKind,
  type VerifyReport,
} from '../../../core/contract/results.ts'
import { formatNumber, formatRelative } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useJob } from '../../data/use-job.ts'
import { findingText } from '../../data/finding-text.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import styles from './archive-screen.module.css'
import { Card } from './card.tsx'
import { CheckSheet } from './check-sheet.tsx'
import { OldVersions } from './old-versions.tsx'
import { noteCheck, useCheckStore } from './check-store.ts'
import { JobProgress } from './job-progress.tsx'

/** More lines of a kind than this stand only in the printed report. */
const MOST_SHOWN = 100
/** Problems that need no decision: the files are moved aside. */
const REPAIRED: ReadonlySet<ProblemKind> = new Set(['stray-file', 'extra-attachment'])

/** Reads the whole archive and tells what is wrong with it. */
export function CheckCard({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const job = useJob('archive.verifying')
  const last = useCheckStore((state) => (state.last?.archive === archive.id ? state.last : null))
  const check = async (): Promise<void> => {
    await job.run(async (task) => {
      const report = await context.connection.request('archive.verify', { task })
      noteCheck({ archive: archive.id, report, at: Date.now() })
    })
  }
  const repair = async (): Promise<void> => {
    const { leftovers, recovered } = await context.connection.request('archive.repair', {})
    notify(translate('archive.repaired', { count: leftovers + recovered.length }))
    await check()
  }
  const repairable = last?.report.problems.some(({ kind }) => REPAIRED.has(kind)) ?? false
  return (
    <Card
      title={translate('archive.verify')}
      icon={<ShieldCheck size={16} aria-hidden />}
      urgent={(last?.report.problems.length ?? 0) > 0}
    >
      <p className={styles.help}>{translate('archive.verifyHelp')}</p>
      {last === null ? null : <Findings report={last.report} at={last.at} />}
      <JobProgress job={job} label="archive.verifying" />
      <div className={styles.acts}>
        <Button disabled={job.task !== null} onClick={() => void check()}>
          {translate('archive.verifyRun')}
        </Button>
        {last === null ? null : (
          <Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>
            {translate('archive.print')}
          </Button>
        )}
        {repairable && archive.readOnly === null ? (
          <Button disabled={job.task !== null} onClick={() => runAct(repair, context)}>
            {translate('archive.repair')}
          </Button>
        ) : null}
      </div>
      {repairable ? <p className={styles.help}>{translate('archive.repairHelp')}</p> : null}
      {last === null ? null : <OldVersions archive={archive} old={last.report.oldHistory} onPruned={check} />}
      {last === null ? null : <CheckSheet archive={archive} check={last} />}
    </Card>
  )
}

function Findings({ report, at }: { readonly report: VerifyReport; readonly at: number }) {
  const translate = useTranslate()
  const [now] = useState(Date.now)
  const { problems } = report
  return (
    <>
      <p className={styles.verdict} data-good={problems.length === 0} role="status">
        {problems.length === 0 ? <CircleCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
        {problems.length === 0
          ? translate('archive.allWell')
          : translate('archive.problems', { count: problems.length })}
      </p>
      <p className={styles.help}>
        {[
          translate('library.articles', { count: report.articles }),
          translate('archive.attachments', { count: report.attachments }),
          translate('archive.verifiedAt', { when: formatRelative(at, Math.max(now, at), translate.language) }),
        ].join(' · ')}
      </p>
      {PROBLEM_KINDS.map((kind) => (
        <ProblemList key={kind} kind={kind} problems={problems.filter((problem) => problem.kind === kind)} />
      ))}
    </>
  )
}

interface ProblemListProps {
  readonly kind: ProblemKind
  readonly problems: VerifyReport['problems']
}

function ProblemList({ kind, problems }: ProblemListProps) {
  const translate = useTranslate()
  if (problems.length === 0) return null
  const number = (value: number): string => formatNumber(value, translate.language)
  return (
    <details className={styles.problems} open={problems.length <= 10}>
      <summary>
        {translate(`archive.kinds.${kind}`)}: {number(problems.length)}
      </summary>
      <ul className={styles.files}>
        {problems.slice(0, MOST_SHOWN).map(({ file, message, finding }) => (
          <li key={`${file} ${message}`}>
            <span className={styles.file}>{file}</span>
            <span className={styles.help}>{findingText(finding, message, translate)}</span>
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN ? (
        <p className={styles.help}>
          {translate('archive.notAllShown', { shown: number(MOST_SHOWN), total: number(problems.length) })}
        </p>
      ) : null}
    </details>
  )
}
