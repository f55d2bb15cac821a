import { Dialog } from '../../components/dialog.tsx'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { navigate } from '../../state/route-store.ts'
import styles from './search-help.module.css'

/** One example of each thing that the search understands; each can be tried. */
const EXAMPLES = [
  ['words', 'university research'],
  ['phrase', '"joint laboratory"'],
  ['minus', 'grant -sport'],
  ['star', 'universit*'],
  ['fuzzy', 'cardif~1'],
  ['title', 'title:rector'],
] as const

/** How to search, by examples. */
export function SearchHelp() {
  const translate = useTranslate()
  const attempt = (query: string): void => {
    closeDialog()
    navigate({ query, screen: 'library' })
  }
  return (
    <Dialog title={translate('search.help')} onClose={closeDialog}>
      <dl className={styles.examples}>
        {EXAMPLES.map(([key, query]) => (
          <div key={key}>
            <dt>
              <button type="button" onClick={() => attempt(query)}>
                {query}
              </button>
            </dt>
            <dd>{translate(`search.helpExamples.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
