import { EyeOff, Pin, PinOff } from 'lucide-react'
import { formatNumber } from '../../../core/model/locale.ts'
import type { TimelineLane } from '../../../core/model/timeline.ts'
import { IconButton } from '../../components/button.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
import { hideLane, togglePin } from './lane-acts.ts'
import styles from './lane-chart.module.css'
import type { TimelineView } from './timeline-view.ts'

interface LaneNameProps {
  readonly lane: TimelineLane
  readonly view: TimelineView
  readonly name: string
}

/** Name and count of a lane, and what can be done with it. The keys P and H on the lane do the same. */
export function LaneName({ lane, view, name }: LaneNameProps) {
  const translate = useTranslate()
  const isPinned = view.pinned.includes(lane.id)
  return (
    <span className={styles.name} title={name}>
      {lane.color === null ? null : <TagDot color={lane.color} />}
      <span className={styles.nameText}>{name}</span>
      {lane.id === '' ? null : (
        <span className={styles.acts} data-pinned={isPinned}>
          <IconButton
            label={translate(isPinned ? 'timeline.unpin' : 'timeline.pin', { lane: name })}
            aria-pressed={isPinned}
            tabIndex={-1}
            onClick={() => togglePin(view, lane.id)}
          >
            {isPinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
          </IconButton>
          <IconButton
            label={translate('timeline.hide', { lane: name })}
            tabIndex={-1}
            onClick={() => hideLane(view, lane.id)}
          >
            <EyeOff size={13} aria-hidden />
          </IconButton>
        </span>
      )}
      <span className={styles.total}>{formatNumber(lane.total, translate.language)}</span>
    </span>
  )
}
