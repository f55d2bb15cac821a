import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import { ACT_KINDS, type ActKind } from '../contract/results.ts'
import { articleId } from '../contract/schemas.ts'
import type { GrowingFile } from '../files/bulk-save.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveFolder } from './folder.ts'
import { HISTORY_FOLDER, timeInName } from './layout.ts'

/** Where the restore points lie: for each a list in JSON and a text with the contents. */
export const ACTS_FOLDER = `${HISTORY_FOLDER}/acts`
const PENDING_END = '.pending.json'
const LIST_END = '.json'
const TEXT_END = '.txt'

/** One article of a restore point: its content before and after lie one behind the other in the text. */
export interface PointEntry {
  readonly id: ArticleId
  /** Path of the article's file at the time of the act. */
  readonly path: string
  /** SHA-256 of the contents. */
  readonly before: string
  readonly after: string
  /** Where the content before begins, in bytes, and the lengths of both. */
  readonly at: number
  readonly beforeLength: number
  readonly afterLength: number
}

/** The contents of many articles before and after an act that changed them. */
export interface RestorePoint {
  /** Name of its files, without ending. */
  readonly name: string
  readonly kind: ActKind
  /** Time of the act. */
  readonly at: Date
  readonly entries: readonly PointEntry[]
  /** What else the act changed, such as the registry of tags; null: nothing. */
  readonly file: FileChange | null
  /** True until all articles of the act are known to be on the disk. */
  readonly pending: boolean
}

