import type { NewArticle } from '../../core/archive/create-articles.ts'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { AppError, isAppError } from '../../core/contract/app-error.ts'
import type { BulkChange } from '../../core/contract/results.ts'
import { valueOf } from '../../core/files/batch-calls.ts'
import type { Article } from '../../core/model/article.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { fieldsWith } from './archive.ts'
import { OWN_FILE } from './broken-promises.ts'
import { addTo, inTrash, isTrashed, outOfTrash, stateOf, type ArticleState, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'

const WORDS = ['Орман', 'forest', 'лес', 'ғылым', '🌲', '\r\n', 'line\nbreak', '"quoted"', '# mark']

function randomText(random: Random): string {
  return Array.from({ length: 3 + random.below(20) }, () => random.pick(WORDS)).join(' ')
}

/**
 * Takes into the ledger what a piece of work reports. What failed may be done or not: it stays under way, and the steps
 * end here.
 */
function takeReport(ledger: Ledger, wanted: ReadonlyMap<ArticleId, ArticleState>, { failed }: BulkChange): void {
  const open = new Set(failed.map(({ id }) => id))
  for (const [id, after] of wanted) if (!open.has(id)) ledger.confirmed.set(id, after)
  const [first] = failed
  if (first) throw new AppError('save-failed', first.message)
}

/** Does one act whose outcome is known beforehand, and takes it into the ledger once it is confirmed. */
async function act(
  ledger: Ledger,
  wanted: ReadonlyMap<ArticleId, ArticleState>,
  work: () => Promise<BulkChange>,
): Promise<void> {
  const changes = [...wanted].map(([id, after]) => [id, { before: ledger.confirmed.get(id) ?? '', after }] as const)
  for (const [id, after] of wanted) ledger.underWay.set(id, after)
  takeReport(ledger, wanted, await work())
  ledger.done.push(new Map(changes))
  ledger.undone.length = 0
}

/** The report of a piece of work that either does all or fails. */
async function wholly(work: Promise<unknown>): Promise<BulkChange> {
  await work
  return { changed: [], unchanged: 0, failed: [] }
}

function randomArticle(random: Random): NewArticle {
  const fields = fieldsWith({ title: `T ${random.below(1_000)}`, body: randomText(random) })
  const attachments = random.chance(0.4)
    ? [{ name: 'a.txt', bytes: Buffer.from(randomText(random)), role: 'original' as const }]
    : []
  return { fields, attachments }
}

/** Takes new articles into the ledger as one act. */
function confirm(ledger: Ledger, articles: readonly Article[]): void {
  const states = articles.map((article) => [article.id, stateOf(article)] as const)
  for (const [id, state] of states) ledger.confirmed.set(id, state)
  ledger.done.push(new Map(states.map(([id, state]) => [id, { before: inTrash(state), after: state }])))
  ledger.undone.length = 0
}

async function create(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const { fields, ...rest } = randomArticle(random)
  confirm(ledger, [await archive.createArticle(fields, rest)])
}

async function createMany(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const outcomes = await archive.createArticles([1, 2, 3].map(() => randomArticle(random)))
  const made = outcomes.flatMap((outcome) => (outcome.done ? [outcome.value] : []))
  if (made.length > 0) confirm(ledger, made)
  for (const outcome of outcomes) valueOf(outcome)
}

async function save(archive: OpenArchive, random: Random, ledger: Ledger, id: ArticleId): Promise<void> {
  const old = await archive.readArticle(id)
  const wanted = { ...old, body: `${randomText(random)} ${random.below(1e9)}` }
  await act(ledger, new Map([[id, stateOf(wanted)]]), () =>
    wholly(archive.saveArticle(id, old.version, wanted, { force: true })),
  )
  addTo(ledger.replaced, id, old.version.slice(0, 8))
}

/** Saves on top of a version that this writer has never seen. */
async function saveBlindly(archive: OpenArchive, random: Random, ledger: Ledger, id: ArticleId): Promise<void> {
  const body = `${randomText(random)} ${random.below(1e9)}`
  const old = await archive.readArticle(id)
  try {
    await archive.saveArticle(id, '0'.repeat(64), { ...old, body }, { force: true })
  } catch (error) {
    if (!isAppError(error, 'version-conflict')) throw error
    addTo(ledger.beside, id, body)
  }
}

/** Gives articles a new note, all in one act. */
export async function changeMany(
  archive: OpenArchive,
  random: Random,
  ledger: Ledger,
  ids: readonly ArticleId[],
): Promise<void> {
  const notes = `note ${random.below(1e9)}`
  const before = await Promise.all(ids.map((id) => archive.readArticle(id)))
  const wanted = new Map(before.map((article) => [article.id, stateOf({ ...article, notes })]))
  await act(ledger, wanted, () => archive.changeArticles(ids, (article) => ({ ...article, notes })))
  for (const { id, version } of before) addTo(ledger.replaced, id, version.slice(0, 8))
}

/** Puts articles into the trash in one act. */
export async function trash(archive: OpenArchive, ledger: Ledger, ids: readonly ArticleId[]): Promise<void> {
  const wanted = new Map(ids.map((id) => [id, inTrash(ledger.confirmed.get(id) ?? '')]))
  await act(ledger, wanted, () => archive.trashArticles(ids))
}

/** Takes articles out of the trash in one act. */
export async function restore(archive: OpenArchive, ledger: Ledger, ids: readonly ArticleId[]): Promise<void> {
  const wanted = new Map(ids.map((id) => [id, outOfTrash(ledger.confirmed.get(id) ?? '')]))
  await act(ledger, wanted, () => archive.restoreArticles(ids))
}

/** Versions that an act is about to replace by others, as the history names them; moved articles keep theirs. */
async function replacedBy(
  archive: OpenArchive,
  states: ReadonlyMap<ArticleId, ArticleState>,
  ledger: Ledger,
): Promise<readonly (readonly [ArticleId, string])[]> {
  const isMoved = (id: ArticleId) => isTrashed(states.get(id) ?? '') || isTrashed(ledger.confirmed.get(id) ?? '')
  const ids = [...states.keys()].filter((id) => !isMoved(id))
  return Promise.all(ids.map(async (id) => [id, (await archive.readArticle(id)).version.slice(0, 8)] as const))
}

/** Undoes the last act, or does it again. */
export async function goBackOrForth(archive: OpenArchive, ledger: Ledger, way: 'undo' | 'redo'): Promise<void> {
  const [from, to] = way === 'undo' ? [ledger.done, ledger.undone] : [ledger.undone, ledger.done]
  const last = from.at(-1)
  if (!last) return
  const side = way === 'undo' ? 'before' : 'after'
  const states = new Map([...last].map(([id, both]) => [id, both[side]]))
  const replaced = await replacedBy(archive, states, ledger)
  for (const [id, state] of states) ledger.underWay.set(id, state)
  takeReport(ledger, states, await archive.acts[way]())
  for (const [id, version] of replaced) addTo(ledger.replaced, id, version)
  from.pop()
  to.push(last)
}

async function restoreVersion(archive: OpenArchive, random: Random, ledger: Ledger, id: ArticleId): Promise<void> {
  const versions = await archive.articleVersions(id)
  if (versions.length === 0) return
  const { name } = random.pick(versions)
  const [old, wanted] = [await archive.readArticle(id), await archive.readArticleVersion(id, name)]
  if (old.version === wanted.version) return
  await act(ledger, new Map([[id, stateOf(wanted)]]), () => wholly(archive.restoreArticleVersion(id, name)))
  addTo(ledger.replaced, id, old.version.slice(0, 8))
}

async function saveOwnFile(archive: OpenArchive, random: Random, { own }: Ledger): Promise<void> {
  own.underWay = `# ${random.below(1e9)}\n`
  const old = await archive.readFile(OWN_FILE)
  await archive.saveFile(OWN_FILE, Buffer.from(own.underWay), old?.version ?? null)
  own.confirmed = own.underWay
  own.underWay = null
}

/** Does one random thing that a person could do, and keeps the ledger. */
export async function doRandomStep(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const states = [...ledger.confirmed]
  const live = states.filter(([, state]) => !isTrashed(state)).map(([id]) => id)
  const gone = states.filter(([, state]) => isTrashed(state)).map(([id]) => id)
  const step = random.below(20)
  if (live.length === 0 || step < 3) await create(archive, random, ledger)
  else if (step < 4) await createMany(archive, random, ledger)
  else if (step < 8) await save(archive, random, ledger, random.pick(live))
  else if (step < 9) await saveBlindly(archive, random, ledger, random.pick(live))
  else if (step < 11) await changeMany(archive, random, ledger, live.slice(0, 3))
  else if (step < 13) await trash(archive, ledger, [random.pick(live)])
  else if (step < 15 && gone.length > 0) await restore(archive, ledger, [random.pick(gone)])
  else if (step < 16) await saveOwnFile(archive, random, ledger)
  else if (step < 17) await restoreVersion(archive, random, ledger, random.pick(live))
  else await goBackOrForth(archive, ledger, random.chance(0.7) ? 'undo' : 'redo')
  ledger.underWay.clear()
}
