import type { OpenArchive } from '../../core/archive/open-archive.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { fieldsWith } from './archive.ts'
import type { Random } from './random.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE } from './simulated-archive.ts'
import { createHash } from 'node:crypto'
import type { SimulatedDisk } from './simulated-disk.ts'

/** Every article file by its bytes, as one text. */
function pictureOf(disk: SimulatedDisk): string {
  const files = [...disk.files()].filter(([path]) => path.startsWith(`${SIMULATED_ARCHIVE}/articles/`))
  const lines = files.map(([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`)
  return lines.toSorted().join('\n')
}

function liveIds({ catalog }: OpenArchive): readonly ArticleId[] {
  const rows = catalog.sorted(catalog.filter(NO_FILTER), 'newest')
  return [...rows].map((row) => catalog.summaryAt(row)!.id)
}

async function act(archive: OpenArchive, random: Random): Promise<void> {
  const ids = liveIds(archive)
  const some = ids.filter(() => random.chance(0.4))
  const choice = random.below(10)
  if (ids.length < 3 || choice < 2) {
    await archive.createArticle(fieldsWith({ title: `T ${random.below(1e9)}` }))
  } else if (choice < 5) {
    const article = await archive.readArticle(random.pick(ids))
    await archive.saveArticle(
      article.id,
      article.version,
      { ...article, body: `Body ${random.below(1e9)}` },
      { force: true },
    )
  } else if (choice < 7 && some.length > 0) {
    const notes = `notes ${random.below(1e9)}`
    await archive.changeArticles(some, (article) => ({ ...article, notes }))
  } else if (choice < 8 && some.length > 0) {
    await archive.trashArticles(some)
  } else {
    const trashed = (await archive.trashedArticles()).map(({ article }) => article.id)
    if (trashed.length > 0) await archive.restoreArticles(trashed.slice(0, 2))
    else await archive.createArticle(fieldsWith({ title: `T ${random.below(1e9)}` }))
  }
}

/** Does, undoes and does again at random, and compares every file with what it was; answers the differences. */
export async function runUndo(random: Random, steps: number): Promise<readonly string[]> {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const pictures = [pictureOf(disk)]
  let at = 0
  const wrong: string[] = []
  for (let step = 0; step < steps; step += 1) {
    const choice = random.below(10)
    if (choice < 3 && at > 0) {
      await archive.acts.undo()
      at -= 1
    } else if (choice < 5 && at < pictures.length - 1) {
      await archive.acts.redo()
      at += 1
    } else {
      await act(archive, random)
      pictures.splice(at + 1, pictures.length, pictureOf(disk))
      at += 1
    }
    if (pictureOf(disk) !== pictures[at]) wrong.push(`step ${step} differs`)
    if (archive.catalog.size !== pictures[at]!.split('\n').filter((line) => line !== '').length)
      wrong.push(`step ${step}: catalog`)
  }
  await archive.close()
  return wrong
}
