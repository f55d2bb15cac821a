import { formatDay, formatNumber } from '../../../core/model/locale.ts'
import type { StoryMember } from '../../../core/model/story.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { Button } from '../../components/button.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import styles from './story-block.module.css'

interface StoryBlockProps {
  readonly story: string
  /** The article in the reader, which is not listed again. */
  readonly article: ArticleId
}

/** The same news in other languages and outlets: what it is, how much later, and how much of the text it took over. */
export function StoryBlock({ story, article }: StoryBlockProps) {
  const translate = useTranslate()
  const { data } = useRequest('stories.read', { id: story })
  const others = data?.members.filter((member) => member.article.id !== article) ?? []
  if (others.length === 0) return null
  return (
    <section className={styles.story}>
      <h2>{translate('reader.story')}</h2>
      <Button look="quiet" onClick={() => navigate({ screen: 'stories', options: { story } })}>
        {translate('stories.open')}
      </Button>
      <ul>
        {others.map((member) => (
          <li key={member.article.id}>
            <button type="button" onClick={() => navigate({ article: member.article.id })}>
              <span
                className={styles.title}
                lang={member.article.language === 'other' ? undefined : member.article.language}
              >
                {member.article.title}
              </span>
              <span className={styles.about}>{aboutText(member, translate)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function aboutText({ article, role, lagDays, share }: StoryMember, translate: Translate): string {
  const { language } = translate
  const parts = [
    article.outlet || translate('library.untitledOutlet'),
    article.published === null ? translate('library.noDate') : formatDay(article.published, language),
    translate(`reader.roles.${role}`),
  ]
  if (lagDays === 0) parts.push(translate('reader.sameDay'))
  else if (lagDays !== null) parts.push(translate('reader.lag', { count: lagDays }))
  if (share !== null) parts.push(translate('reader.share', { percent: formatNumber(share * 100, language) }))
  return parts.join(' · ')
}
