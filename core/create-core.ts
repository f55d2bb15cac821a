import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AppError } from './contract/app-error.ts'
import {
  REQUESTS,
  type ArchiveClient,
  type RequestArgument,
  type RequestHandlers,
  type RequestName,
  type RequestResult,
} from './contract/archive-api.ts'
import { createDispatch } from './contract/dispatch.ts'
import { openEnvelope, type Envelope } from './contract/envelope.ts'
import { createEventHub } from './contract/event-hub.ts'
import type { HostCore } from './contract/host-core.ts'
import type { Log } from './contract/log.ts'
import { createIntake, sweepIntake } from './import/intake.ts'
import { isArticleId } from './model/article-id.ts'
import { createDoorKeeper } from './processes/door-keeper.ts'
import type { UserFolders } from './processes/user-folders.ts'
import { createTaskRegistry } from './tasks/task-registry.ts'
import { WORKSPACE_REQUESTS, type SessionHandlers } from './workspace/session-services.ts'
import { createRecentArchives } from './workspace/recent-archives.ts'
import { createSettingsStore } from './workspace/settings-store.ts'
import { createWorkspace, type Workspace } from './workspace/workspace.ts'

/** What a host gives the core: the folders of the user, the time, a place for messages. */
export interface CoreOptions extends UserFolders {
  readonly clock: () => Date
  readonly log: Log
  /** True: searches wait until the index is complete; for programs that ask once and end. */
  readonly waitForIndex?: boolean
}

/** Joins all services. The one place where they meet; everything else gets what it needs as arguments. */
export async function createCore(options: CoreOptions): Promise<HostCore> {
  const { clock, log, configFolder, privateFolder } = options
  const hub = createEventHub((error) => log.error('A listener of events', error))
  const tasks = createTaskRegistry(hub.emit, () => clock().getTime())
  const settings = createSettingsStore(join(configFolder, 'settings.json'))
  const intake = createIntake({ privateFolder, random: randomBytes })
  const workspace = createWorkspace({
    ...options,
    waitForIndex: options.waitForIndex ?? false,
    emit: hub.emit,
    tasks,
    intake,
    settings,
    recent: createRecentArchives(join(configFolder, 'recent.json')),
  })
  const dispatch = createDispatch(createHandlers(workspace), (name, error) => log.error(`Request ${name}`, error))
  await sweepIntake(privateFolder)
  const documents: HostCore['documents'] = {
    open: (document) => workspace.session().documents.open(document),
    copyTo: (document, path) => workspace.session().documents.copyTo(document, path),
  }
  const doors = createDoorKeeper({
    core: { dispatch, subscribe: hub.subscribe, intake, documents },
    privateFolder,
    isWriter: () => workspace.session().archive.readOnly === null,
    log,
  })
  // A program that asks once and ends takes nobody in.
  const stopDoors = options.waitForIndex === true ? () => undefined : hub.subscribe((event) => doors.follow(event))
  return {
    dispatch,
    client: createClient(dispatch),
    subscribe: hub.subscribe,
    intake,
    documents,
    attachments: { open: (article, name) => openAttachment(workspace, article, name) },
    close: async () => {
      stopDoors()
      await doors.close()
      await tasks.close()
      await workspace.close()
      await intake.close()
    },
  }
}

/** All requests: those of the workspace itself, all others through the archive that is open when they come. */
function createHandlers(workspace: Workspace): RequestHandlers {
  const own: ReadonlySet<string> = new Set(WORKSPACE_REQUESTS)
  const names = Object.keys(REQUESTS).filter((name): name is keyof SessionHandlers => !own.has(name))
  const forward = <Name extends keyof SessionHandlers>(name: Name) => {
    // The compiler cannot follow that the handler of a name takes the argument of that name.
    return async (argument: RequestArgument<Name>): Promise<RequestResult<Name>> =>
      (workspace.session().handlers[name] as (given: RequestArgument<Name>) => Promise<RequestResult<Name>>)(argument)
  }
  const forwarded = Object.fromEntries(names.map((name) => [name, forward(name)]))
  // One forwarder for every name that is not the workspace's own, made just above.
  return { ...(forwarded as unknown as SessionHandlers), ...workspace.handlers }
}

/** A client inside the process: the same border, checks and errors as over any transport. */
function createClient(dispatch: ReturnType<typeof createDispatch>): ArchiveClient {
  return async <Name extends RequestName>(name: Name, argument: unknown) =>
    // The service behind the name made the value.
    openEnvelope((await dispatch(name, argument)) as Envelope<RequestResult<Name>>)
}

async function openAttachment(workspace: Workspace, article: string, name: string) {
  if (!isArticleId(article)) throw new AppError('not-found', `There is no article "${article}".`, { id: article })
  const { bytes, size } = await workspace.session().archive.readAttachment(article, name)
  return { fileName: name, size, content: Readable.from([bytes]) }
}
