import { useState, type ReactNode } from 'react'
import { LANGUAGES } from '../../../core/model/language.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { createTranslator } from '../../../core/translate/create-translator.ts'
import { commandById } from '../../commands/registry.ts'
import { runAct, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { TextField } from '../../components/text-field.tsx'
import { findingText } from '../../data/finding-text.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './settings-screen.module.css'

/** Settings of the person, and what archive is open. Every choice takes effect at once. */
export function SettingsScreen() {
  const translate = useTranslate()
  const context = useCommandContext()
  const { settings } = context
  const change = (part: Partial<Settings>): void => runAct(() => context.changeSettings(part), context)
  return (
    <section className={page.page} aria-labelledby="settings-title" data-pane="list" tabIndex={-1}>
      <div className={page.content}>
        <h1 id="settings-title" className={page.title}>
          {translate('settings.title')}
        </h1>
        <div className={page.section}>
          <Choices
            legend={translate('settings.language')}
            value={settings.language}
            choices={LANGUAGES.map((value) => ({ value, label: createTranslator(value)('firstRun.ownName') }))}
            onChange={(language) => change({ language })}
          />
          <Choices
            legend={translate('settings.theme')}
            value={settings.theme}
            choices={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: translate(`settings.themes.${value}`),
            }))}
            onChange={(theme) => change({ theme })}
          />
          <Choices
            legend={translate('settings.density')}
            value={settings.density}
            choices={(['comfortable', 'compact', 'line'] as const).map((value) => ({
              value,
              label: translate(`settings.densities.${value}`),
            }))}
            onChange={(density) => change({ density })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={settings.singleKeys}
              aria-describedby="single-keys-help"
              onChange={(event) => change({ singleKeys: event.target.checked })}
            />
            <span>
              {translate('settings.singleKeys')}
              <span id="single-keys-help" className={styles.help}>
                {translate('settings.singleKeysHelp')}
              </span>
            </span>
          </label>
          <OfficeName value={settings.officeName} onChange={(officeName) => change({ officeName })} />
        </div>
        <ArchiveFacts />
      </div>
    </section>
  )
}

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Choices<Value extends string>({ legend, value, choices, onChange }: ChoicesProps<Value>): ReactNode {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={legend} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

/** Kept when the field is left, not at every letter. */
function OfficeName({ value, onChange }: { readonly value: string; readonly onChange: (name: string) => void }) {
  const translate = useTranslate()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      label={translate('settings.officeName')}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== null && draft !== value) onChange(draft)
        setDraft(null)
      }}
    />
  )
}

function ArchiveFacts() {
  const translate = useTranslate()
  const context = useCommandContext()
  const { data } = useRequest('archive.summary', {})
  if (data === undefined) return null
  return (
    <section className={page.section} aria-labelledby="archive-facts">
      <h2 id="archive-facts" className={page.sectionTitle}>
        {translate('settings.archive')}
      </h2>
      <dl className={page.facts}>
        <dt>{translate('settings.archiveName')}</dt>
        <dd>{data.name}</dd>
        <dt>{translate('settings.archiveFolder')}</dt>
        <dd>{data.path}</dd>
        <dt>{translate('settings.archiveContents')}</dt>
        <dd>
          {translate('library.articles', { count: data.articles })}
          {data.unreadable.length === 0 ? null : (
            <details>
              <summary>{translate('settings.unreadable', { count: data.unreadable.length })}</summary>
              <ul>
                {data.unreadable.map(({ file, reason, finding }) => (
                  <li key={file}>
                    {file}: {findingText(finding, reason, translate)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </dd>
      </dl>
      <p className={page.acts}>
        <Button onClick={() => runCommand(commandById('archive'), context)}>{translate('archive.title')}</Button>
        <Button onClick={() => runCommand(commandById('switch-archive'), context)}>
          {translate('shell.switchArchive')}
        </Button>
      </p>
    </section>
  )
}
