import { dirname } from 'node:path'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { AppError } from '../../core/contract/app-error.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { fieldsWith } from './archive.ts'
import type { Random } from './random.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE } from './simulated-archive.ts'
import { systemFailure, type SimulatedDisk } from './simulated-disk.ts'

/** Texts carry marks of this shape, so that each can be found again wherever it ended up. */
const MARK = /mark-\d+-\d+/g
const CONFLICT_NAMES = [
  (stem: string) => `${stem} (Saule's conflicted copy 2026-03-02).md`,
  (stem: string) => `${stem}.sync-conflict-20260302-101112-ABCDEFG.md`,
  (stem: string) => `${stem}_PRESS-PC_Aigul_CaseConflict_1.md`,
  (stem: string) => `${stem}-PRESS-PC.md`,
  (stem: string) => `${stem} (1).md`,
]

interface Run {
  readonly disk: SimulatedDisk
  readonly archive: OpenArchive
  readonly random: Random
  /** Marks that must still be somewhere in the folder. */
  readonly owed: Set<string>
  readonly broken: string[]
  /** Files that the sync client has taken away for the moment. */
  readonly away: Map<string, Uint8Array>
  marks: number
}

function marksIn(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes).toString('utf8').match(MARK) ?? []
}

function newMark(run: Run): string {
  run.marks += 1
  return `mark-${run.random.seed}-${run.marks}`
}

function articleFiles({ disk }: Run): readonly (readonly [string, Uint8Array])[] {
  return [...disk.files()].filter(([path]) => path.startsWith(`${SIMULATED_ARCHIVE}/articles/`) && path.endsWith('.md'))
}

async function writeOutside({ disk }: Run, path: string, bytes: Uint8Array): Promise<void> {
  if (disk.files().has(path)) {
    disk.overwrite(path, bytes)
    return
  }
  const file = await disk.system.create(path)
  await file.write(bytes, 0)
  await file.close()
}

/** What the client itself destroys is not owed by the program. */
function forgive(run: Run, bytes: Uint8Array): void {
  for (const mark of marksIn(bytes)) run.owed.delete(mark)
}

function withMark(bytes: Uint8Array, mark: string): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/(mark-\d+-\d+)(?![\s\S]*mark-)/, mark),
  )
}

async function syncClientActs(run: Run): Promise<void> {
  const { random, disk } = run
  const files = articleFiles(run)
  if (files.length === 0) return
  const [path, bytes] = random.pick(files)
  const choice = random.below(8)
  if (choice < 2) {
    const mark = newMark(run)
    forgive(run, bytes)
    run.owed.add(mark)
    await writeOutside(run, path, withMark(bytes, mark))
  } else if (choice < 3) {
    await disk.system.rename(path, path.replace(/\.md$/, `-moved-${random.below(1e6)}.md`))
  } else if (choice < 5) {
    const mark = newMark(run)
    const copy = random.pick(CONFLICT_NAMES)(path.replace(/\.md$/, ''))
    forgive(run, disk.files().get(copy) ?? new Uint8Array())
    run.owed.add(mark)
    await writeOutside(run, copy, withMark(bytes, mark))
  } else if (choice < 6) {
    forgive(run, bytes)
    await disk.system.remove(path)
  } else if (choice < 7) {
    const share = random.pick([0.2, 0.5, 1])
    for (const [one, content] of files.filter(() => random.chance(share))) {
      run.away.set(one, content)
      await disk.system.remove(one)
    }
  } else {
    disk.onCall = (call, read) => {
      if (call === 'read' && read === path) throw systemFailure('EIO')
    }
  }
}

