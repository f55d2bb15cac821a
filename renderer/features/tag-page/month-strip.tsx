import { formatMonth } from '../../../core/model/locale.ts'
import type { Silence } from '../../../core/model/moments.ts'
import type { TimelineBucket } from '../../../core/model/timeline.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './tag-page-screen.module.css'

interface MonthStripProps {
  readonly months: readonly TimelineBucket[]
  readonly silences: readonly Silence[]
  readonly color: string
}

const HEIGHT = 60

/** Articles by month with the silent periods shaded; the same numbers as a table for those who cannot see it. */
export function MonthStrip({ months, silences, color }: MonthStripProps) {
  const translate = useTranslate()
  const { language } = translate
  const first = months[0]?.start
  const last = months.at(-1)?.start
  if (first === undefined || last === undefined) return null
  const place = (day: string): number => monthNumber(day) - monthNumber(first)
  const units = place(last) + 1
  const most = Math.max(...months.map(({ count }) => count))
  const bars = months.map(({ start, count }) => {
    const height = Math.max(1.5, (count / most) * HEIGHT)
    return `M${(place(start) + 0.08).toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h0.84V${HEIGHT}z`
  })
  return (
    <figure className={styles.strip} style={{ '--tag': color }}>
      <svg viewBox={`0 0 ${units} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {silences
          .filter(({ open }) => !open)
          .map(({ from, to }) => (
            <rect key={from} x={place(from)} y={0} width={Math.max(0.3, place(to) - place(from))} height={HEIGHT} />
          ))}
        <path d={bars.join('')} />
      </svg>
      <figcaption aria-hidden>
        <span>{formatMonth(first.slice(0, 7), language)}</span>
        <span>{formatMonth(last.slice(0, 7), language)}</span>
      </figcaption>
      <table className="visually-hidden">
        <caption>{translate('tagPage.overTime')}</caption>
        <tbody>
          {months.map(({ start, count }) => (
            <tr key={start}>
              <th scope="row">{formatMonth(start.slice(0, 7), language)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
