import { Cake, CalendarClock, CalendarHeart, Flag, Mountain } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { Silence, TimelineMoments } from '../../../core/model/moments.ts'
import { TAG_KINDS, tagName, type TagId, type TagKind } from '../../../core/model/tag.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { daysOf } from '../../../core/model/unit-range.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { ArticleLink } from './article-link.tsx'
import styles from './moments-panel.module.css'
import { NotesPanel } from './notes-panel.tsx'
import type { TimelineView } from './timeline-view.ts'
import { dayLabel, unitLabel } from './units.ts'
import { changeView } from './use-timeline.ts'
import { useToday } from './use-today.ts'

/** Shortest silences that can be asked for, in days. */
const LEAST_DAYS = ['14', '30', '60', '90', '180', '365'] as const
const USUAL_LEAST = '60'
/** Lines of a list before the rest is asked for. */
const FEW = 8

interface MomentsProps {
  readonly view: TimelineView
  readonly timeline: Timeline
}

/** What stands out: silences, this day in other years, anniversaries, first and last mentions, peaks, and the office's notes. */
export function MomentsPanel({ view, timeline }: MomentsProps) {
  const translate = useTranslate()
  const [least, setLeast] = useState<(typeof LEAST_DAYS)[number]>(USUAL_LEAST)
  const kind = TAG_KINDS.find((known) => known === view.lanes) ?? 'partner'
  const { query, filter } = useSearchArgument()
  const argument = { query, filter, kind, today: useToday(), leastDays: Number(least) }
  const { data } = useRequest('timeline.moments', argument, { keepPrevious: true })
  return (
    <div className={styles.panel}>
      <div className={styles.choices}>
        <Choice
          label={translate('timeline.silencesOf')}
          value={kind}
          choices={TAG_KINDS.map((value) => ({ value, label: translate(`timeline.laneFields.${value}`) }))}
          onChange={(lanes) => changeView({ lanes })}
        />
        <Choice
          label={translate('timeline.leastDays')}
          value={least}
          choices={LEAST_DAYS.map((value) => ({
            value,
            label: `${translate('timeline.leastDays')}: ${translate('timeline.days', { count: Number(value) })}`,
          }))}
          onChange={setLeast}
        />
      </div>
      <div className={styles.cards}>
        {data === undefined ? null : <MomentCards moments={data} kind={kind} leastDays={Number(least)} />}
        <Peaks timeline={timeline} />
        <NotesPanel />
      </div>
    </div>
  )
}

interface CardsProps {
  readonly moments: TimelineMoments
  readonly kind: TagKind
  readonly leastDays: number
}

function MomentCards({ moments, leastDays }: CardsProps) {
  const translate = useTranslate()
  const { silences, onThisDay, anniversaries, mentions } = moments
  return (
    <>
      <MomentList
        title={translate('timeline.silences')}
        icon={<CalendarClock size={16} aria-hidden />}
        empty={translate('timeline.silencesEmpty', { days: translate('timeline.days', { count: leastDays }) })}
        items={silences.map((silence) => (
          <SilenceLine key={`${silence.tag} ${silence.from}`} silence={silence} />
        ))}
      />
      <MomentList
        title={translate('timeline.mentions')}
        icon={<Flag size={16} aria-hidden />}
        empty={translate('timeline.mentionsEmpty')}
        items={mentions.map(({ tag, count, first, last }) => (
          <div key={tag} className={styles.line}>
            <TagName tag={tag} />
            <span className={styles.count}>{translate('library.articles', { count })}</span>
            <span className={styles.detail}>
              {translate('timeline.firstMention')}: <ArticleLink article={first} />
            </span>
            <span className={styles.detail}>
              {translate('timeline.lastMention')}: <ArticleLink article={last} />
            </span>
          </div>
        ))}
      />
      <MomentList
        title={translate('timeline.onThisDay')}
        icon={<CalendarHeart size={16} aria-hidden />}
        empty={translate('timeline.onThisDayEmpty')}
        items={onThisDay.map(({ article, years }) => (
          <div key={article.id} className={styles.line}>
            <span className={styles.count}>{translate('timeline.yearsAgo', { count: years })}</span>
            <span className={styles.detail}>
              <ArticleLink article={article} />
            </span>
          </div>
        ))}
      />
      <MomentList
        title={translate('timeline.anniversaries')}
        icon={<Cake size={16} aria-hidden />}
        empty={translate('timeline.anniversariesEmpty')}
        items={anniversaries.map(({ tag, day, years }) => (
          <div key={tag} className={styles.line}>
            <TagName tag={tag} />
            <span className={styles.detail}>
              {translate('timeline.anniversary', { count: years, day: dayLabel(day, translate) })}
            </span>
          </div>
        ))}
      />
    </>
  )
}

