import { formatNumber } from '../../../core/model/locale.ts'
import { segmentColors } from '../../../core/model/segment-color.ts'
import type { StackField, StackSegment } from '../../../core/model/timeline.ts'
import { segmentLabel } from '../../../core/translate/lane-label.ts'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
import styles from './timeline-screen.module.css'

/** What the colours of the divided bars mean, with the articles of each. */
export function StackKey({ stack, field }: { readonly stack: readonly StackSegment[]; readonly field: StackField }) {
  const translate = useTranslate()
  const colors = segmentColors(stack)
  return (
    <ul className={styles.key} aria-label={translate(`timeline.stackFields.${field}`)}>
      {stack.map((segment, place) => (
        <li key={`${segment.role} ${segment.id}`}>
          <TagDot color={colors[place] ?? ''} />
          {segmentLabel(segment, field, translate)}
          <span>{formatNumber(segment.total, translate.language)}</span>
        </li>
      ))}
    </ul>
  )
}
