import type { RowSet } from '../archive/catalog/catalog.ts'
import type { PutBack } from '../archive/put-back.ts'
import { ACT_NAMES, type DryRuns } from '../archive/dry-runs.ts'
import { changeNoting, createUndoLog, type ChangePorts, type UndoLog } from '../archive/undoable-change.ts'
import { AppError } from '../contract/app-error.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { STORY_REQUESTS } from '../contract/story-requests.ts'
import type { UndoableChange } from '../contract/tag-requests.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleSummary } from '../model/article.ts'
import type { StoryView } from '../model/story.ts'
import { plainText } from '../search/analysis/plain-text.ts'
import type { TaskContext, TaskRegistry } from '../tasks/task-registry.ts'
import { findVersions } from './find-versions.ts'
import { createFingerprints, type FingerprintCache } from './fingerprints.ts'
import { proposeStories } from './propose-stories.ts'
import { shinglesOf } from './shingles.ts'
import { listStories, silentReleases, storiesOf, viewStory } from './story-view.ts'

/** What stories need of the open archive. */
export interface StoryPorts extends ChangePorts {
  readonly articleTexts: (ids: readonly ArticleId[]) => AsyncIterable<Article>
  /** Rows that match a query within a filter. */
  readonly matchingRows: (query: string, filter: ArticleFilter) => Promise<RowSet>
  readonly dryRuns: DryRuns
  readonly tasks: Pick<TaskRegistry, 'run'>
  /** Where fingerprints are kept between two runs; left out: nowhere. */
  readonly cache?: FingerprintCache
}

type StoryHandlers = Pick<RequestHandlers, keyof typeof STORY_REQUESTS>

/** Makes the handlers of the stories' requests. */
export function createStoryHandlers(ports: StoryPorts): StoryHandlers {
  const { catalog, matchingRows, tasks } = ports
  const fingerprints = createFingerprints(ports)
  const log = createUndoLog<readonly PutBack[]>('stories')
  return {
    'stories.list': async ({ query, filter }) => listStories(catalog, await matchingRows(query, filter)),
    'stories.read': ({ id }) => readStory(ports, id),
    'stories.candidates': ({ id, task }) =>
      tasks.run(task, async (context) => {
        const article = requireArticle(ports, id)
        await fingerprints.update(context)
        return findVersions(catalog, fingerprints, article)
      }),
    'stories.proposals': ({ task }) =>
      tasks.run(task, async (context) => {
        await fingerprints.update(context)
        return proposeStories(catalog, fingerprints, context)
      }),
    'stories.link': ({ ids, confirmed, task }) =>
      tasks.run(task, (context) => {
        ports.dryRuns.require(ACT_NAMES.link, ids, confirmed)
        return link(ports, log, ids, context)
      }),
    'stories.unlink': ({ ids, confirmed, task }) =>
      tasks.run(task, (context) => {
        ports.dryRuns.require(ACT_NAMES.unlink, ids, confirmed)
        return setStory(ports, log, ids, '', context)
      }),
    'stories.undo': ({ undo, task }) =>
      tasks.run(task, async (context) => {
        const change = await ports.putBack(log.get(undo), context)
        log.remove(undo)
        return change
      }),
    'stories.silent': async ({ query, filter }) => silentReleases(catalog, await matchingRows(query, filter)),
  }
}

function requireArticle({ catalog }: StoryPorts, id: ArticleId): ArticleSummary {
  const article = catalog.summaryOf(id)
  if (article === undefined) throw new AppError('not-found', `There is no article ${id}.`, { id })
  return article
}

async function readStory({ catalog, articleTexts }: StoryPorts, id: string): Promise<StoryView> {
  const members = storiesOf(catalog).get(id) ?? []
  const shingles = new Map<ArticleId, ReadonlySet<number>>()
  for await (const article of articleTexts(members.map((member) => member.id))) {
    shingles.set(article.id, shinglesOf(plainText(article.body)))
  }
  return viewStory(id, members, (article) => shingles.get(article.id) ?? new Set())
}

/** The story takes the id that the first of its members has, or else the id of that member. */
async function link(
  ports: StoryPorts,
  log: UndoLog<readonly PutBack[]>,
  ids: readonly ArticleId[],
  context: TaskContext,
): Promise<UndoableChange & { readonly story: string }> {
  const chosen = ids.map((id) => requireArticle(ports, id))
  const stories = storiesOf(ports.catalog)
  const members = new Map(chosen.map((article) => [article.id, article]))
  for (const { story } of chosen) for (const member of stories.get(story) ?? []) members.set(member.id, member)
  const ordered = [...members.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  const story = ordered.find((member) => member.story !== '')?.story ?? ordered[0]?.id ?? ''
  return { story, ...(await setStory(ports, log, [...members.keys()], story, context)) }
}

async function setStory(
  ports: StoryPorts,
  log: UndoLog<readonly PutBack[]>,
  ids: readonly ArticleId[],
  story: string,
  context: TaskContext,
): Promise<UndoableChange> {
  const { change, articles } = await changeNoting(ports, ids, (article) => ({ ...article, story }), context)
  return { change, undo: articles.length === 0 ? null : log.add(articles) }
}
