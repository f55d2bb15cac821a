import type { OpenArchive } from '../../core/archive/open-archive.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { isTrashed, stateOf, type ArticleState, type Ledger } from './ledger.ts'

/** The small file of the archive that steps save besides articles. */
export const OWN_FILE = 'tags.yaml'

async function findInArticle(archive: OpenArchive, ledger: Ledger, id: ArticleId): Promise<readonly string[]> {
  const broken: string[] = []
  const article = await archive.readArticle(id)
  for (const { name, sha256 } of article.attachments) {
    const found = await archive.readAttachment(id, name).catch((error: unknown) => String(error))
    if (typeof found === 'string') broken.push(`${id} has lost an attachment: ${found}`)
    else if (found.sha256 !== sha256) broken.push(`${id} has a damaged attachment`)
  }
  const kept = new Set((await archive.articleVersions(id)).map(({ hash }) => hash))
  for (const hash of ledger.replaced.get(id) ?? []) {
    if (!kept.has(hash)) broken.push(`${id} has lost its version ${hash}`)
  }
  const beside = ledger.beside.get(id) ?? new Set()
  // On their way to the trash, or back, some lie there already.
  if (beside.size === 0 || isTrashed(ledger.underWay.get(id) ?? '') || isTrashed(ledger.confirmed.get(id) ?? ''))
    return broken
  const conflict = (await archive.conflicts()).find((one) => one.id === id)
  const texts = new Set(conflict?.versions.map((version) => version.article.body))
  for (const text of beside) if (!texts.has(text)) broken.push(`${id} has lost the text beside it`)
  return broken
}

async function findInOwnFile(archive: OpenArchive, { own }: Ledger): Promise<readonly string[]> {
  const file = await archive.readFile(OWN_FILE)
  const text = file === null ? null : Buffer.from(file.bytes).toString()
  const allowed = own.underWay === null ? [own.confirmed] : [own.confirmed, own.underWay]
  return allowed.includes(text) ? [] : [`${OWN_FILE} is ${String(text)}, not one of ${allowed.join(' or ')}`]
}

/** The states that articles have; none of those that are lost or in the trash. */
export async function statesIn(
  archive: OpenArchive,
  ids: Iterable<ArticleId>,
): Promise<ReadonlyMap<ArticleId, ArticleState>> {
  const states = new Map<ArticleId, ArticleState>()
  for (const id of ids) {
    if (archive.catalog.rowOf(id) !== undefined) states.set(id, stateOf(await archive.readArticle(id)))
  }
  return states
}

/** What is wrong with an archive after a crash, measured by the ledger; empty where every promise is kept. */
export async function findBrokenPromises(archive: OpenArchive, ledger: Ledger): Promise<readonly string[]> {
  const broken: string[] = archive.unreadable.map(({ file, reason }) => `unreadable ${file}: ${reason}`)
  const trashed = new Set((await archive.trashedArticles()).map(({ article }) => article.id))
  for (const id of new Set([...ledger.confirmed.keys(), ...ledger.underWay.keys()])) {
    const allowed = [ledger.confirmed.get(id), ledger.underWay.get(id)].filter((state) => state !== undefined)
    const isThere = archive.catalog.rowOf(id) !== undefined
    if (!isThere && !trashed.has(id)) broken.push(`${id} is lost`)
    else if (!isThere) {
      if (!allowed.some(isTrashed)) broken.push(`${id} is in the trash`)
    } else {
      const state = stateOf(await archive.readArticle(id))
      if (!allowed.includes(state)) broken.push(`${id} is ${state}, not one of ${allowed.join(' or ')}`)
      broken.push(...(await findInArticle(archive, ledger, id)))
    }
  }
  return [...broken, ...(await findInOwnFile(archive, ledger))]
}
