import styles from './tag-table.module.css'

interface TagTrendProps {
  /** Articles in equal parts of the archive's time; undefined while they are not known. */
  readonly parts: readonly number[] | undefined
  readonly color: string
}

const HEIGHT = 20

/** A small drawing of a tag's articles over time; the dates beside it say the same in words. */
export function TagTrend({ parts, color }: TagTrendProps) {
  if (parts === undefined) return <span className={styles.trend} />
  const most = Math.max(1, ...parts)
  const bars = parts.flatMap((count, place) => {
    if (count === 0) return []
    return [`M${place + 0.1} ${HEIGHT}v${(-Math.max(1.5, (count / most) * HEIGHT)).toFixed(1)}h0.8V${HEIGHT}z`]
  })
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${parts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ '--tag': color }}
      aria-hidden
    >
      <path d={bars.join('')} />
    </svg>
  )
}