function SilenceLine({ silence: { tag, from, to, days, open } }: { readonly silence: Silence }) {
  const translate = useTranslate()
  const length = translate('timeline.days', { count: days })
  const words = { days: length, from: dayLabel(from, translate), to: dayLabel(to, translate) }
  return (
    <div className={styles.line}>
      <TagName tag={tag} />
      <span className={styles.detail}>{translate(open ? 'timeline.silenceOpen' : 'timeline.silence', words)}</span>
    </div>
  )
}

/** A tag by its name; a click narrows everything to it. */
function TagName({ tag }: { readonly tag: TagId }) {
  const { language } = useTranslate()
  const known = useTagsById().get(tag)
  const show = (): void => {
    const { filter } = currentRoute()
    if (!filter.tags.includes(tag)) navigate({ filter: { ...filter, tags: [...filter.tags, tag] } })
  }
  return (
    <button type="button" className={styles.tag} onClick={show}>
      {known === undefined ? null : <TagDot color={known.color} />}
      {known === undefined ? tag : tagName(known, language)}
    </button>
  )
}

function Peaks({ timeline }: Pick<MomentsProps, 'timeline'>) {
  const translate = useTranslate()
  const { query, filter } = useSearchArgument()
  const { grain } = timeline
  const { data } = useRequest('timeline.peaks', { query, filter, grain, limit: 10 }, { keepPrevious: true })
  if (data === undefined) return null
  return (
    <MomentList
      title={translate('timeline.peaks')}
      icon={<Mountain size={16} aria-hidden />}
      empty={translate('timeline.peaksEmpty')}
      items={data.map(({ start, count, usual, words, articles }) => {
        const unit = unitOfDay(dayNumber(start), grain)
        return (
          <div key={start} className={styles.line}>
            <button
              type="button"
              className={styles.tag}
              onClick={() => navigate({ filter: { ...currentRoute().filter, ...daysOf(unit, grain), undated: false } })}
            >
              {translate('timeline.peak', {
                period: unitLabel(unit, grain, translate),
                articles: translate('library.articles', { count }),
                usual: formatNumber(usual, translate.language, Number.isInteger(usual) ? 0 : 1),
              })}
            </button>
            {words.length === 0 ? null : (
              <span className={styles.detail}>
                {translate('timeline.peakWords', { words: words.map(({ word }) => word).join(', ') })}
              </span>
            )}
            {articles.slice(0, 1).map((article) => (
              <span key={article.id} className={styles.detail}>
                <ArticleLink article={article} />
              </span>
            ))}
          </div>
        )
      })}
    />
  )
}

interface MomentListProps {
  readonly title: string
  readonly icon: ReactNode
  readonly empty: string
  readonly items: readonly ReactNode[]
}

function MomentList({ title, icon, empty, items }: MomentListProps) {
  const translate = useTranslate()
  const [all, setAll] = useState(false)
  return (
    <section className={styles.card} aria-label={title}>
      <h2>
        {icon}
        {title}
      </h2>
      {items.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <ul>
        {(all ? items : items.slice(0, FEW)).map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
      {all || items.length <= FEW ? null : (
        <Button look="quiet" onClick={() => setAll(true)}>
          {translate('timeline.more', { n: formatNumber(items.length, translate.language) })}
        </Button>
      )}
    </section>
  )
}
