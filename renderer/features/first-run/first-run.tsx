import { useQueryClient } from '@tanstack/react-query'
import { FolderOpen, Newspaper } from 'lucide-react'
import { lazy, Suspense, useId, useState, type SubmitEvent } from 'react'
import { isAppError } from '../../../core/contract/app-error.ts'
import type { ArchiveClient } from '../../../core/contract/archive-api.ts'
import type { WorkspaceStatus } from '../../../core/contract/results.ts'
import { LANGUAGES, type Language } from '../../../core/model/language.ts'
import { createTranslator } from '../../../core/translate/create-translator.ts'
import { useConnection } from '../../client/client.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { errorText } from '../../data/error-text.ts'
import { useChangeSettings } from '../../data/use-settings.ts'
import { useTranslate } from '../../i18n.tsx'
import { startTask } from '../../state/task-store.ts'
import styles from './first-run.module.css'
import { suggestedFolder } from './suggested-folder.ts'

const RestoreCard = lazy(async () => ({
  default: (await import('../archive-health/restore-card.tsx')).RestoreCard,
}))

/** The folder that the program itself chooses at its very first start. */
const SAMPLE_FOLDER = 'Press Archive sample'

interface FirstRunProps {
  readonly status: WorkspaceStatus
  readonly request: ArchiveClient
}

/** Three fields and the ways to an archive: a new one, the sample, or one that is already there. */
export function FirstRun({ status, request }: FirstRunProps) {
  const translate = useTranslate()
  const client = useQueryClient()
  const [typedFolder, setFolder] = useState<string | null>(null)
  const [typedName, setName] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<{ readonly field: 'folder' | 'name' | null; readonly text: string } | null>(
    null,
  )
  const name = typedName ?? translate('firstRun.nameSuggestion')
  const folder = typedFolder ?? suggestedFolder(status.proposedFolder, name)
  const { language } = translate

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setProblem(null)
    setWorking(true)
    try {
      await act()
      await client.invalidateQueries()
    } catch (error) {
      setProblem({ field: 'folder', text: errorText(error, translate) })
    } finally {
      setWorking(false)
    }
  }
  const create = (event: SubmitEvent): void => {
    event.preventDefault()
    if (folder.trim() === '') setProblem({ field: 'folder', text: translate('firstRun.needFolder') })
    else if (name.trim() === '') setProblem({ field: 'name', text: translate('firstRun.needName') })
    else void attempt(() => request('workspace.create', { folder: folder.trim(), name: name.trim(), language }))
  }
  const createSample = async (): Promise<void> => {
    const task = startTask('firstRun.createSample')
    const sample = suggestedFolder(status.proposedFolder, SAMPLE_FOLDER)
    await attempt(async () => {
      try {
        await request('workspace.createSample', { folder: sample, language, task: task.id })
      } catch (error) {
        if (!isAppError(error, 'archive-exists')) throw error
        await request('workspace.open', { folder: sample })
      }
    })
    task.end()
  }
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={create} noValidate>
        <Newspaper size={30} className={styles.mark} aria-hidden />
        <h1 className={styles.title}>{translate('firstRun.welcome')}</h1>
        <p className={styles.intro}>{translate('firstRun.intro')}</p>
        <LanguageChoice />
        <FolderField
          value={folder}
          onChange={setFolder}
          problem={problem?.field === 'folder' ? problem.text : null}
          help={translate('firstRun.folderHelp')}
        />
        <TextField
          label={translate('firstRun.name')}
          value={name}
          onChange={setName}
          problem={problem?.field === 'name' ? problem.text : null}
        />
        <div className={styles.acts}>
          <Button look="primary" type="submit" disabled={working}>
            {translate('firstRun.create')}
          </Button>
          <Button disabled={working} onClick={() => void createSample()}>
            {translate('firstRun.createSample')}
          </Button>
          <Button
            disabled={working || folder.trim() === ''}
            onClick={() => void attempt(() => request('workspace.open', { folder: folder.trim() }))}
          >
            {translate('firstRun.openExisting')}
          </Button>
        </div>
        <p className={styles.working} role="status">
          {working ? translate('firstRun.working') : ''}
        </p>
        <Recent status={status} onOpen={(path) => void attempt(() => request('workspace.open', { folder: path }))} />
      </form>
      <div className={styles.restore}>
        <Suspense fallback={null}>
          <RestoreCard proposedFolder={status.proposedFolder} />
        </Suspense>
      </div>
    </main>
  )
}

/** Each language is named in itself, so that nobody is locked out by the present one. */
function LanguageChoice() {
  const translate = useTranslate()
  const changeSettings = useChangeSettings()
  const name = useId()
  return (
    <fieldset className={styles.languages}>
      <legend>{translate('firstRun.language')}</legend>
      {LANGUAGES.map((language) => (
        <label key={language} lang={language}>
          <input
            type="radio"
            name={name}
            checked={translate.language === language}
            onChange={() => void changeSettings({ language })}
          />
          {ownName(language)}
        </label>
      ))}
    </fieldset>
  )
}

function ownName(language: Language): string {
  return createTranslator(language)('firstRun.ownName')
}

interface FolderFieldProps {
  readonly value: string
  readonly help: string
  readonly problem: string | null
  readonly onChange: (folder: string) => void
}

function FolderField({ value, help, problem, onChange }: FolderFieldProps) {
  const translate = useTranslate()
  const { host } = useConnection()
  const choose = async (): Promise<void> => {
    const folder = await host.pickFolder()
    if (folder !== null) onChange(folder)
  }
  return (
    <div className={styles.folder}>
      <TextField label={translate('firstRun.folder')} value={value} onChange={onChange} help={help} problem={problem} />
      {host.capabilities.pickFolder ? (
        <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => void choose()}>
          {translate('firstRun.chooseFolder')}
        </Button>
      ) : null}
    </div>
  )
}

interface RecentProps {
  readonly status: WorkspaceStatus
  readonly onOpen: (path: string) => void
}

function Recent({ status, onOpen }: RecentProps) {
  const translate = useTranslate()
  if (status.recent.length === 0) return null
  return (
    <section className={styles.recent}>
      <h2>{translate('firstRun.recent')}</h2>
      <ul>
        {status.recent.map(({ name, path }) => (
          <li key={path}>
            <button type="button" onClick={() => onOpen(path)}>
              <span>{name}</span>
              <span className={styles.path}>{path}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
