import { EyeOff, Funnel, Pin, PinOff } from 'lucide-react'
import { memo } from 'react'
import { formatNumber } from '../../../core/model/locale.ts'
import type { TimelineLane } from '../../../core/model/timeline.ts'
import { IconButton } from '../../components/button.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
import { hideLane, togglePin } from './lane-acts.ts'
import styles from './lane-chart.module.css'
import type { TimelineView } from './timeline-view.ts'

interface LaneNameProps {
  readonly id: TimelineLane['id']
  readonly color: TimelineLane['color']
  readonly total: number
  readonly view: TimelineView
  readonly name: string
  readonly onFilter: (lane: string) => void
}

/** Name and count of a lane, and what can be done with it. The keys P, H and F on the lane do the same. */
export const LaneName = memo(function LaneName({ id, color, total, view, name, onFilter }: LaneNameProps) {
  const translate = useTranslate()
  const isPinned = view.pinned.includes(id)
  return (
    <span className={styles.name} title={name}>
      {color === null ? null : <TagDot color={color} />}
      <span className={styles.nameText}>{name}</span>
      {id === '' ? null : (
        <span className={styles.acts} data-pinned={isPinned}>
          <IconButton
            label={translate(isPinned ? 'timeline.unpin' : 'timeline.pin', { lane: name })}
            aria-pressed={isPinned}
            tabIndex={-1}
            onClick={() => togglePin(view, id)}
          >
            {isPinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
          </IconButton>
          <IconButton
            label={translate('timeline.hide', { lane: name })}
            tabIndex={-1}
            onClick={() => hideLane(view, id)}
          >
            <EyeOff size={13} aria-hidden />
          </IconButton>
          <IconButton label={translate('timeline.onlyLane', { lane: name })} tabIndex={-1} onClick={() => onFilter(id)}>
            <Funnel size={13} aria-hidden />
          </IconButton>
        </span>
      )}
      <span className={styles.total}>{formatNumber(total, translate.language)}</span>
    </span>
  )
})
