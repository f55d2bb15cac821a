import { createArchive } from '../archive/create-archive.ts'
import { realFolder } from '../archive/folder.ts'
import { restoreBackup } from '../archive/restore-backup.ts'
import { AppError } from '../contract/app-error.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { createSampleArchive } from '../sample/create-sample.ts'
import { openSession, type ArchiveSession } from './archive-session.ts'
import type { RecentArchives } from './recent-archives.ts'
import type { SessionOptions, WorkspaceRequest } from './session-services.ts'

/** What the workspace is made of. */
export interface WorkspaceOptions extends Omit<SessionOptions, 'folder'> {
  readonly recent: RecentArchives
  /** Where a new archive is proposed. */
  readonly documentsFolder: string
}

/** The one archive that is open, if any, and the way to another. */
export interface Workspace {
  readonly handlers: Pick<RequestHandlers, WorkspaceRequest>
  /** @throws AppError `no-archive` */
  session(): ArchiveSession
  close(): Promise<void>
}

/** Makes the place where a person works. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { clock, emit, recent, settings, tasks } = options
  let current: ArchiveSession | null = null
  // One switch after the other: two windows may ask at once.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }

  const close = async (): Promise<void> => {
    const closing = current
    current = null
    if (closing === null) return
    await tasks.settle()
    await closing.close()
  }

  const open = async (folder: string): Promise<ArchiveSummary> => {
    // The one that is open stays open when the other cannot be opened. One folder may be written in several ways.
    if (current !== null && current.archive.path === (await realFolder(nodeFileSystem, folder)))
      return current.summary()
    const next = await openSession({ ...options, folder })
    await close()
    current = next
    await recent.remember({ name: next.archive.info.name, path: next.archive.path })
    emit('workspace.changed', { path: next.archive.path })
    return next.summary()
  }

  return {
    session: () => {
      if (current === null) throw new AppError('no-archive', 'No archive is open.')
      return current
    },
    close: () => inTurn(close),
    handlers: {
      'workspace.status': async () => ({
        archive: current === null ? null : await current.summary(),
        recent: await recent.list(),
        proposedFolder: options.documentsFolder,
      }),
      'workspace.create': ({ folder, name, language }) =>
        inTurn(async () => open((await createArchive({ folder, name, language, clock })).path)),
      'workspace.createSample': ({ folder, language, task }) =>
        inTurn(async () => {
          const made = await tasks.run(task, (context) => createSampleArchive({ folder, language, clock, context }))
          return open(made.path)
        }),
      'workspace.restore': ({ file, folder, task }) =>
        inTurn(async () => {
          const report = await tasks.run(task, (context) => restoreBackup({ file, folder, ...context }))
          await open(report.path)
          return report
        }),
      'workspace.open': ({ folder }) => inTurn(() => open(folder)),
      'workspace.close': () =>
        inTurn(async () => {
          await close()
          emit('workspace.changed', { path: null })
          return null
        }),
      'settings.read': () => settings.read(),
      'settings.write': async (change) => {
        const changed = await settings.write(change)
        emit('settings.changed', { language: changed.language })
        return changed
      },
      'tasks.cancel': ({ task }) => Promise.resolve(tasks.cancel(task)),
    },
  }
}
