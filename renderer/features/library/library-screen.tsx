import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import { LIST_LIMITS, setPaneWidth, usePaneStore } from '../../state/pane-store.ts'
import { Splitter } from '../../components/splitter.tsx'
import { Reader } from '../reader/reader.tsx'
import { ArticleList } from './article-list.tsx'
import styles from './library-screen.module.css'

/** List and reader side by side; in a narrow window one at a time. */
export function LibraryScreen() {
  const translate = useTranslate()
  const { article } = useRoute()
  const width = usePaneStore((state) => state.list)
  return (
    <div className={styles.screen} data-reading={article !== null}>
      <div className={styles.list} style={{ width }}>
        <ArticleList />
      </div>
      <Splitter
        label={translate('shell.resizeList')}
        value={width}
        limits={LIST_LIMITS}
        onChange={(next) => setPaneWidth('list', next)}
      />
      <div className={styles.reader}>
        <Reader />
      </div>
    </div>
  )
}
