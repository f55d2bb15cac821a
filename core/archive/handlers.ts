import { AppError } from '../contract/app-error.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import { ACT_NAMES, settleName, undoName, type DryRuns } from './dry-runs.ts'
import type { KeptAct } from './kept-acts.ts'
import type { OpenArchive } from './open-archive.ts'

/** What the handlers of articles need. */
export interface ArticlePorts {
  readonly archive: OpenArchive
  readonly dryRuns: DryRuns
  readonly tasks: Pick<TaskRegistry, 'run'>
}

type ArticleRequest =
  | 'articles.read'
  | 'articles.resolve'
  | 'articles.create'
  | 'articles.save'
  | 'articles.trash'
  | 'articles.restore'
  | 'articles.trashed'
  | 'articles.settleDoubts'
  | 'articles.emptyTrash'
  | 'articles.versions'
  | 'articles.readVersion'
  | 'articles.restoreVersion'
  | 'articles.conflicts'
  | 'articles.resolveConflict'
  | 'acts.list'
  | 'acts.kept'
  | 'acts.undo'
  | 'acts.redo'
  | 'archive.rescan'
  | 'archive.acceptMissing'
  | 'archive.backup'
  | 'archive.lastBackup'
  | 'archive.repair'
  | 'archive.prune'
  | 'drafts.save'
  | 'drafts.list'
  | 'drafts.discard'

/** Shorter beginnings of an id say too little. */
const SHORTEST_PREFIX = 4
/** That many ids are named where a beginning fits several. */
const MOST_NAMED = 5

/** Makes the handlers of the requests about single articles and the folder. */
export function createArticleHandlers({
  archive,
  dryRuns,
  tasks,
}: ArticlePorts): Pick<RequestHandlers, ArticleRequest> {
  return {
    'articles.read': ({ id }) => archive.readArticle(id),
    'articles.resolve': ({ prefix }) => Promise.resolve(resolveId(archive, prefix)),
    'articles.create': async ({ fields }) => ({ article: await archive.createArticle(fields) }),
    'articles.save': async ({ id, version, fields, force }) => ({
      article: await archive.saveArticle(id, version, fields, { force }),
    }),
    'articles.trash': ({ ids, confirmed, task }) =>
      tasks.run(task, (context) => {
        dryRuns.require(ACT_NAMES.trash, ids, confirmed)
        return archive.trashArticles(ids, context)
      }),
    'articles.restore': ({ ids, confirmed, task }) =>
      tasks.run(task, (context) => {
        dryRuns.require(ACT_NAMES.restore, ids, confirmed)
        return archive.restoreArticles(ids, context)
      }),
    'articles.trashed': () => archive.trashedArticles(),
    'articles.settleDoubts': async ({ ids, fields, confirmed }) => {
      dryRuns.require(settleName(fields), ids, confirmed)
      return archive.settleDoubts(ids, fields)
    },
    'articles.emptyTrash': async ({ ids, confirmed }) => {
      dryRuns.require(ACT_NAMES.emptyTrash, ids, confirmed)
      return archive.emptyTrash(ids)
    },
    'articles.versions': ({ id }) => archive.articleVersions(id),
    'articles.readVersion': ({ id, name }) => archive.readArticleVersion(id, name),
    'articles.restoreVersion': async ({ id, name }) => ({ article: await archive.restoreArticleVersion(id, name) }),
    'articles.conflicts': () => archive.conflicts(),
    'articles.resolveConflict': async ({ id, seen, fields }) => ({
      article: await archive.resolveConflict(id, seen, fields),
    }),
    'acts.list': () => Promise.resolve(archive.acts.list()),
    'acts.kept': async () =>
      (await archive.acts.kept()).map(({ act, kind, at, changes, undoable }) => ({
        ...{ act, kind, at: at.toISOString() },
        ...{ articles: changes.length, undoable: undoable.length },
      })),
    'acts.undo': ({ act, confirmed, task }) =>
      tasks.run(task, async (context) => {
        const kept = await findActToUndo(archive, act)
        if (kept === null) return archive.acts.undo(context)
        dryRuns.require(undoName(kept.act), kept.undoable, confirmed)
        return archive.acts.undoKept(kept.act, context)
      }),
    'acts.redo': ({ task }) => tasks.run(task, (context) => archive.acts.redo(context)),
    'archive.acceptMissing': ({ task }) =>
      tasks.run(task, (context) => archive.rescan({ ...context, acceptMissing: true })),
    'archive.backup': ({ file, task }) => tasks.run(task, (context) => archive.backUp(file, context)),
    'archive.repair': () => archive.repair(),
    'archive.prune': ({ confirmed }) => archive.prune(confirmed),
    'archive.lastBackup': () => archive.lastBackup(),
    'drafts.save': async ({ article, version, fields }) => {
      await archive.drafts.save(article, version, fields)
      return null
    },
    'drafts.list': () => archive.drafts.list(),
    'drafts.discard': async ({ article }) => {
      await archive.drafts.discard(article)
      return null
    },
    'archive.rescan': ({ task }) => tasks.run(task, (context) => archive.rescan(context)),
  }
}

/** The act of an earlier session that is to be undone; null: the last one of this session is. */
export async function findActToUndo(archive: OpenArchive, act: string | undefined): Promise<KeptAct | null> {
  if (act === undefined && archive.acts.list().some(({ undone }) => !undone)) return null
  const kept = await archive.acts.kept()
  const found = act === undefined ? kept[0] : kept.find((candidate) => candidate.act === act)
  if (found === undefined) throw new AppError('nothing-to-undo', 'There is nothing to undo.')
  return found
}

/** The one article whose id begins so. @throws AppError `not-found`, `ambiguous-id`, `bad-request` */
function resolveId(archive: OpenArchive, text: string) {
  const prefix = text.trim().toLowerCase()
  if (prefix.length < SHORTEST_PREFIX) {
    throw new AppError('bad-request', `"${text}": an id needs at least ${SHORTEST_PREFIX} characters.`, { id: text })
  }
  const found = archive.catalog.idsWithPrefix(prefix, MOST_NAMED)
  const [only] = found
  if (only === undefined)
    throw new AppError('not-found', `No article has an id that begins with "${text}".`, { id: text })
  if (found.length > 1) {
    throw new AppError('ambiguous-id', `Several ids begin with "${text}": ${found.join(', ')}.`, {
      id: text,
      ids: found,
    })
  }
  return only
}
