import { Unlink } from 'lucide-react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatDay, formatNumber } from '../../../core/model/locale.ts'
import type { StoryMember, StoryView } from '../../../core/model/story.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { langOf } from './member-text.ts'
import { MoreVersions } from './more-versions.tsx'
import { unlinkArticles } from './story-acts.ts'
import styles from './stories-screen.module.css'

/** One story: who was first, what followed when, and how much of the text each outlet took over. */
export function StoryPanel({ story }: { readonly story: string }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRequest('stories.read', { id: story }, { keepPrevious: true })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  return data === undefined ? null : (
    <>
      <h2 className={styles.storyTitle}>{data.title}</h2>
      <p className={styles.help}>{firstText(data, translate)}</p>
      <Chronology view={data} />
      <MoreVersions view={data} />
    </>
  )
}

function firstText({ firstPublisher, members }: StoryView, translate: Translate): string {
  const count = translate('stories.members', { count: members.length })
  if (members.every(({ lagDays }) => lagDays === null)) return `${count} · ${translate('stories.firstUnknown')}`
  const outlet = firstPublisher || translate('library.untitledOutlet')
  return `${count} · ${translate('stories.firstPublisher', { outlet })}`
}

/** A table that becomes a list of lines where it has no room; the roles keep it a table for screen readers. */
function Chronology({ view }: { readonly view: StoryView }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const takeOut = (ids: readonly ArticleId[], label: string): void =>
    runAct(() => unlinkArticles(context, ids, label), context)
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={translate('stories.chronology')}>
        <table className={styles.table} role="table">
          <caption className="visually-hidden">{translate('stories.chronology')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['outlet', 'date', 'title', 'role', 'lag', 'share'] as const).map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {translate(`stories.columns.${column}`)}
                </th>
              ))}
              <th scope="col" role="columnheader">
                <span className="visually-hidden">{translate('stories.takeOut')}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {view.members.map((member) => (
              <MemberRow
                key={member.article.id}
                member={member}
                onTakeOut={() => takeOut([member.article.id], translate('stories.takenOut'))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        onClick={() =>
          takeOut(
            view.members.map(({ article }) => article.id),
            translate('stories.dissolved'),
          )
        }
      >
        {translate('stories.dissolve')}
      </Button>
    </>
  )
}

interface MemberRowProps {
  readonly member: StoryMember
  readonly onTakeOut: () => void
}

function MemberRow({ member: { article, role, lagDays, share }, onTakeOut }: MemberRowProps) {
  const translate = useTranslate()
  const { language } = translate
  const { id, title, outlet, published } = article
  return (
    <tr role="row" data-own={article.kind === 'own' ? true : undefined}>
      <td role="cell">{outlet || translate('library.untitledOutlet')}</td>
      <td role="cell" className={styles.day}>
        {published === null ? translate('library.noDate') : formatDay(published, language)}
      </td>
      <td role="cell">
        <button
          type="button"
          className={styles.link}
          lang={langOf(article)}
          onClick={() => navigate({ screen: 'library', query: '', filter: NO_FILTER, article: id })}
        >
          {title}
        </button>
      </td>
      <td role="cell">{translate(`reader.roles.${role}`)}</td>
      <td role="cell">{lagText(lagDays, translate)}</td>
      <td role="cell" className={styles.number}>
        {share === null ? '' : `${formatNumber(share * 100, language)} %`}
      </td>
      <td role="cell">
        <IconButton label={translate('stories.takeOutOf', { title })} onClick={onTakeOut}>
          <Unlink size={14} />
        </IconButton>
      </td>
    </tr>
  )
}

function lagText(days: number | null, translate: Translate): string {
  if (days === null) return ''
  return days === 0 ? translate('reader.sameDay') : translate('reader.lag', { count: days })
}
