import { useState, type ReactNode } from 'react'
import type { Charset } from '../../../core/model/charset.ts'
import { CHARSETS } from '../../../core/model/charset.ts'
import type { CharsetQuestion, TableQuestion } from '../../../core/model/import-report.ts'
import { TABLE_FIELDS, type ColumnMapping, type TableField } from '../../../core/model/table-field.ts'
import { useConnection } from '../../client/client.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { useTranslate } from '../../i18n.tsx'
import styles from './import-questions.module.css'
import { placeText } from './place-text.ts'
import type { ImportRunState, WaitingImport } from './use-import.ts'

type Found = 'found'
const NONE = 'none'

interface QuestionsProps {
  readonly run: ImportRunState
  readonly waiting: WaitingImport
}

/** What must be decided before an import: columns of tables, letters that may be wrong. Answers can be remembered. */
export function QuestionsBeforeImport({ run, waiting }: QuestionsProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const { request } = useConnection()
  const { charsets, tables } = waiting.questions
  const [mappings, setMappings] = useState<readonly ColumnMapping[]>(tables.map(({ mapping }) => mapping))
  const [charset, setCharset] = useState<Charset | Found>('found')
  const place = sharedPlace(charsets)
  const [remember, setRemember] = useState(place !== null)
  const usable = mappings.every((mapping) => mapping.includes('title') || mapping.includes('body'))
  const start = async (): Promise<void> => {
    for (const [number, { head }] of tables.entries()) {
      await request('import.mapColumns', { head, mapping: mappings[number] ?? [] })
    }
    const chosen = charset === 'found' ? null : charset
    if (chosen !== null && remember && place !== null)
      await request('import.rememberCharset', { place, charset: chosen })
    await run.answer(chosen)
  }
  return (
    <section className={page.section} aria-labelledby="import-questions">
      <h2 id="import-questions" className={page.sectionTitle}>
        {translate('import.questions')}
      </h2>
      {tables.map((table, number) => (
        <TableColumns
          key={table.source}
          table={table}
          mapping={mappings[number] ?? []}
          onChange={(mapping) => setMappings(mappings.with(number, mapping))}
        />
      ))}
      {charsets.length === 0 ? null : (
        <Letters questions={charsets} charset={charset} onChange={setCharset}>
          {place === null || charset === 'found' ? null : (
            <label>
              <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />{' '}
              {translate('import.rememberFor', { place: placeText(place, translate) })}
            </label>
          )}
        </Letters>
      )}
      {usable ? null : <p role="alert">{translate('import.tableNeeds')}</p>}
      <p className={styles.acts}>
        <Button onClick={() => runAct(run.decline, context)}>{translate('import.doNotImport')}</Button>
        <Button look="primary" disabled={!usable} onClick={() => runAct(start, context)}>
          {translate('import.start')}
        </Button>
      </p>
    </section>
  )
}

/** The place that all doubtful texts share, so that one answer holds for it; else null. */
function sharedPlace(questions: readonly CharsetQuestion[]): string | null {
  const [first] = questions
  return first?.places.find((place) => questions.every(({ places }) => places.includes(place))) ?? null
}

interface TableColumnsProps {
  readonly table: TableQuestion
  readonly mapping: ColumnMapping
  readonly onChange: (mapping: ColumnMapping) => void
}

function TableColumns({ table, mapping, onChange }: TableColumnsProps) {
  const translate = useTranslate()
  const pick = (column: number, value: string): void => {
    const field = TABLE_FIELDS.find((candidate) => candidate === value) ?? null
    onChange(mapping.map((known, place) => fieldAfter(known, place === column, field)))
  }
  return (
    <div>
      <h3>{translate('import.tableQuestion', { name: table.name })}</h3>
      <p className={page.help}>
        {translate('import.rows', { count: table.count })}. {translate('import.tableHelp')}
      </p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={table.name}>
        <table className={styles.table}>
          <thead>
            <tr>
              {table.head.map((name, column) => (
                <th key={column} scope="col">
                  <span>{name}</span>
                  <select
                    aria-label={translate('import.column', { name })}
                    value={mapping[column] ?? NONE}
                    onChange={(event) => pick(column, event.target.value)}
                  >
                    <option value={NONE}>{translate('import.intoNotes')}</option>
                    {TABLE_FIELDS.map((field) => (
                      <option key={field} value={field}>
                        {translate(`import.fields.${field}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, number) => (
              <tr key={number}>
                {table.head.map((_, column) => (
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** A field is given to one column only. */
function fieldAfter(known: TableField | null, isChosen: boolean, field: TableField | null): TableField | null {
  if (isChosen) return field
  return known === field ? null : known
}

interface LettersProps {
  readonly questions: readonly CharsetQuestion[]
  readonly charset: Charset | Found
  readonly onChange: (charset: Charset | Found) => void
  readonly children: ReactNode
}

const MOST_SAMPLES = 5

function Letters({ questions, charset, onChange, children }: LettersProps) {
  const translate = useTranslate()
  return (
    <div>
      <h3>{translate('import.charsetQuestion')}</h3>
      <label className={styles.charset}>
        {translate('import.charset')}
        <select
          value={charset}
          onChange={(event) => onChange(CHARSETS.find((candidate) => candidate === event.target.value) ?? 'found')}
        >
          <option value="found">{translate('import.charsetFound')}</option>
          {CHARSETS.map((candidate) => (
            <option key={candidate} value={candidate}>
              {candidate}
            </option>
          ))}
        </select>
      </label>
      <ul className={styles.samples}>
        {questions.slice(0, MOST_SAMPLES).map(({ source, name, readings }) => {
          const reading = readings.find((candidate) => candidate.charset === charset) ?? readings[0]
          return (
            <li key={source}>
              <strong>{name}</strong>
              <span data-testid="letters">{reading?.sample}</span>
            </li>
          )
        })}
      </ul>
      {children}
    </div>
  )
}
