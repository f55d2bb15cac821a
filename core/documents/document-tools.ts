import { throwIfCancelled } from '../contract/app-error.ts'
import type { ArticleFilter, SortOrder } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleSummary } from '../model/article.ts'
import type { Settings } from '../model/settings.ts'
import type { Tag, TagId } from '../model/tag.ts'
import type { TagMatrix, TagPage } from '../model/tag-page.ts'
import type { Timeline } from '../model/timeline.ts'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import type { ReadAttachment } from './image-box.ts'

/** A set of articles as a search gives it. */
export interface Selection {
  readonly query: string
  readonly filter: ArticleFilter
  readonly sort: SortOrder
}

/** What documents need of the rest of the core. */
export interface DocumentSources {
  readonly readArticle: (id: ArticleId) => Promise<Article>
  readonly readAttachment: ReadAttachment
  readonly summaryOf: (id: ArticleId) => ArticleSummary | undefined
  /** All articles of a search in its order; an empty query means all that pass the filter. */
  readonly findArticles: (selection: Selection) => Promise<readonly ArticleId[]>
  readonly readTimeline: (argument: RequestArgument<'timeline.read'>) => Promise<Timeline>
  readonly readTagPage: (argument: RequestArgument<'tags.page'>) => Promise<TagPage>
  readonly readTagMatrix: (argument: RequestArgument<'tags.matrix'>) => Promise<TagMatrix>
  readonly tagOf: (id: TagId) => Tag | undefined
  readonly allTags: () => readonly Tag[]
  readonly archiveName: () => string
  /** Absolute path of the archive's folder for an office's own templates; it need not exist. */
  readonly templateFolder: () => string
  readonly settings: () => Promise<Pick<Settings, 'officeName'>> | Pick<Settings, 'officeName'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Absolute path of a private folder of this process, outside every archive; it is removed by `close`. */
  readonly workFolder: string
}

/** A running job: what to watch and whom to tell. */
export type DocumentTask = Partial<TaskContext>

/**
 * Reads articles one after another and passes each on, so that only what is made of them stays in memory. Tells
 * progress by title and stops when the task is cancelled.
 */
export async function eachArticle(
  sources: Pick<DocumentSources, 'readArticle'>,
  ids: readonly ArticleId[],
  task: DocumentTask,
  use: (article: Article, place: number) => Promise<void> | void,
): Promise<void> {
  for (const [place, id] of ids.entries()) {
    throwIfCancelled(task.signal)
    const article = await sources.readArticle(id)
    task.onProgress?.(place, ids.length, article.title)
    await use(article, place)
  }
}
