import { X } from 'lucide-react'
import { formatDay, formatNumber } from '../../../core/model/locale.ts'
import { TAG_KINDS, tagName, type TagId } from '../../../core/model/tag.ts'
import type { ComparedTag, TagComparison } from '../../../core/model/timeline.ts'
import { countsOf, unitsOf, type UnitRange } from '../../../core/model/unit-range.ts'
import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { classNames } from '../../components/class-names.ts'
import { IconButton } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { useTagList, useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import styles from './comparison.module.css'
import figures from './figures-table.module.css'
import { Axis } from './density-chart.tsx'
import { MOST_COMPARED, type TimelineView } from './timeline-view.ts'
import { dayLabel, periodLabel, unitLabel, widened } from './units.ts'
import { changeView } from './use-timeline.ts'
import { useToday } from './use-today.ts'

const HEIGHT = 60

/** Partners, initiatives or topics side by side: the same time, the same scale, and the figures of each. */
export function Comparison({ view }: { readonly view: TimelineView }) {
  const translate = useTranslate()
  const { query, filter } = useSearchArgument()
  const { compared, grain } = view
  const argument = { query, filter, grain, tags: [...compared], today: useToday() }
  const { data, error, refetch } = useRequest('timeline.compare', argument, {
    keepPrevious: true,
    enabled: compared.length > 0,
  })
  return (
    <section className={styles.panel} aria-labelledby="comparison-title">
      <h2 id="comparison-title">{translate('timeline.compareTitle')}</h2>
      <Chosen compared={compared} />
      {error === null ? null : <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {compared.length === 0 ? (
        <EmptyState title={translate('timeline.compareEmptyTitle')}>
          {translate('timeline.compareEmptyBody')}
        </EmptyState>
      ) : data === undefined ? null : (
        <>
          <Charts comparison={data} />
          <Figures comparison={data} />
        </>
      )}
    </section>
  )
}

function Chosen({ compared }: { readonly compared: readonly TagId[] }) {
  const translate = useTranslate()
  const { language } = translate
  const tags = useTagsById()
  const free = useTagList().filter(({ id }) => !compared.includes(id))
  const isFull = compared.length >= MOST_COMPARED
  const nameOf = (id: TagId): string => {
    const tag = tags.get(id)
    return tag === undefined ? id : tagName(tag, language)
  }
  return (
    <div className={styles.chosen}>
      {compared.map((id) => (
        <span key={id} className={styles.one}>
          <TagDot color={tags.get(id)?.color ?? ''} />
          {nameOf(id)}
          <IconButton
            label={translate('timeline.compareRemove', { tag: nameOf(id) })}
            onClick={() => changeView({ compared: compared.filter((other) => other !== id) })}
          >
            <X size={13} aria-hidden />
          </IconButton>
        </span>
      ))}
      {isFull ? (
        <span className={styles.full}>{translate('timeline.compareFull')}</span>
      ) : (
        <Choice<TagId | ''>
          label={translate('timeline.compareAdd')}
          value=""
          choices={[
            { value: '', label: translate('timeline.compareAdd') },
            ...TAG_KINDS.toSorted((one) => (one === 'partner' ? -1 : 0)).flatMap((kind) =>
              free.filter((tag) => tag.kind === kind).map((tag) => ({ value: tag.id, label: tagName(tag, language) })),
            ),
          ]}
          onChange={(id) => {
            const tag = free.find((other) => other.id === id)
            if (tag !== undefined) changeView({ compared: [...compared, tag.id] })
          }}
        />
      )}
    </div>
  )
}

function Charts({ comparison: { grain, span, tags } }: { readonly comparison: TagComparison }) {
  const { filter } = useRoute()
  if (span === null) return null
  const days = { from: filter.from ?? span.from, to: filter.to ?? span.to }
  const range = widened(unitsOf(days, grain))
  const most = Math.max(1, ...tags.flatMap(({ lane }) => lane.buckets.map(({ count }) => count)))
  return (
    <div className={styles.charts}>
      {tags.map((tag) => (
        <Chart key={tag.lane.id} tag={tag} range={range} most={most} />
      ))}
      <span />
      <Axis range={range} />
    </div>
  )
}

interface ChartProps {
  readonly tag: ComparedTag
  readonly range: UnitRange
  /** The highest count of any of the tags: all are drawn to one scale. */
  readonly most: number
}

function Chart({ tag: { lane }, range, most }: ChartProps) {
  const { language } = useTranslate()
  const { first, last, grain } = range
  const path = [...countsOf(lane.buckets, grain)]
    .filter(([unit]) => unit >= first && unit <= last)
    .map(([unit, count]) => {
      const height = Math.max(1.5, (count / most) * HEIGHT).toFixed(2)
      return `M${(unit - first + 0.08).toFixed(2)} ${HEIGHT}v-${height}h0.84V${HEIGHT}z`
    })
    .join('')
  return (
    <>
      <span className={styles.name}>
        <TagDot color={lane.color ?? ''} />
        {lane.label}
        <span>{formatNumber(lane.total, language)}</span>
      </span>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${last - first + 1} ${HEIGHT}`}
        preserveAspectRatio="none"
        style={lane.color === null ? undefined : { '--tag': lane.color }}
        aria-hidden
      >
        <path d={path} />
      </svg>
    </>
  )
}

/** The figures of each as a table, which is also what a screen reader reads instead of the bars. */
function Figures({ comparison }: { readonly comparison: TagComparison }) {
  const translate = useTranslate()
  const { tags, together } = comparison
  const number = (value: number): string => formatNumber(value, translate.language)
  const rows = [
    ['total', tags.map(({ lane }) => number(lane.total))],
    ['own', tags.map(({ own }) => number(own))],
    ['coverage', tags.map(({ coverage }) => number(coverage))],
    ['first', tags.map(({ lane }) => (lane.first === null ? '–' : formatDay(lane.first, translate.language)))],
    ['last', tags.map(({ lane }) => (lane.last === null ? '–' : formatDay(lane.last, translate.language)))],
    ['silence', tags.map((tag) => silenceText(tag, translate))],
    ['peak', tags.map((tag) => peakText(tag, comparison, translate))],
  ] as const
  return (
    <div className={figures.scroll} tabIndex={0} role="group" aria-label={translate('timeline.compareTitle')}>
      <table className={classNames(figures.table, styles.table)}>
        <thead>
          <tr>
            <td />
            {tags.map(({ lane }) => (
              <th key={lane.id} scope="col">
                {lane.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, cells]) => (
            <tr key={key}>
              <th scope="row">{translate(`timeline.compareRows.${key}`)}</th>
              {cells.map((cell, place) => (
                <td key={tags[place]?.lane.id}>{cell}</td>
              ))}
            </tr>
          ))}
          {tags.length < 2
            ? null
            : tags.map(({ lane }, row) => (
                <tr key={lane.id}>
                  <th scope="row">{translate('timeline.compareRows.together', { tag: lane.label })}</th>
                  {tags.map((other, column) => (
                    <td key={other.lane.id}>{row === column ? '–' : number(together[row]?.[column] ?? 0)}</td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}

function silenceText({ silence }: ComparedTag, translate: Translate): string {
  if (silence === null) return '–'
  const { from, to, days, open } = silence
  const length = translate('timeline.days', { count: days })
  return open
    ? translate('timeline.silenceOpen', { days: length, from: dayLabel(from, translate) })
    : `${length}: ${periodLabel(from, to, translate)}`
}

function peakText({ peak }: ComparedTag, { grain }: TagComparison, translate: Translate): string {
  if (peak === null) return '–'
  const period = unitLabel(unitOfDay(dayNumber(peak.start), grain), grain, translate)
  return translate('timeline.unit', { count: peak.count, period })
}
