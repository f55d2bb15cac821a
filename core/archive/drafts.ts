import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import type { DraftSummary } from '../contract/results.ts'
import { articleId, draftFields } from '../contract/schemas.ts'
import { isMissing } from '../files/file-system.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleFields } from '../model/article.ts'
import type { ArchiveContext } from './archive-context.ts'
import { readArticleFile } from './article-store.ts'
import type { FolderTools } from './folder.ts'
import { newerFirst } from './newer-first.ts'
import { fieldsOf, wellFormed } from './well-formed.ts'

/** What is being typed, kept in the user's private folder until it is saved or thrown away. */
export interface Drafts {
  /** Keeps a draft; the one before is replaced. `article` null: a new article. */
  save(article: ArticleId | null, version: string, fields: ArticleFields): Promise<void>
  /** Drafts that differ from the archive, the latest first. */
  list(): Promise<readonly DraftSummary[]>
  discard(article: ArticleId | null): Promise<void>
}

const schema = v.object({
  article: v.nullable(articleId),
  version: v.string(),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  fields: draftFields,
})
type Draft = v.InferOutput<typeof schema>

function parseDraft(bytes: Uint8Array): Draft | null {
  try {
    const result = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)))
    return result.success ? result.output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The article as it is now; null where it is gone or cannot be read. */
async function presentArticle(context: ArchiveContext, id: ArticleId | null) {
  if (id === null) return null
  try {
    return (await readArticleFile(context, id)).file.article
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Drafts of one archive. Never on a share: only in the private folder of this user. */
export function createDrafts(context: ArchiveContext, tools: FolderTools, privateFolder: string): Drafts {
  const folder = join(privateFolder, context.info.id, 'drafts')
  const pathOf = (article: ArticleId | null) => join(folder, `${article ?? 'new'}.json`)

  async function discard(article: ArticleId | null): Promise<void> {
    await tools.saver.remove(pathOf(article))
  }

  async function readAll(): Promise<readonly Draft[]> {
    try {
      const names = (await tools.system.list(folder)).filter(({ name }) => name.endsWith('.json'))
      const drafts = await Promise.all(
        names.map(async ({ name }) => parseDraft(await tools.system.read(join(folder, name)))),
      )
      return drafts.filter((draft) => draft !== null)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  return {
    async save(article, version, fields) {
      const draft: Draft = {
        article,
        version,
        savedAt: context.clock().toISOString(),
        fields: wellFormed(fields) as Draft['fields'],
      }
      await context.queue.run(`draft ${article ?? 'new'}`, () =>
        tools.saver.saveDisposable(pathOf(article), Buffer.from(JSON.stringify(draft))),
      )
    },
    async list() {
      const drafts: DraftSummary[] = []
      for (const draft of await readAll()) {
        const present = await presentArticle(context, draft.article)
        if (present && isDeepStrictEqual(fieldsOf(present), fieldsOf(draft.fields))) {
          await discard(draft.article)
          continue
        }
        const outdated = draft.article !== null && present?.version !== draft.version
        drafts.push({ ...draft, outdated })
      }
      return drafts.sort((left, right) => newerFirst(new Date(left.savedAt), new Date(right.savedAt)))
    },
    discard,
  }
}
