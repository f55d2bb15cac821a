import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { AppError } from '../../core/contract/app-error.ts'
import type { BulkChange } from '../../core/contract/results.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article } from '../../core/model/article.ts'
import { fieldsWith } from './archive.ts'
import type { Random } from './random.ts'

/** What is known of one article: its whole content, with `trash:` before it when it lies in the trash. */
export type ArticleState = string

/** What was promised and what is under way while steps are done. */
export interface Ledger {
  /** Last state that the program has confirmed. */
  readonly confirmed: Map<ArticleId, ArticleState>
  /** State that a step under way would lead to. */
  readonly underWay: Map<ArticleId, ArticleState>
  /** Versions that were confirmed and then replaced. */
  readonly replaced: Map<ArticleId, Set<string>>
}

/** An empty ledger. */
export function createLedger(): Ledger {
  return { confirmed: new Map(), underWay: new Map(), replaced: new Map() }
}

/** The content of an article that steps change, as text to compare. */
export function stateOf(article: Pick<Article, 'title' | 'body' | 'notes'>): ArticleState {
  return JSON.stringify([article.title, article.body, article.notes])
}

const WORDS = ['Орман', 'forest', 'лес', 'ғылым', '🌲', '\r\n', 'line\nbreak', '"quoted"', '# mark']

function randomText(random: Random): string {
  return Array.from({ length: 3 + random.below(20) }, () => random.pick(WORDS)).join(' ')
}

const TRASH = 'trash:'

async function create(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const fields = fieldsWith({ title: `T ${random.below(1_000)}`, body: randomText(random) })
  const attachments = random.chance(0.4)
    ? [{ name: 'a.txt', bytes: Buffer.from(randomText(random)), role: 'original' as const }]
    : []
  const article = await archive.createArticle(fields, { attachments })
  ledger.confirmed.set(article.id, stateOf(article))
}

async function save(archive: OpenArchive, random: Random, ledger: Ledger, id: ArticleId): Promise<void> {
  const old = await archive.readArticle(id)
  const wanted = { ...old, body: `${randomText(random)} ${random.below(1e9)}` }
  ledger.underWay.set(id, stateOf(wanted))
  await archive.saveArticle(id, old.version, wanted, { force: true })
  ledger.replaced.set(id, new Set([...(ledger.replaced.get(id) ?? []), old.version.slice(0, 8)]))
  ledger.confirmed.set(id, stateOf(wanted))
}

async function changeMany(
  archive: OpenArchive,
  random: Random,
  ledger: Ledger,
  ids: readonly ArticleId[],
): Promise<void> {
  const notes = `note ${random.below(1e9)}`
  const before = await Promise.all(ids.map((id) => archive.readArticle(id)))
  for (const article of before) ledger.underWay.set(article.id, stateOf({ ...article, notes }))
  const { changed, failed } = await archive.changeArticles(ids, (article) => ({ ...article, notes }))
  for (const article of before)
    if (changed.includes(article.id)) ledger.confirmed.set(article.id, stateOf({ ...article, notes }))
  stopAtFailure({ failed })
}

/** A piece of work that failed may be done or not: it stays under way. */
function stopAtFailure({ failed }: Pick<BulkChange, 'failed'>): void {
  const [first] = failed
  if (first) throw new AppError('save-failed', first.message)
}

async function trash(archive: OpenArchive, ledger: Ledger, id: ArticleId): Promise<void> {
  const state = TRASH + (ledger.confirmed.get(id) ?? '')
  ledger.underWay.set(id, state)
  stopAtFailure(await archive.trashArticles([id]))
  ledger.confirmed.set(id, state)
}

async function restore(archive: OpenArchive, ledger: Ledger, id: ArticleId): Promise<void> {
  const state = (ledger.confirmed.get(id) ?? '').slice(TRASH.length)
  ledger.underWay.set(id, state)
  stopAtFailure(await archive.restoreArticles([id]))
  ledger.confirmed.set(id, state)
}

/** Does one random thing that a person could do, and keeps the ledger. */
export async function doRandomStep(archive: OpenArchive, random: Random, ledger: Ledger): Promise<void> {
  const isTrashed = (id: ArticleId) => ledger.confirmed.get(id)?.startsWith(TRASH) === true
  const ids = [...ledger.confirmed.keys()]
  const [live, gone] = [ids.filter((id) => !isTrashed(id)), ids.filter(isTrashed)]
  const step = random.below(10)
  if (live.length === 0 || step < 3) await create(archive, random, ledger)
  else if (step < 6) await save(archive, random, ledger, random.pick(live))
  else if (step < 7) await changeMany(archive, random, ledger, live.slice(0, 3))
  else if (step < 9 || gone.length === 0) await trash(archive, ledger, random.pick(live))
  else await restore(archive, ledger, random.pick(gone))
  ledger.underWay.clear()
}

/** What is wrong with an archive after a crash, measured by the ledger; empty where every promise is kept. */
export async function findBrokenPromises(archive: OpenArchive, ledger: Ledger): Promise<readonly string[]> {
  const broken: string[] = archive.unreadable.map(({ file, reason }) => `unreadable ${file}: ${reason}`)
  const trashed = new Map((await archive.trashedArticles()).map(({ article }) => [article.id, article.version]))
  for (const id of new Set([...ledger.confirmed.keys(), ...ledger.underWay.keys()])) {
    const allowed = [ledger.confirmed.get(id), ledger.underWay.get(id)].filter((state) => state !== undefined)
    const isThere = archive.catalog.rowOf(id) !== undefined
    if (!isThere && trashed.has(id)) {
      if (!allowed.some((state) => state.startsWith(TRASH))) broken.push(`${id} is in the trash`)
      continue
    }
    if (!isThere) {
      broken.push(`${id} is lost`)
      continue
    }
    const article = await archive.readArticle(id)
    if (!allowed.includes(stateOf(article)))
      broken.push(`${id} is ${stateOf(article)}, not one of ${allowed.join(' or ')}`)
    for (const { name, sha256 } of article.attachments) {
      if ((await archive.readAttachment(id, name)).sha256 !== sha256) broken.push(`${id} has a damaged attachment`)
    }
    const kept = new Set((await archive.articleVersions(id)).map(({ hash }) => hash))
    for (const hash of ledger.replaced.get(id) ?? []) {
      if (!kept.has(hash)) broken.push(`${id} has lost its version ${hash}`)
    }
  }
  return broken
}
