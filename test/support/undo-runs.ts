import { createHash } from 'node:crypto'
import { parseArticleFile } from '../../core/archive/article-file.ts'
import { formatArchiveInfo, parseArchiveInfo } from '../../core/archive/archive-info.ts'
import { createArchiveFolder } from '../../core/archive/folder.ts'
import { FORMAT_VERSION } from '../../core/archive/layout.ts'
import { keepVersion } from '../../core/archive/history.ts'
import { migrateArchive } from '../../core/archive/migrations/migrate-archive.ts'
import type { Migration } from '../../core/archive/migrations/migration.ts'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import type { BulkChange } from '../../core/contract/results.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article } from '../../core/model/article.ts'
import { createTestClock, fieldsWith } from './archive.ts'
import type { Random } from './random.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE, toolsOn } from './simulated-archive.ts'
import type { SimulatedDisk } from './simulated-disk.ts'

/** What a person changes in an article. */
type Content = Pick<Article, 'title' | 'body' | 'notes'>

/** What the archive should hold at one moment, told by what was done and not by what is there. */
interface Moment {
  readonly live: ReadonlyMap<ArticleId, Content>
  /** SHA-256 of each article's file, noted when the moment came first. */
  readonly files: ReadonlyMap<ArticleId, string>
}

interface Run {
  readonly disk: SimulatedDisk
  readonly random: Random
  readonly clock: () => Date
  readonly wrong: string[]
  /** All bytes that each article ever had. */
  readonly versions: Map<ArticleId, Set<string>>
  /** What lies in the trash: all that was live once and is not now. */
  readonly trash: Map<ArticleId, Content>
  archive: OpenArchive
  /** Moments that undo and redo lead to, and the place of the present one. */
  moments: Moment[]
  at: number
}

const ARTICLES = `${SIMULATED_ARCHIVE}/articles/`

function articleFiles({ disk }: Run): readonly (readonly [path: string, article: Article, hash: string])[] {
  return [...disk.files()]
    .filter(([path]) => path.startsWith(ARTICLES) && path.endsWith('.md'))
    .map(([path, bytes]) => [
      path,
      parseArticleFile(bytes, path).article,
      createHash('sha256').update(bytes).digest('hex'),
    ])
}

function contentOf({ title, body, notes }: Content): Content {
  return { title, body, notes }
}

function present(run: Run): Moment {
  const moment = run.moments[run.at]
  if (moment === undefined) throw new Error('The run has no present moment.')
  return moment
}

/** What is live no more lies in the trash, and the other way round. */
function arriveAt(run: Run, live: Moment['live']): void {
  for (const [id, content] of present(run).live) if (!live.has(id)) run.trash.set(id, content)
  for (const id of live.keys()) run.trash.delete(id)
}

/** Takes what was just done into the moments; what could have been done again is gone. */
function record(run: Run, live: Moment['live']): void {
  const files = new Map(articleFiles(run).map(([, { id }, hash]) => [id, hash]))
  for (const [id, hash] of files) run.versions.set(id, new Set([...(run.versions.get(id) ?? []), hash]))
  arriveAt(run, live)
  run.at += 1
  run.moments.splice(run.at, run.moments.length, { live, files })
}

/** Forgets the way back, as a restart does. */
function begin(run: Run): void {
  run.moments = [present(run)]
  run.at = 0
}

function requireDone({ failed }: BulkChange): void {
  if (failed.length > 0) throw new Error(`Not done: ${JSON.stringify(failed)}`)
}

async function create(run: Run, { live }: Moment): Promise<void> {
  const fields = fieldsWith({ title: `T ${run.random.below(1e9)}`, body: `Body 🌲 ${run.random.below(1e9)}` })
  const { id } = await run.archive.createArticle(fields)
  record(run, new Map([...live, [id, contentOf(fields)]]))
}

