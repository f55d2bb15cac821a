import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConnection } from '../../client/client.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { TextField } from '../../components/text-field.tsx'
import { requestKey } from '../../data/query-client.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './import-screen.module.css'
import type { ImportChoice } from './use-import.ts'

/** Watching a folder for new files: off until the user names one. */
export function WatchCard({ choice }: { readonly choice: ImportChoice }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const queryClient = useQueryClient()
  const { request, host } = useConnection()
  const { data } = useRequest('import.watch', {})
  const [path, setPath] = useState('')
  if (data === undefined) return null
  const watch = (folder: string | null): void =>
    runAct(async () => {
      const state = await request('import.setWatch', { folder, ...choice })
      queryClient.setQueryData(requestKey('import.watch', {}), state)
      setPath('')
    }, context)
  const choose = (): void =>
    runAct(async () => {
      const folder = await host.pickFolder()
      if (folder !== null) setPath(folder)
    }, context)
  return (
    <section className={page.section} aria-labelledby="watched-folder">
      <h2 id="watched-folder" className={page.sectionTitle}>
        {translate('import.watch')}
      </h2>
      <p className={page.help}>{translate('import.watchHelp')}</p>
      {data.folder === null ? (
        <div className={styles.watch}>
          <TextField label={translate('import.watchFolder')} value={path} onChange={setPath} />
          {host.capabilities.pickFolder ? <Button onClick={choose}>{translate('import.watchChoose')}</Button> : null}
          <Button disabled={path.trim() === ''} onClick={() => watch(path.trim())}>
            {translate('import.watchStart')}
          </Button>
        </div>
      ) : (
        <div className={page.line}>
          <div className={page.lineText}>
            <p>{translate('import.watchOn', { folder: data.folder })}</p>
            <p className={page.lineMeta}>
              {data.problem === null
                ? translate('import.watchAdded', { count: data.added })
                : translate('import.watchProblem')}
            </p>
          </div>
          <Button onClick={() => watch(null)}>{translate('import.watchStop')}</Button>
        </div>
      )}
    </section>
  )
}
