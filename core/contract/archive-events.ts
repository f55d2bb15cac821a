import type { ArticleId } from '../model/article-id.ts'
import type { Language } from '../model/language.ts'
import type { IndexState } from './results.ts'

/** Everything that the core tells without being asked. */
export interface ArchiveEvents {
  /** Another archive was opened, or the open one was closed. */
  'workspace.changed': { readonly path: string | null }
  /** Articles were added, changed or removed. `articles` is null when too many to name. */
  'archive.changed': { readonly articles: readonly ArticleId[] | null }
  'tags.changed': Record<string, never>
  'settings.changed': { readonly language: Language }
  'search.state': IndexState
  /** Progress of a long request. `total` is 0 while it is not known. */
  'task.progress': TaskProgress
}

export interface TaskProgress {
  readonly task: string
  readonly done: number
  readonly total: number
  /** What is being worked on: a file name or a title. */
  readonly current: string
}

export type EventName = keyof ArchiveEvents
export const EVENT_NAMES: readonly EventName[] = [
  'workspace.changed',
  'archive.changed',
  'tags.changed',
  'settings.changed',
  'search.state',
  'task.progress',
]

/** One event on the wire. */
export type ArchiveEvent = {
  readonly [Name in EventName]: { readonly name: Name; readonly value: ArchiveEvents[Name] }
}[EventName]

/** Registers a listener for all events; the function it returns takes it off again. */
export type SubscribeToEvents = (listener: (event: ArchiveEvent) => void) => () => void
