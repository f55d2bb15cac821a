import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './splitter.module.css'

interface SplitterProps {
  readonly label: string
  /** Width of the pane before the splitter, in CSS pixels, with its limits. */
  readonly value: number
  readonly limits: { readonly least: number; readonly most: number; readonly initial: number }
  readonly onChange: (width: number) => void
}

const KEY_STEP = 16

/** The edge between two panes: moved by dragging, by arrow keys, and put back by a double click. */
export function Splitter({ label, value, limits, onChange }: SplitterProps) {
  const startDrag = (event: PointerEvent<HTMLDivElement>): void => {
    const origin = event.clientX
    const edge = event.currentTarget
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent): void => onChange(value + moved.clientX - origin)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true })
  }
  const moveByKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key]
    if (step !== undefined) onChange(value + step)
    else if (event.key === 'Home') onChange(limits.least)
    else if (event.key === 'End') onChange(limits.most)
    else return
    event.preventDefault()
  }
  return (
    <div
      className={styles.splitter}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value)}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      onPointerDown={startDrag}
      onDoubleClick={() => onChange(limits.initial)}
      onKeyDown={moveByKey}
    />
  )
}