/** One of the archive's own files that an act changed together with articles: its text before and after. */
export interface FileChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Contents of one article. */
export interface PointContents {
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** An article for a restore point: what it is and what it becomes, each with its checksum. */
export interface NewEntry extends Pick<PointEntry, 'id' | 'path' | 'before' | 'after'> {
  readonly contents: PointContents
}

/** A restore point that is being written. */
export interface NewPoint {
  add(article: NewEntry): Promise<void>
  /** Puts it on the disk. From now on the act will be finished, also after a crash. */
  finish(): Promise<RestorePoint>
  discard(): Promise<void>
}

const listSchema = v.object({
  kind: v.picklist(ACT_KINDS),
  at: v.pipe(v.string(), v.isoTimestamp()),
  file: v.optional(v.nullable(v.object({ path: v.string(), before: v.string(), after: v.string() })), null),
  articles: v.array(
    v.object({
      id: articleId,
      path: v.string(),
      before: v.string(),
      after: v.string(),
      at: v.number(),
      beforeLength: v.number(),
      afterLength: v.number(),
    }),
  ),
})

const SEPARATOR = Buffer.from('\n')

function formatList({ kind, at, file, entries }: Omit<RestorePoint, 'name' | 'pending'>): Uint8Array {
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')
  return Buffer.from(
    `{\n "kind": ${JSON.stringify(kind)},\n "at": "${at.toISOString()}",\n "file": ${JSON.stringify(file)},\n "articles": [\n${lines}\n ]\n}\n`,
  )
}

/** Begins a restore point; nothing of it counts before `finish`. */
export async function beginPoint(
  folder: ArchiveFolder,
  kind: ActKind,
  at: Date,
  file: FileChange | null = null,
): Promise<NewPoint> {
  const name = `${timeInName(at)}-${kind}-${randomBytes(3).toString('hex')}`
  const text: GrowingFile = await folder.grow(`${ACTS_FOLDER}/${name}${TEXT_END}`)
  const entries: PointEntry[] = []
  return {
    async add({ id, path, before, after, contents }) {
      // For people who read it: which article follows, and which version.
      const head = Buffer.from(`=== ${path} before ${before}\n`)
      const start = await text.append(Buffer.concat([head, contents.before, contents.after, SEPARATOR]))
      entries.push({
        ...{ id, path, before, after, at: start + head.length },
        ...{ beforeLength: contents.before.length, afterLength: contents.after.length },
      })
    },
    async finish() {
      await text.finish()
      await folder.save(`${ACTS_FOLDER}/${name}${PENDING_END}`, formatList({ kind, at, file, entries }), null)
      return { name, kind, at, file, entries, pending: true }
    },
    discard: () => text.discard(),
  }
}

/** Says that all articles of the act are on the disk: it needs not be finished any more. */
export async function settlePoint(folder: ArchiveFolder, { name }: RestorePoint): Promise<void> {
  await folder.move(`${ACTS_FOLDER}/${name}${PENDING_END}`, `${ACTS_FOLDER}/${name}${LIST_END}`)
}

/**
 * The contents of articles of a restore point, compared with their checksums.
 *
 * @throws AppError `file-unavailable`; `not-found` where the text is gone or damaged
 */
export async function readContents(
  folder: ArchiveFolder,
  point: Pick<RestorePoint, 'name'>,
  entries: readonly PointEntry[],
): Promise<readonly PointContents[]> {
  const path = `${ACTS_FOLDER}/${point.name}${TEXT_END}`
  const parts = await folder.readParts(
    path,
    entries.map((entry) => ({ position: entry.at, length: entry.beforeLength + entry.afterLength })),
  )
  return entries.map((entry, place) => {
    const bytes = parts[place] ?? new Uint8Array()
    const contents = { before: bytes.subarray(0, entry.beforeLength), after: bytes.subarray(entry.beforeLength) }
    if (sha256(contents.before) !== entry.before || sha256(contents.after) !== entry.after) {
      throw new AppError('not-found', `The restore point ${path} is damaged.`, { file: path })
    }
    return contents
  })
}

function parseList(name: string, pending: boolean, bytes: Uint8Array): RestorePoint | null {
  let stored: unknown
  try {
    stored = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  const list = v.safeParse(listSchema, stored)
  if (!list.success) return null
  const { kind, at, file, articles } = list.output
  return { name, kind, at: new Date(at), file, entries: articles, pending }
}

/** The list of a restore point: one that is settled while it is looked for has another name then. Null: it is gone. */
export async function readPointList(
  folder: ArchiveFolder,
  name: string,
  pending: boolean,
): Promise<{ readonly bytes: Uint8Array; readonly pending: boolean } | null> {
  if (pending) {
    const file = await folder.readIfPresent(`${ACTS_FOLDER}/${name}${PENDING_END}`)
    if (file !== null) return { bytes: file.bytes, pending }
  }
  const file = await folder.readIfPresent(`${ACTS_FOLDER}/${name}${LIST_END}`)
  return file === null ? null : { bytes: file.bytes, pending: false }
}

/** What lies in the folder of the restore points. */
export interface PointsFound {
  readonly points: readonly RestorePoint[]
  /** Texts without a list: their acts never began. Paths relative to the archive. */
  readonly orphans: readonly string[]
}

/** Reads the lists of all restore points, or of those alone whose acts may have to be finished. */
export async function findPoints(folder: ArchiveFolder, pendingOnly: boolean): Promise<PointsFound> {
  const names = (await folder.list(ACTS_FOLDER)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
  const points: RestorePoint[] = []
  for (const file of names) {
    const pending = file.endsWith(PENDING_END)
    if (!file.endsWith(LIST_END) || (pendingOnly && !pending)) continue
    const name = file.slice(0, -(pending ? PENDING_END : LIST_END).length)
    const list = await readPointList(folder, name, pending)
    const point = list === null ? null : parseList(name, list.pending, list.bytes)
    if (point !== null) points.push(point)
  }
  const all = new Set(names)
  const orphans = names.filter((name) => {
    const stem = name.slice(0, -TEXT_END.length)
    return name.endsWith(TEXT_END) && !all.has(`${stem}${LIST_END}`) && !all.has(`${stem}${PENDING_END}`)
  })
  return { points, orphans: orphans.map((name) => `${ACTS_FOLDER}/${name}`) }
}
