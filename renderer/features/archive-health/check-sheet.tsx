import { createPortal } from 'react-dom'
import { PROBLEM_KINDS, type ArchiveSummary } from '../../../core/contract/results.ts'
import { formatBytes, formatDay, localDayOf } from '../../../core/model/locale.ts'
import { findingText } from '../../data/finding-text.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './check-sheet.module.css'
import type { CheckResult } from './check-store.ts'

interface CheckSheetProps {
  readonly archive: ArchiveSummary
  readonly check: CheckResult
}

/** The report of a check on paper, with a line to sign. It is not seen on the screen and takes the page when printing. */
export function CheckSheet({ archive, check: { report, at } }: CheckSheetProps) {
  const translate = useTranslate()
  const { language } = translate
  const { problems } = report
  return createPortal(
    <div className={styles.sheet} data-print-sheet aria-hidden>
      <h1>{translate('archive.report')}</h1>
      <dl>
        <dt>{translate('archive.name')}</dt>
        <dd>{archive.name}</dd>
        <dt>{translate('archive.folder')}</dt>
        <dd>{archive.path}</dd>
        <dt>{translate('archive.checkedOn')}</dt>
        <dd>{formatDay(localDayOf(at), language)}</dd>
        <dt>{translate('archive.contents')}</dt>
        <dd>
          {[
            translate('library.articles', { count: report.articles }),
            translate('archive.attachments', { count: report.attachments }),
            formatBytes(report.bytes, language),
          ].join(' · ')}
        </dd>
      </dl>
      <p className={styles.verdict}>
        {problems.length === 0
          ? translate('archive.allWell')
          : translate('archive.problems', { count: problems.length })}
      </p>
      {PROBLEM_KINDS.filter((kind) => problems.some((problem) => problem.kind === kind)).map((kind) => (
        <section key={kind}>
          <h2>{translate(`archive.kinds.${kind}`)}</h2>
          <ul>
            {problems
              .filter((problem) => problem.kind === kind)
              .map(({ file, message, finding }) => (
                <li key={`${file} ${message}`}>
                  {file}: {findingText(finding, message, translate)}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className={styles.signature}>{translate('archive.signature')}</p>
    </div>,
    document.body,
  )
}
