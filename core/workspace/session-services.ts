import type { OpenArchive } from '../archive/open-archive.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { EmitEvent } from '../contract/event-hub.ts'
import type { Log } from '../contract/log.ts'
import type { TIMELINE_REQUESTS } from '../contract/timeline-requests.ts'
import type { Documents } from '../documents/create-documents.ts'
import type { Importer } from '../import/importer.ts'
import type { Intake } from '../import/intake.ts'
import type { ReviewService } from '../import/review/review-service.ts'
import type { RuleStore } from '../import/rules/rule-store.ts'
import type { WatchFolder } from '../import/watch/watch-folder.ts'
import type { SearchService } from '../search/search-service.ts'
import type { TagStore } from '../tags/tag-store.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import type { IndexFeed } from './index-feed.ts'
import type { SettingsStore } from './settings-store.ts'

/** Requests about the place where the user works; all others need an open archive. */
export const WORKSPACE_REQUESTS = [
  'workspace.status',
  'workspace.create',
  'workspace.createSample',
  'workspace.restore',
  'workspace.open',
  'workspace.close',
  'settings.read',
  'settings.write',
  'tasks.cancel',
] as const
export type WorkspaceRequest = (typeof WORKSPACE_REQUESTS)[number]

/** The services of one open archive. */
export type SessionHandlers = Omit<RequestHandlers, WorkspaceRequest>

/** What a session is opened with. Folders are absolute paths. */
export interface SessionOptions {
  readonly folder: string
  readonly cacheFolder: string
  readonly privateFolder: string
  readonly clock: () => Date
  readonly log: Log
  readonly emit: EmitEvent
  readonly tasks: TaskRegistry
  readonly intake: Intake
  readonly settings: SettingsStore
  /** True: searches wait until the index is complete; for programs that ask once and end. */
  readonly waitForIndex: boolean
}

/** The services that a session joins. */
export interface Services {
  readonly archive: OpenArchive
  readonly tags: TagStore
  readonly search: SearchService
  readonly feed: IndexFeed
  readonly documents: Documents
  readonly importer: Importer
  readonly sourceRules: RuleStore
  readonly review: ReviewService
  readonly watch: WatchFolder
}

/** Requests that find articles. */
export type FindRequest = 'search.run' | 'search.ids' | keyof typeof TIMELINE_REQUESTS
