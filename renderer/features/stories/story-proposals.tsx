import { useState } from 'react'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { StoryProposal } from '../../../core/model/story.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { startTask } from '../../state/task-store.ts'
import { langOf, placeText } from './member-text.ts'
import { linkArticles } from './story-acts.ts'
import styles from './stories-screen.module.css'

/** More proposals are shown when these are decided. */
const MOST_SHOWN = 50

/** Looks through the archive for articles that may be one story. */
export function StoryProposals({ onLinked }: { readonly onLinked: (story: string) => void }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [found, setFound] = useState<readonly StoryProposal[] | null>(null)
  const look = async (): Promise<void> => {
    const task = startTask('stories.looking')
    try {
      setFound(await context.connection.request('stories.proposals', { task: task.id }))
    } finally {
      task.end()
    }
  }
  const link = (proposal: StoryProposal): void =>
    runAct(async () => {
      const story = await linkArticles(context, proposal.ids)
      if (story === null) return
      onLinked(story)
      setFound((before) => before?.filter((other) => other !== proposal) ?? null)
    }, context)
  return (
    <div className={styles.proposals}>
      <p className={styles.help}>{translate('stories.proposalsHelp')}</p>
      <Button look="primary" onClick={() => runAct(look, context)}>
        {translate('stories.look')}
      </Button>
      {found?.length === 0 ? <p role="status">{translate('stories.noProposals')}</p> : null}
      <ul>
        {found?.slice(0, MOST_SHOWN).map((proposal) => (
          <li key={proposal.ids.join(' ')}>
            <Proposal proposal={proposal} onLink={() => link(proposal)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ProposalProps {
  readonly proposal: StoryProposal
  readonly onLink: () => void
}

function Proposal({ proposal: { ids, how, score }, onLink }: ProposalProps) {
  const translate = useTranslate()
  const { data } = useRequest('search.run', {
    query: '',
    filter: { ...NO_FILTER, ids: [...ids] },
    sort: 'oldest',
    offset: 0,
    limit: 50,
    facets: false,
    typing: false,
  })
  const likeness = translate('stories.likeness', { percent: formatNumber(score * 100, translate.language) })
  return (
    <>
      <p className={styles.help}>
        {translate(`stories.how.${how}`)} · {likeness}
      </p>
      <ul>
        {data?.hits.map(({ article }) => (
          <li key={article.id}>
            <span lang={langOf(article)}>{article.title}</span>
            <span className={styles.help}>{placeText(article, translate)}</span>
          </li>
        ))}
      </ul>
      <Button onClick={onLink}>{translate('stories.link')}</Button>
    </>
  )
}
