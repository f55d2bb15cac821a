import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { tagName, type TagId } from '../../../core/model/tag.ts'
import page from '../../components/page.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import styles from './tag-page-screen.module.css'

/** Partners and initiatives beyond these say little. */
const MOST_TAGS = 20

/** On how many articles each partner stands with each initiative: a table whose cells are darker where there are more. */
export function TagMatrixView({ tag }: { readonly tag: TagUsage | null }) {
  const translate = useTranslate()
  const { language } = translate
  const tags = useTagsById()
  const filter = { ...NO_FILTER, tags: tag === null ? [] : [tag.id] }
  const { data } = useRequest('tags.matrix', {
    ...{ rows: 'partner', columns: 'initiative', query: '', limit: MOST_TAGS },
    filter,
  })
  if (data === undefined) return null
  const nameOf = (id: TagId): string => {
    const known = tags.get(id)
    return known === undefined ? id : tagName(known, language)
  }
  const most = Math.max(1, ...data.counts.flat())
  const open = (...ids: readonly TagId[]): void =>
    navigate({
      screen: 'library',
      query: '',
      filter: { ...NO_FILTER, tags: [...new Set([...filter.tags, ...ids])] },
      article: null,
    })
  return (
    <section className={styles.part} aria-labelledby="tag-matrix">
      {/* Without a tag the table is the whole page, and the page's title says it already. */}
      <h2 id="tag-matrix" className={tag === null ? 'visually-hidden' : undefined}>
        {translate('tagPage.matrix')}
      </h2>
      {data.rows.length === 0 || data.columns.length === 0 ? (
        <p>{translate('tagPage.matrixEmpty')}</p>
      ) : (
        <>
          <p className={page.help}>{translate('tagPage.matrixHelp')}</p>
          <div className={styles.matrix} tabIndex={0} role="group" aria-label={translate('tagPage.matrix')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{translate('tagPage.partner')}</th>
                  {data.columns.map((column) => (
                    <th key={column} scope="col">
                      {nameOf(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row, line) => (
                  <tr key={row}>
                    <th scope="row">{nameOf(row)}</th>
                    {data.columns.map((column, place) => {
                      const count = data.counts[line]?.[place] ?? 0
                      const value = formatNumber(count, language)
                      return (
                        <td key={column} style={{ '--heat': `${Math.round((count / most) * 55)}%` }}>
                          {count === 0 ? null : (
                            <button
                              type="button"
                              aria-label={translate('tagPage.cell', {
                                row: nameOf(row),
                                column: nameOf(column),
                                value,
                              })}
                              onClick={() => open(row, column)}
                            >
                              {value}
                            </button>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
