import type { Article } from '../../../core/model/article.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { acceptArticles } from '../library/article-acts.ts'
import { doubtText } from '../review/doubt-text.ts'
import styles from './doubts-bar.module.css'

/** Names what the import was not sure of, until the user accepts it. */
export function DoubtsBar({ article }: { readonly article: Article }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const doubts = article.imported?.doubts ?? []
  if (doubts.length === 0) return null
  const accept = (): void => runAct(() => acceptArticles(context, [{ id: article.id, doubts }]), context)
  return (
    <div className={styles.bar}>
      <span>{doubtText(doubts, translate)}</span>
      <Button onClick={accept}>{translate('library.accept')}</Button>
    </div>
  )
}