async function save(run: Run, { live }: Moment, id: ArticleId): Promise<void> {
  const { archive, random } = run
  const article = await archive.readArticle(id)
  // A new title is what a person calls renaming.
  const change = random.chance(0.4)
    ? { title: `Renamed ${random.below(1e9)}` }
    : { body: `Body\r\n${random.below(1e9)}` }
  await archive.saveArticle(id, article.version, { ...article, ...change }, { force: true })
  record(run, new Map([...live, [id, contentOf({ ...article, ...change })]]))
}

async function changeMany(run: Run, { live }: Moment, ids: readonly ArticleId[]): Promise<void> {
  const notes = `notes ${run.random.below(1e9)}`
  requireDone(await run.archive.changeArticles(ids, (article) => ({ ...article, notes })))
  record(run, new Map([...live].map(([id, content]) => [id, ids.includes(id) ? { ...content, notes } : content])))
}

async function trash(run: Run, { live }: Moment, ids: readonly ArticleId[]): Promise<void> {
  requireDone(await run.archive.trashArticles(ids))
  record(run, new Map([...live].filter(([id]) => !ids.includes(id))))
}

async function restore(run: Run, { live }: Moment, ids: readonly ArticleId[]): Promise<void> {
  if (ids.length === 0) return
  requireDone(await run.archive.restoreArticles(ids))
  record(run, new Map([...live, ...[...run.trash].filter(([id]) => ids.includes(id))]))
}

async function restoreVersion(run: Run, { live, files }: Moment, id: ArticleId): Promise<void> {
  const versions = await run.archive.articleVersions(id)
  if (versions.length === 0) return
  const { name, hash } = run.random.pick(versions)
  const old = await run.archive.readArticleVersion(id, name)
  await run.archive.restoreArticleVersion(id, name)
  const after = articleFiles(run).find(([, article]) => article.id === id)?.[2] ?? ''
  if (!after.startsWith(hash) || run.versions.get(id)?.has(after) !== true)
    run.wrong.push(`${id}: another version came back`)
  if (files.get(id) !== after) record(run, new Map([...live, [id, contentOf(old)]]))
}

/** Gives a file another name and folder, as a file manager does. */
async function moveByHand(run: Run): Promise<void> {
  const [path] = run.random.pick(articleFiles(run))
  await run.disk.system.rename(path, `${ARTICLES}undated/moved ${run.random.below(1e9)}.md`)
  await run.archive.rescan()
}

/** Ends the program and starts it again, at times with an archive of an older format. */
async function restart(run: Run): Promise<void> {
  await run.archive.close()
  if (run.random.chance(0.5)) await migrate(run)
  run.archive = await openSimulated(run.disk, toolsOn(run.disk), run.clock)
  begin(run)
}

const MIGRATED = 'migrated: "yes"'

/** Adds a key to every article that has not got it, keeping what was there. */
function stepOn(run: Run): Migration {
  return {
    from: FORMAT_VERSION,
    name: '2026-04-01-migrated',
    run: async (folder) => {
      for (const [path, { id, version }] of articleFiles(run)) {
        const place = path.slice(SIMULATED_ARCHIVE.length + 1)
        const text = Buffer.from((await folder.read(place)).bytes).toString()
        if (text.includes(MIGRATED)) continue
        const bytes = Buffer.from(text.replace(/^---\n/, `---\n${MIGRATED}\n`))
        await folder.save(place, bytes, version, (old) => keepVersion(folder, id, old, run.clock()))
      }
    },
  }
}

/** Brings the closed archive to a next format, and calls that one the present format again, so that the run can go on. */
async function migrate(run: Run): Promise<void> {
  const folder = createArchiveFolder(SIMULATED_ARCHIVE, toolsOn(run.disk))
  const info = parseArchiveInfo((await folder.read('archive.json')).bytes)
  let backedUp = ''
  const picture = () =>
    articleFiles(run)
      .map(([path, , hash]) => `${path} ${hash}`)
      .join()
  const before = picture()
  await migrateArchive(folder, info, {
    clock: run.clock,
    backUp: () => Promise.resolve((backedUp = picture())),
    migrations: [stepOn(run)],
    target: FORMAT_VERSION + 1,
  })
  if (backedUp !== before) run.wrong.push('migrated before the backup')
  const file = await folder.read('archive.json')
  if (parseArchiveInfo(file.bytes).format !== FORMAT_VERSION + 1) run.wrong.push('the format was not raised')
  await folder.save('archive.json', formatArchiveInfo(info), file.version)
  record(run, present(run).live)
}

