import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { StoryCandidate, StoryView } from '../../../core/model/story.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { startTask } from '../../state/task-store.ts'
import { langOf, placeText } from './member-text.ts'
import { linkArticles } from './story-acts.ts'
import styles from './stories-screen.module.css'

/** Looks for versions of a story that are not linked yet. Nothing is linked by itself. */
export function MoreVersions({ view }: { readonly view: StoryView }) {
  const ids = view.members.map(({ article }) => article.id)
  return <FindVersions key={ids.join(' ')} ids={ids} />
}

/** The same for single articles: `ids` are the versions that are known already. */
export function FindVersions({ ids }: { readonly ids: readonly ArticleId[] }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [found, setFound] = useState<readonly StoryCandidate[] | null>(null)
  const look = async (): Promise<void> => {
    const task = startTask('stories.looking')
    try {
      setFound(await candidatesOf(ids, (id) => context.connection.request('stories.candidates', { id, task: task.id })))
    } finally {
      task.end()
    }
  }
  const link = (id: ArticleId): void =>
    runAct(async () => {
      await linkArticles(context, [...ids, id])
      setFound((before) => before?.filter(({ article }) => article.id !== id) ?? null)
    }, context)
  return (
    <section className={styles.more} aria-label={translate('stories.more')}>
      <Button onClick={() => runAct(look, context)}>{translate('stories.find')}</Button>
      {found?.length === 0 ? <p role="status">{translate('stories.noneFound')}</p> : null}
      <ul>
        {found?.map((candidate) => (
          <li key={candidate.article.id}>
            <CandidateText candidate={candidate} />
            <IconButton
              label={translate('stories.linkTo', { title: candidate.article.title })}
              onClick={() => link(candidate.article.id)}
            >
              <Link2 size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What each version finds, without the versions themselves; of several finds of one article the best. */
async function candidatesOf(
  ids: readonly ArticleId[],
  ask: (id: ArticleId) => Promise<readonly StoryCandidate[]>,
): Promise<readonly StoryCandidate[]> {
  const best = new Map<ArticleId, StoryCandidate>()
  for (const id of ids) {
    for (const candidate of await ask(id)) {
      const present = best.get(candidate.article.id)
      if (present === undefined || candidate.score > present.score) best.set(candidate.article.id, candidate)
    }
  }
  return [...best.values()]
    .filter(({ article }) => !ids.includes(article.id))
    .sort((one, other) => other.score - one.score)
}

function CandidateText({ candidate: { article, how, score } }: { readonly candidate: StoryCandidate }) {
  const translate = useTranslate()
  const about = [
    placeText(article, translate),
    translate(`stories.how.${how}`),
    translate('stories.likeness', { percent: formatNumber(score * 100, translate.language) }),
  ]
  return (
    <span className={styles.text}>
      <span lang={langOf(article)}>{article.title}</span>
      <span className={styles.help}>{about.join(' · ')}</span>
    </span>
  )
}
