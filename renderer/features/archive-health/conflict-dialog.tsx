import { useState } from 'react'
import type { ArticleConflict } from '../../../core/contract/results.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Differences } from '../../components/differences.tsx'
import columns from '../../components/side-by-side.module.css'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import { notify } from '../../state/toast-store.ts'
import { chosenFields, COMPARED_FIELDS, differingFields, fieldText, type ComparedField } from './conflict-fields.ts'
import styles from './conflict-dialog.module.css'

type Choice = Readonly<Partial<Record<ComparedField, number>>>

/** The versions of an article side by side; the right value of each field is chosen, or a whole version. */
export function ConflictDialog({ conflict }: { readonly conflict: ArticleConflict }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const articles = conflict.versions.map(({ article }) => article)
  const [choice, setChoice] = useState<Choice>({})
  const fields = differingFields(articles)
  const same = COMPARED_FIELDS.filter((field) => !fields.includes(field))
  const solve = async (): Promise<void> => {
    const chosen = chosenFields(articles, choice)
    if (chosen === null) return
    const seen = articles.map(({ version }) => version)
    await context.connection.request('articles.resolveConflict', { id: conflict.id, seen, fields: chosen })
    await context.queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'articles.conflicts' })
    closeDialog()
    notify(translate('archive.solved'))
  }
  const takeAll = (version: number): void =>
    setChoice(Object.fromEntries(COMPARED_FIELDS.map((field) => [field, version])))
  return (
    <Dialog
      title={translate('archive.compareTitle')}
      size="large"
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{translate('shell.cancel')}</Button>
          <Button look="primary" onClick={() => runAct(solve, context)}>
            {translate('archive.solve')}
          </Button>
        </>
      }
    >
      <div
        className={classNames(columns.scroll, styles.scroll)}
        tabIndex={0}
        role="group"
        aria-label={translate('archive.compareTitle')}
      >
        <table className={classNames(columns.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">{translate('archive.field')}</th>
              {conflict.versions.map(({ file }, version) => (
                <th key={file} scope="col">
                  <span className={styles.file}>{file}</span>
                  <Button onClick={() => takeAll(version)}>{translate('archive.takeAll')}</Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow
                key={field}
                field={field}
                texts={articles.map((article) => fieldText(article, field, translate))}
                chosen={choice[field] ?? 0}
                onChoose={(version) => setChoice({ ...choice, [field]: version })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {same.length === 0 ? null : (
        <p className={styles.same}>
          {translate('archive.sameFields', {
            fields: same.map((field) => translate(`archive.fields.${field}`)).join(', '),
          })}
        </p>
      )}
    </Dialog>
  )
}

interface FieldRowProps {
  readonly field: ComparedField
  readonly texts: readonly string[]
  readonly chosen: number
  readonly onChoose: (version: number) => void
}

function FieldRow({ field, texts, chosen, onChoose }: FieldRowProps) {
  const translate = useTranslate()
  const name = translate(`archive.fields.${field}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      {texts.map((text, version) => (
        <td key={version} data-chosen={version === chosen}>
          <label>
            <input type="radio" name={field} checked={version === chosen} onChange={() => onChoose(version)} />
            <span className={styles.value}>
              {text === '' ? (
                <span className={columns.empty}>{translate('archive.empty')}</span>
              ) : (
                <Differences text={text} other={texts[version === 0 ? 1 : 0] ?? text} />
              )}
            </span>
          </label>
        </td>
      ))}
    </tr>
  )
}