async function act(run: Run): Promise<void> {
  const { random } = run
  const moment = present(run)
  const [live, trashed] = [[...moment.live.keys()], [...run.trash.keys()]]
  const some = live.filter(() => random.chance(0.4))
  const choice = random.below(14)
  if (live.length < 3 || choice < 2) await create(run, moment)
  else if (choice < 5) await save(run, moment, random.pick(live))
  else if (choice < 7) await changeMany(run, moment, random.chance(0.4) || some.length === 0 ? live : some)
  else if (choice < 8) await trash(run, moment, random.chance(0.2) || some.length === 0 ? [random.pick(live)] : some)
  else if (choice < 10 && trashed.length > 0)
    await restore(
      run,
      moment,
      trashed.filter(() => random.chance(0.6)),
    )
  else if (choice < 12) await restoreVersion(run, moment, random.pick(live))
  else if (choice < 13) await moveByHand(run)
  else await restart(run)
}

async function undoOrRedo(run: Run, way: 'undo' | 'redo'): Promise<void> {
  requireDone(await run.archive.acts[way]())
  const next = run.at + (way === 'undo' ? -1 : 1)
  arriveAt(run, run.moments[next]?.live ?? new Map())
  run.at = next
}

async function check(run: Run, name: string): Promise<void> {
  const { live, files } = present(run)
  const found = articleFiles(run)
  if (found.length !== live.size || run.archive.catalog.size !== live.size)
    run.wrong.push(`${name}: ${found.length} files, ${run.archive.catalog.size} articles, not ${live.size}`)
  for (const [path, article, hash] of found) {
    if (files.get(article.id) !== hash) run.wrong.push(`${name}: ${path} has other bytes`)
    if (JSON.stringify(contentOf(article)) !== JSON.stringify(live.get(article.id)))
      run.wrong.push(`${name}: ${path} has another content`)
  }
  const trashed = (await run.archive.trashedArticles()).map(({ article }) => article.id)
  if (trashed.toSorted().join() !== [...run.trash.keys()].toSorted().join())
    run.wrong.push(`${name}: the trash differs`)
}

/** Every version that an article ever had is its present one or in its history. */
async function checkHistory(run: Run): Promise<void> {
  for (const id of present(run).live.keys()) {
    const kept = new Set((await run.archive.articleVersions(id)).map(({ hash }) => hash))
    const now = present(run).files.get(id)
    for (const hash of run.versions.get(id) ?? [])
      if (hash !== now && !kept.has(hash.slice(0, 8))) run.wrong.push(`${id} has lost the version ${hash}`)
  }
}

/**
 * Does, undoes and does again at random, and compares every file and the trash with a model after each step; answers the
 * differences. Some runs begin with enough articles for acts that need a restore point.
 */
export async function runUndo(random: Random, steps: number): Promise<readonly string[]> {
  const disk = await makeSimulatedArchive()
  const clock = createTestClock()
  const run: Run = {
    ...{ disk, random, clock, wrong: [], versions: new Map(), trash: new Map(), at: 0 },
    archive: await openSimulated(disk, toolsOn(disk), clock),
    moments: [{ live: new Map(), files: new Map() }],
  }
  for (let number = 0; number < (random.chance(0.2) ? 24 : 0); number += 1) await create(run, present(run))
  for (let step = 0; step < steps && run.wrong.length === 0; step += 1) {
    const choice = random.below(10)
    if (choice < 3 && run.at > 0) await undoOrRedo(run, 'undo')
    else if (choice < 5 && run.at < run.moments.length - 1) await undoOrRedo(run, 'redo')
    else await act(run)
    await check(run, `step ${step}`)
  }
  await checkHistory(run)
  await run.archive.close()
  return run.wrong
}
