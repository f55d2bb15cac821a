import type { Article } from '../../../core/model/article.ts'
import { formatDay, formatNumber } from '../../../core/model/locale.ts'
import type { SimilarView } from '../../../core/model/review-sheet.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { Markdown } from '../reader/markdown.tsx'
import { keepBoth, linkAsStory, trashDuplicate } from './review-acts.ts'
import styles from './review-screen.module.css'

interface SimilarTextsProps {
  readonly article: Article
  readonly similar: readonly SimilarView[]
}

/** Articles with nearly the same text, side by side with the one under review. */
export function SimilarTexts({ article, similar }: SimilarTextsProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  if (similar.length === 0) return null
  return (
    <section aria-label={translate('review.similar')}>
      {similar.map((view) => (
        <div key={view.id} className={styles.pair}>
          <h3>
            {translate('review.similar')}: {translate(`review.${view.how}`)} ·{' '}
            {translate('review.share', { share: formatNumber(Math.round(view.share * 100), translate.language) })}
          </h3>
          <p className={styles.acts}>
            <Button onClick={() => runAct(() => keepBoth(context, article.id, view.id), context)}>
              {translate('review.notDuplicate')}
            </Button>
            <Button look="danger" onClick={() => runAct(() => trashDuplicate(context, article.id), context)}>
              {translate('review.isDuplicate')}
            </Button>
          </p>
          <div className={styles.beside}>
            <Side title={`${translate('review.thisOne')}: ${article.title}`} article={article} />
            <Side title={view.article.title} article={{ ...view.article, body: view.body }} />
          </div>
        </div>
      ))}
    </section>
  )
}

interface SideProps {
  readonly title: string
  readonly article: Pick<Article, 'id' | 'language' | 'outlet' | 'published' | 'body'>
}

function Side({ title, article }: SideProps) {
  const translate = useTranslate()
  const day =
    article.published === null ? translate('library.noDate') : formatDay(article.published, translate.language)
  return (
    <article className={styles.text} lang={article.language === 'other' ? undefined : article.language}>
      <h4>{title}</h4>
      <p className={styles.origin}>
        {article.outlet || translate('library.untitledOutlet')} · {day}
      </p>
      <Markdown text={article.body} article={article.id} matcher={null} />
    </article>
  )
}

const MOST_CANDIDATES = 3

/** Articles that may tell the same news in another language. */
export function SameStory({ article }: { readonly article: Article }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { data } = useRequest('stories.candidates', { id: article.id })
  const found = data?.filter(({ how }) => how === 'translation').slice(0, MOST_CANDIDATES) ?? []
  if (found.length === 0) return null
  return (
    <section aria-labelledby="same-story">
      <h3 id="same-story">{translate('review.sameStory')}</h3>
      <ul className={styles.letters}>
        {found.map(({ article: other, shared }) => (
          <li key={other.id}>
            <span lang={other.language === 'other' ? undefined : other.language}>{other.title}</span>
            <span className={styles.origin}>{shared.join(', ')}</span>
            <Button onClick={() => runAct(() => linkAsStory(context, [article.id, other.id]), context)}>
              {translate('review.linkStory')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