/** Lets the client replace the article's file while the program is still filling the temporary for it. */
function actDuringSave(run: Run, id: ArticleId): () => void {
  const { disk } = run
  const before = disk.onCall
  const path = articleFiles(run).find(([, bytes]) => Buffer.from(bytes).toString('utf8').includes(id))?.[0]
  let isDone = false
  disk.onCall = (call, on) => {
    before(call, on)
    const isFilling = call === 'write' || call === 'sync'
    if (isDone || path === undefined || !isFilling || !on.startsWith(dirname(path))) return
    isDone = true
    const bytes = disk.files().get(path)
    if (bytes === undefined) return
    const mark = newMark(run)
    forgive(run, bytes)
    run.owed.add(mark)
    disk.overwrite(path, withMark(bytes, mark))
  }
  return () => {
    disk.onCall = before
  }
}

async function userActs(run: Run): Promise<void> {
  const { archive, random } = run
  const rows = archive.catalog.sorted(archive.catalog.filter(NO_FILTER), 'newest')
  const mark = newMark(run)
  try {
    if (rows.length < 8 || random.chance(0.2)) {
      await archive.createArticle(fieldsWith({ body: `Text ${mark}` }))
      run.owed.add(mark)
      return
    }
    const { id } = archive.catalog.summaryAt(rows[random.below(rows.length)]!)!
    const old = await archive.readArticle(id)
    // Typing takes a while; meanwhile the client works on.
    if (random.chance(0.4)) await syncClientActs(run)
    run.owed.add(mark)
    const end = random.chance(0.3) ? actDuringSave(run, id) : () => undefined
    try {
      await archive.saveArticle(id, old.version, { ...old, body: `Text ${mark}` }, { force: true })
    } finally {
      end()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Refused is no promise; but a conflict says that both texts are kept.
    if (error.code !== 'version-conflict') run.owed.delete(mark)
  }
}

async function comeBack(run: Run): Promise<void> {
  run.disk.onCall = () => undefined
  for (const [path, bytes] of run.away) {
    await run.disk.system.info(dirname(path))
    if (!run.disk.files().has(path)) await writeOutside(run, path, bytes)
    else forgive(run, bytes)
  }
  run.away.clear()
}

function idsIn({ catalog }: OpenArchive): readonly ArticleId[] {
  const rows = catalog.sorted(catalog.filter(NO_FILTER), 'newest')
  return [...rows].map((row) => catalog.summaryAt(row)!.id).toSorted()
}

/** Everything that is missing is on its way, or the program has noticed that too much is. */
function checkNothingDropped(run: Run, before: ReadonlySet<ArticleId>): void {
  const texts = articleFiles(run).map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
  const gone = [...before].filter((id) => !texts.some((text) => text.includes(id))).length
  const isLarge = gone > 20 || gone > before.size * 0.1
  const dropped = [...before].filter((id) => run.archive.catalog.rowOf(id) === undefined)
  if (isLarge && dropped.length > 0)
    run.broken.push(`${gone} of ${before.size} files were away and ${dropped.length} articles dropped`)
  if (isLarge && run.archive.readOnly !== 'offline')
    run.broken.push(`${gone} of ${before.size} files away and not offline`)
}

/** Lets a user and an unruly sync client work on one archive; answers what was lost or overwritten. */
export async function runSync(random: Random, steps: number): Promise<readonly string[]> {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const run: Run = { disk, archive, random, owed: new Set(), broken: [], away: new Map(), marks: 0 }
  for (let number = 0; number < 12; number += 1) await userActs(run)
  for (let step = 0; step < steps; step += 1) {
    const before = new Set(idsIn(archive))
    if (random.chance(0.5)) await userActs(run)
    else {
      await syncClientActs(run)
      await archive.rescan()
      if (run.away.size > 0) checkNothingDropped(run, before)
    }
    if (random.chance(0.5)) await comeBack(run)
    if (random.chance(0.5)) await archive.rescan()
  }
  await comeBack(run)
  await archive.rescan({ acceptMissing: true })
  const everything = new Set([...disk.files().values()].flatMap((bytes) => marksIn(bytes)))
  for (const mark of run.owed) if (!everything.has(mark)) run.broken.push(`${mark} is lost`)
  const fresh = await openSimulated(disk)
  if (idsIn(fresh).join() !== idsIn(archive).join()) run.broken.push('a fresh look finds other articles')
  return run.broken
}
