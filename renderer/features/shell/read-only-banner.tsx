import { Lock } from 'lucide-react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './read-only-banner.module.css'

/** Why nothing can be saved now. */
export function ReadOnlyBanner({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  if (archive.readOnly === null) return null
  const reason = archive.readOnly === 'newer-format' ? 'newerFormat' : archive.readOnly
  return (
    <div className={styles.banner} role="status">
      <Lock size={14} aria-hidden />
      {translate(`shell.readOnly.${reason}`)}
    </div>
  )
}
