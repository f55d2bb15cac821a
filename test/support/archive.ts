import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createArchive } from '../../core/archive/create-archive.ts'
import type { FolderTools } from '../../core/archive/folder.ts'
import { openArchive, type OpenArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import type { ArticleFields } from '../../core/model/article.ts'
import { NO_TAGS } from '../../core/model/tag.ts'
import { makeTempDir } from './temp-dir.ts'

/** A log that keeps its lines for the test to look at. */
export function createTestLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  return {
    lines,
    info: (message) => void lines.push(message),
    warn: (message) => void lines.push(message),
    error: (message) => void lines.push(message),
  }
}

/** A clock that moves on by one second with every look. */
export function createTestClock(start = '2026-03-02T08:00:00.000Z'): () => Date {
  let time = Date.parse(start)
  return () => new Date((time += 1_000))
}

/** What a person wrote, with everything not given left empty. */
export function fieldsWith(fields: Partial<ArticleFields> = {}): ArticleFields {
  return {
    title: 'A new laboratory opens its doors',
    subtitle: '',
    published: null,
    outlet: '',
    authors: [],
    kind: 'own',
    language: 'en',
    url: '',
    tags: NO_TAGS,
    summary: '',
    notes: '',
    story: '',
    body: 'The laboratory for soil science was opened on Monday.',
    ...fields,
  }
}

/** Folders of one archive in a test. */
export interface TestArchive {
  /** The archive's real path. */
  readonly path: string
  readonly log: ReturnType<typeof createTestLog>
  /** Opens it, as a fresh start of the program would. */
  readonly open: (options?: {
    readonly tools?: FolderTools
    readonly clock?: () => Date
    /** Opens it for writing beside a program that only seems to be dead. */
    readonly lock?: null
  }) => Promise<OpenArchive>
}

/** Makes an empty archive in a temporary folder, or in `parent`, an empty folder of the caller. */
export async function makeArchive(name = 'Press office', parent?: string): Promise<TestArchive> {
  const base = parent ?? (await makeTempDir())
  const clock = createTestClock()
  const log = createTestLog()
  const { path } = await createArchive({
    folder: join(base, 'archive'),
    name,
    language: 'en',
    clock,
    newUuid: randomUUID,
  })
  return {
    path,
    log,
    open: (options = {}) =>
      openArchive({
        folder: path,
        cacheFolder: join(base, 'cache'),
        privateFolder: join(base, 'private'),
        clock,
        log,
        ...options,
      }),
  }
}
