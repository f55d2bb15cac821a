import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import { AppError, isAppError } from '../../contract/app-error.ts'
import type { RequestArgument } from '../../contract/archive-api.ts'
import type { Log } from '../../contract/log.ts'
import { ARTICLE_KINDS } from '../../model/article.ts'
import type { WatchState } from '../../model/watch-state.ts'
import { readPrivateJson, writePrivateJson } from '../../workspace/private-file.ts'
import type { Importer } from '../importer.ts'
import type { Intake } from '../intake.ts'
import { walkSources, type FoundSource } from '../walk-sources.ts'

/** What the watch works with. */
export interface WatchPorts {
  readonly importer: Pick<Importer, 'run'>
  readonly intake: Pick<Intake, 'addKnown'>
  /** Keeps the folder and what was taken from it; one file for each archive and user. */
  readonly file: string
  readonly clock: () => Date
  readonly log: Log
  /** Milliseconds between two looks; null: looks are only made by `look`. */
  readonly interval: number | null
}

/** Takes new files of one folder into the archive, by looking at it from time to time. */
export interface WatchFolder {
  state(): Promise<WatchState>
  /** @throws AppError `not-a-folder` */
  set(choice: RequestArgument<'import.setWatch'>): Promise<WatchState>
  /** Looks now. Files are taken once they have held still from one look to the next. */
  look(): Promise<void>
  close(): Promise<void>
}

const storedSchema = v.object({
  folder: v.nullable(v.string()),
  kind: v.picklist(ARTICLE_KINDS),
  outlet: v.string(),
  /** Marks of the files that were taken, by path. */
  taken: v.record(v.string(), v.string()),
})
type Stored = Readonly<v.InferOutput<typeof storedSchema>>

const NOTHING: Stored = { folder: null, kind: 'coverage', outlet: '', taken: {} }
/** Files that other programs are still writing under a passing name. */
const UNFINISHED = /\.(?:tmp|temp|part|partial|crdownload|download|swp|lock)$|~$/i

/** Changes with the file. */
function markOf({ size, modified }: FoundSource): string {
  return `${size}-${modified?.getTime() ?? 0}`
}

async function requireFolder(path: string): Promise<void> {
  const info = await lstat(path).catch(() => null)
  if (info?.isDirectory() !== true) throw new AppError('not-a-folder', `${path} is no folder.`, { path })
}

/** Opens the watch; it begins to look when a folder was chosen, now or earlier. */
export function createWatchFolder({ importer, intake, file, clock, log, interval }: WatchPorts): WatchFolder {
  let seen = new Map<string, string>()
  let lookedAt: string | null = null
  let added = 0
  let problem: string | null = null
  let last: Promise<unknown> = Promise.resolve()

  const read = async (): Promise<Stored> => {
    const parsed = v.safeParse(storedSchema, await readPrivateJson(file))
    return parsed.success ? parsed.output : NOTHING
  }
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
  const describe = ({ folder, kind, outlet }: Stored): WatchState => ({
    folder,
    kind,
    outlet,
    lookedAt,
    added,
    problem,
  })

  const take = async (stored: Stored, still: readonly FoundSource[]): Promise<void> => {
    const sources: string[] = []
    for (const { name, path } of still) sources.push(await intake.addKnown({ name, path, isCopy: false }))
    const { kind, outlet } = stored
    const report = await importer.run({ sources, kind, outlet, tags: [], charset: null, task: undefined })
    added += report.added
    const taken = { ...stored.taken, ...Object.fromEntries(still.map((found) => [found.path, markOf(found)])) }
    await writePrivateJson(file, { ...stored, taken })
  }

  const look = async (): Promise<void> => {
    const stored = await read()
    if (stored.folder === null) return
    lookedAt = clock().toISOString()
    try {
      await requireFolder(stored.folder)
      const found = (await walkSources(stored.folder, basename(stored.folder))).filter(
        ({ name, fault }) => fault === null && !UNFINISHED.test(name),
      )
      const fresh = found.filter((source) => stored.taken[source.path] !== markOf(source))
      const still = fresh.filter((source) => source.size > 0 && seen.get(source.path) === markOf(source))
      seen = new Map(fresh.map((source) => [source.path, markOf(source)]))
      if (still.length > 0) await take(stored, still)
      problem = null
    } catch (error) {
      if (!isAppError(error)) log.error('Looking at the watched folder', error)
      problem = error instanceof Error ? error.message : String(error)
    }
  }

  const timer = interval === null ? undefined : setInterval(() => void inTurn(look), interval)
  timer?.unref()
  return {
    state: async () => describe(await read()),
    set: ({ folder, kind, outlet }) =>
      inTurn(async () => {
        if (folder !== null) await requireFolder(folder)
        const before = await read()
        const stored = { folder, kind, outlet, taken: before.folder === folder ? before.taken : {} }
        await writePrivateJson(file, stored)
        seen = new Map()
        problem = null
        lookedAt = null
        return describe(stored)
      }),
    look: () => inTurn(look),
    close: async () => {
      clearInterval(timer)
      await last
    },
  }
}
