import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArticleFile } from '../archive/article-file.ts'
import { createArchive, type CreatedArchive } from '../archive/create-archive.ts'
import { createArchiveFolder, createFolderTools, type FolderTools } from '../archive/folder.ts'
import { articlePath, ATTACHMENTS_FOLDER, shortIdOf } from '../archive/layout.ts'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { Language } from '../model/language.ts'
import { resourcePath } from '../processes/resource-path.ts'
import { TAGS_FILE } from '../tags/tag-store.ts'
import type { TaskContext } from '../tasks/task-registry.ts'

/** What the sample archive needs to know. */
export interface CreateSampleOptions {
  /** Absolute path of a folder that is missing or empty. */
  readonly folder: string
  /** Language of the archive's name; the articles are in all three. */
  readonly language: Language
  readonly clock: () => Date
  readonly tools?: FolderTools
  readonly context?: TaskContext
}

const SAMPLE_NAMES: Readonly<Record<Language, string>> = {
  en: 'Aidynkol University (sample)',
  ru: 'Айдынкольский университет (пример)',
  kk: 'Айдынкөл университеті (мысал)',
}

/** A file of the sample and its place in the archive. */
interface SampleFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Makes an archive of articles about a fictional university. The articles, their ids and dates are always the same.
 *
 * @throws AppError `archive-exists` where the folder holds an archive or anything else; `cancelled`
 */
export async function createSampleArchive(options: CreateSampleOptions): Promise<CreatedArchive> {
  const { folder, language, clock, context } = options
  const tools = options.tools ?? createFolderTools()
  const files = await readSample()
  throwIfCancelled(context?.signal)
  const created = await createArchive({ folder, name: SAMPLE_NAMES[language], language, clock, tools })
  const target = createArchiveFolder(created.path, tools)
  for (const [place, { path, bytes }] of files.entries()) {
    throwIfCancelled(context?.signal)
    await target.save(path, bytes, null)
    context?.onProgress(place + 1, files.length, path)
  }
  return created
}

/** All files, those first that others refer to. */
async function readSample(): Promise<readonly SampleFile[]> {
  const source = resourcePath('sample')
  const tags = { path: TAGS_FILE, bytes: await readFile(join(source, 'tags.yaml')) }
  const names = (await readdir(join(source, 'articles'))).filter((name) => name.endsWith('.md')).sort()
  const articles: SampleFile[] = []
  const attachments: SampleFile[] = []
  for (const name of names) {
    const bytes = await readFile(join(source, 'articles', name))
    const { article } = parseArticleFile(bytes, name)
    const shortId = shortIdOf(article.id)
    articles.push({ path: articlePath(article.published, article.title, shortId), bytes })
    for (const attachment of article.attachments) {
      attachments.push({
        path: `${ATTACHMENTS_FOLDER}/${shortId}/${attachment.name}`,
        bytes: await readFile(join(source, 'attachments', attachment.name)),
      })
    }
  }
  return [tags, ...attachments, ...articles]
}
