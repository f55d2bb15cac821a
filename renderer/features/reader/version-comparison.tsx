import type { Article } from '../../../core/model/article.ts'
import { classNames } from '../../components/class-names.ts'
import { Differences } from '../../components/differences.tsx'
import columns from '../../components/side-by-side.module.css'
import { useTranslate } from '../../i18n.tsx'
import { differingFields, fieldText, type ComparedField } from '../archive-health/conflict-fields.ts'
import styles from './version-comparison.module.css'

interface VersionComparisonProps {
  readonly version: Article
  readonly present: Article
}

/** An earlier version and the present one side by side: the fields that differ, with the words marked that one side only has. */
export function VersionComparison({ version, present }: VersionComparisonProps) {
  const translate = useTranslate()
  const fields = differingFields([version, present])
  if (fields.length === 0) return <p>{translate('reader.versionAlike')}</p>
  const sides = [version, present]
  return (
    <div
      className={classNames(columns.scroll, styles.scroll)}
      tabIndex={0}
      role="group"
      aria-label={translate('reader.compareVersion')}
    >
      <table className={classNames(columns.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">{translate('archive.field')}</th>
            <th scope="col">{translate('reader.thatVersion')}</th>
            <th scope="col">{translate('reader.presentVersion')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{translate(`archive.fields.${field}`)}</th>
              {sides.map((side) => (
                <ComparedText key={side === version ? 'version' : 'present'} field={field} side={side} sides={sides} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ComparedTextProps {
  readonly field: ComparedField
  readonly side: Article
  readonly sides: readonly Article[]
}

function ComparedText({ field, side, sides }: ComparedTextProps) {
  const translate = useTranslate()
  const text = fieldText(side, field, translate)
  const other = sides.find((one) => one !== side) ?? side
  return (
    <td lang={side.language === 'other' ? undefined : side.language}>
      {text === '' ? (
        <span className={columns.empty}>{translate('archive.empty')}</span>
      ) : (
        <Differences text={text} other={fieldText(other, field, translate)} />
      )}
    </td>
  )
}
