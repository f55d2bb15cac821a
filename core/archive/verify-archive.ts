import { AppError } from '../contract/app-error.ts'
import type { ProblemKind, VerifyReport } from '../contract/results.ts'
import { TAG_KINDS, type TagId } from '../model/tag.ts'
import { findingOf } from '../model/file-finding.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveContext } from './archive-context.ts'
import { findProblems, parseArticleFile, type ArticleFile } from './article-file.ts'
import { attachmentFolder } from './attachment-store.ts'
import { findDamagedVersions } from './check-history.ts'
import { forEachInParallel, type JobOptions } from './in-parallel.ts'
import { findOldHistory } from './old-history.ts'
import { ARTICLES_FOLDER, ATTACHMENTS_FOLDER, isArticlePath } from './layout.ts'

/** What a verification is told besides the folder. */
export interface VerifyOptions extends JobOptions {
  /** Ids of the tag registry; null where it cannot be read. */
  readonly knownTags: ReadonlySet<TagId> | null
}

/** The report without what only the search knows. */
export type FolderReport = Omit<VerifyReport, 'index'>
type Problem = VerifyReport['problems'][number]

const AT_ONCE = 8

interface Findings {
  readonly problems: Problem[]
  readonly pathsById: Map<ArticleId, string[]>
  readonly attachmentFiles: Set<string>
  articles: number
  attachments: number
  bytes: number
}

function add(findings: Findings, kind: ProblemKind, file: string, message: string): void {
  findings.problems.push({ kind, file, message, finding: findingOf(message) })
}

/** What is wrong with the file itself, where the failure tells. */
function reasonOf({ message, details }: AppError): string {
  return typeof details.reason === 'string' ? details.reason : message
}

async function checkAttachments(
  context: ArchiveContext,
  path: string,
  file: ArticleFile,
  findings: Findings,
): Promise<void> {
  const { id, attachments } = file.article
  if (attachments.length === 0) return
  const folder = await attachmentFolder(context.folder, id)
  for (const { name, sha256: expected } of attachments) {
    const place = `${folder}/${name}`
    findings.attachmentFiles.add(place)
    try {
      const found = await context.folder.readIfPresent(place)
      if (found === null) {
        add(findings, 'missing-attachment', place, `The article ${path} names it.`)
        continue
      }
      findings.attachments += 1
      findings.bytes += found.bytes.length
      if (found.version !== expected)
        add(findings, 'damaged-attachment', place, `Its checksum is not the one in ${path}.`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      add(findings, 'damaged-attachment', place, reasonOf(error))
    }
  }
}

function checkValues(path: string, file: ArticleFile, knownTags: VerifyOptions['knownTags'], findings: Findings): void {
  for (const { key, message } of findProblems(file)) {
    add(
      findings,
      key === 'tags' ? 'unknown-tag' : key === 'published' ? 'bad-date' : 'unreadable-article',
      path,
      message,
    )
  }
  if (knownTags === null) return
  for (const kind of TAG_KINDS) {
    for (const tag of file.article.tags[kind]) {
      if (!knownTags.has(tag)) add(findings, 'unknown-tag', path, `The tag "${tag}" is not in the registry.`)
    }
  }
}

/**
 * True where the disk gives other bytes than the archive last read or wrote, and says that nothing has changed: no person
 * or program did that.
 */
async function hasChangedUnseen({ catalog, files, folder }: ArchiveContext, path: string, file: ArticleFile) {
  const { id, version } = file.article
  const known = files.get(path)
  if (known === undefined || files.pathOf(id) !== path || catalog.summaryOf(id)?.version === version) return false
  const { size, modified } = await folder.info(path)
  return files.get(path) === known && size === known.size && modified === known.modified
}

async function checkArticle(
  context: ArchiveContext,
  path: string,
  options: VerifyOptions,
  findings: Findings,
): Promise<void> {
  try {
    const { bytes } = await context.folder.read(path)
    const file = parseArticleFile(bytes, path)
    if (await hasChangedUnseen(context, path, file)) {
      add(findings, 'changed-article', path, 'Its content has changed though its size and time have not.')
    }
    findings.articles += 1
    findings.bytes += bytes.length
    findings.pathsById.set(file.article.id, [...(findings.pathsById.get(file.article.id) ?? []), path])
    checkValues(path, file, options.knownTags, findings)
    await checkAttachments(context, path, file, findings)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    add(findings, 'unreadable-article', path, reasonOf(error))
  }
}

function byPlace(left: Problem, right: Problem): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1
  return left.message < right.message ? -1 : 1
}

/**
 * Reads every file of the archive and compares: articles, ids, dates, tags, checksums of attachments and of old versions,
 * files that belong to nobody. Changes nothing.
 *
 * @throws AppError `cancelled`
 */
export async function verifyArchive(context: ArchiveContext, options: VerifyOptions): Promise<FolderReport> {
  const findings: Findings = {
    problems: [],
    pathsById: new Map(),
    attachmentFiles: new Set(),
    articles: 0,
    attachments: 0,
    bytes: 0,
  }
  const inArticles = await context.folder.walk(ARTICLES_FOLDER)
  const inAttachments = await context.folder.walk(ATTACHMENTS_FOLDER)
  const paths = inArticles.files.map((file) => file.path)
  const articles = paths.filter(isArticlePath)
  let done = 0
  await forEachInParallel(
    articles,
    AT_ONCE,
    async (path) => {
      await checkArticle(context, path, options, findings)
      done += 1
      options.onProgress?.(done, articles.length, path)
    },
    options.signal,
  )
  for (const path of paths) if (!isArticlePath(path)) add(findings, 'stray-file', path, 'It is no article.')
  for (const path of [...inArticles.refused, ...inAttachments.refused]) {
    add(findings, 'stray-file', path, 'It is a link or a device, which the archive does not follow.')
  }
  for (const file of [...inArticles.temporaries, ...inAttachments.temporaries]) {
    add(findings, 'stray-file', file.path, 'It is left over from a save that did not end.')
  }
  for (const { path } of inAttachments.files) {
    if (!findings.attachmentFiles.has(path)) add(findings, 'extra-attachment', path, 'No article names it.')
  }
  for (const { file, message } of await findDamagedVersions(context.folder, options)) {
    add(findings, 'damaged-version', file, message)
  }
  for (const [id, places] of findings.pathsById) {
    if (places.length > 1)
      for (const path of places)
        add(findings, 'duplicate-id', path, `The id ${id} is in ${String(places.length)} files.`)
  }
  const { articles: count, attachments, bytes } = findings
  const problems = findings.problems.sort(byPlace)
  const oldHistory = await findOldHistory(context)
  return { articles: count, attachments, tags: options.knownTags?.size ?? 0, bytes, oldHistory, problems }
}
