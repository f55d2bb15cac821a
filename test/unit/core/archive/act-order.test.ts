import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { isPending } from '../../../support/bulk-scenes.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE } from '../../../support/simulated-archive.ts'
import { systemFailure, type CutChoice, type SimulatedDisk } from '../../../support/simulated-disk.ts'

const MANY = 24
const ACTS = `${SIMULATED_ARCHIVE}/.history/acts`
const ALL_KEPT: CutChoice = { content: () => 'kept', keepsName: () => true }

interface Stand {
  readonly disk: SimulatedDisk
  readonly archive: OpenArchive
  readonly ids: readonly ArticleId[]
}

async function makeStand(count = MANY): Promise<Stand> {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ids: ArticleId[] = []
  for (let number = 0; number < count; number += 1)
    ids.push((await archive.createArticle(fieldsWith({ title: `Article ${number}`, notes: 'old' }))).id)
  return { disk, archive, ids }
}

const setNotes = ({ archive, ids }: Stand, notes: string, signal?: AbortSignal) =>
  archive.changeArticles(ids, (article) => ({ ...article, notes }), signal ? { signal } : {})

/** What a path is of, or null where it is no matter of the act. */
function partOf(path: string): string | null {
  if (path === ACTS) return 'acts'
  // Names of temporaries are cut short.
  if (path.startsWith(`${ACTS}/`)) return path.includes('.pendin') ? 'list' : 'contents'
  if (!path.includes('/articles/')) return null
  return /\.tmp$|\.md$/.test(path) ? 'article' : 'folder'
}

/** Calls that wait for the disk or change names, in their order. */
function watchCalls(disk: SimulatedDisk): readonly string[] {
  const calls: string[] = []
  disk.onCall = (call, path) => {
    const part = partOf(path)
    if (part !== null && ['sync', 'rename', 'syncFolder'].includes(call)) calls.push(`${call} ${part}`)
  }
  return calls
}

const withoutRepeats = (calls: readonly string[]) => calls.filter((call, place) => call !== calls[place - 1])

const CONTENTS_ON_DISK = ['sync contents', 'rename contents', 'syncFolder acts']
const LIST_ON_DISK = ['sync list', 'rename list', 'syncFolder acts']
const SETTLED = ['sync article', 'syncFolder folder', 'rename list', 'syncFolder acts']

it('has the contents on the disk, then the list, then replaces, and says that all is done when the disk has it', async () => {
  const stand = await makeStand()
  const calls = watchCalls(stand.disk)
  await setNotes(stand, 'new')
  await stand.archive.close()
  const wanted = [...CONTENTS_ON_DISK, ...LIST_ON_DISK, 'rename article', ...SETTLED]
  expect(withoutRepeats(calls)).toEqual(wanted)
  expect(calls.filter((call) => call === 'sync article')).toHaveLength(MANY)
})

/** The disk as a crash leaves it when so many articles of an act are replaced. */
async function breakOff(stand: Stand, replaced: number): Promise<SimulatedDisk> {
  let renames = 0
  const broken: SimulatedDisk[] = []
  stand.disk.onCall = (call, path) => {
    if (call !== 'rename' || !path.includes('/articles/')) return
    if (renames === replaced) broken.push(stand.disk.cut(ALL_KEPT))
    renames += 1
  }
  await setNotes(stand, 'new')
  stand.disk.onCall = () => undefined
  const [disk] = broken
  if (disk === undefined) throw new Error('The act replaced fewer articles.')
  return disk
}

async function notesIn(disk: SimulatedDisk, ids: readonly ArticleId[]): Promise<readonly string[]> {
  const archive = await openSimulated(disk)
  const notes = await Promise.all(ids.map(async (id) => (await archive.readArticle(id)).notes))
  await archive.close()
  return notes
}

const articlePaths = (disk: SimulatedDisk) => [...disk.files().keys()].filter((path) => path.endsWith('.md'))

it('finishes at the start what was broken off, waits for the disk, and only then says that it is done', async () => {
  const stand = await makeStand()
  const disk = await breakOff(stand, 5)
  expect(isPending(disk)).toBe(true)
  const calls = watchCalls(disk)
  expect(await notesIn(disk, stand.ids)).toEqual(Array(MANY).fill('new'))
  const acts = withoutRepeats(calls).slice(0, 5)
  expect(acts).toEqual(['rename article', ...SETTLED])
  expect(isPending(disk)).toBe(false)
})

it('writes torn articles again at the start, and leaves what others wrote or deleted', async () => {
  const stand = await makeStand()
  const disk = await breakOff(stand, 12)
  const files = disk.files()
  const replaced = articlePaths(disk).filter((path) => Buffer.from(files.get(path) ?? []).includes('notes: new'))
  const [zeroed = '', cut = '', theirs = ''] = replaced
  disk.overwrite(zeroed, new Uint8Array(files.get(zeroed)?.length ?? 0))
  disk.overwrite(cut, (files.get(cut) ?? new Uint8Array()).slice(0, 30))
  disk.overwrite(
    theirs,
    Buffer.from(
      Buffer.from(files.get(theirs) ?? [])
        .toString()
        .replace('notes: new', 'notes: theirs'),
    ),
  )
  expect((await notesIn(disk, stand.ids)).toSorted()).toEqual([...Array(MANY - 1).fill('new'), 'theirs'])
})

it('does not call an act done that the start could not finish, and finishes it at the next', async () => {
  const stand = await makeStand()
  const disk = await breakOff(stand, 5)
  for (const failing of ['read', 'rename'] as const) {
    const [, , path = ''] = articlePaths(disk).filter(
      (one) => !Buffer.from(disk.files().get(one) ?? []).includes('notes: new'),
    )
    disk.onCall = (call, asked) => {
      const isArticle = failing === 'read' ? asked === path : asked.includes('/articles/') && asked.endsWith('.tmp')
      if (call === failing && isArticle) throw systemFailure('EIO')
    }
    const archive = await openSimulated(disk)
    await archive.close()
    expect(isPending(disk), failing).toBe(true)
  }
  disk.onCall = () => undefined
  expect(await notesIn(disk, stand.ids)).toEqual(Array(MANY).fill('new'))
  expect(isPending(disk)).toBe(false)
})

it('finishes nothing from a damaged restore point', async () => {
  const stand = await makeStand()
  const disk = await breakOff(stand, 5)
  const path = [...disk.files().keys()].find((one) => one.startsWith(ACTS) && one.endsWith('.txt')) ?? ''
  const damaged = Buffer.from(disk.files().get(path) ?? [])
  disk.overwrite(path, Buffer.from(damaged.toString().replaceAll('notes: new', 'notes: bad')))
  expect(new Set(await notesIn(disk, stand.ids))).toEqual(new Set(['new', 'old']))
})

it('takes nothing from a restore point that is damaged before it is read back', async () => {
  const stand = await makeStand()
  stand.disk.onCall = (call, path) => {
    if (call !== 'rename' || partOf(path) !== 'list') return
    const point = [...stand.disk.files().keys()].find((one) => one.startsWith(ACTS) && one.endsWith('.txt')) ?? ''
    const bytes = Buffer.from(stand.disk.files().get(point) ?? [])
    stand.disk.overwrite(point, Buffer.from(bytes.toString().replaceAll('notes: new', 'notes: bad')))
  }
  await expect(setNotes(stand, 'new')).rejects.toMatchObject({ code: 'not-found' })
  stand.disk.onCall = () => undefined
  expect(await notesIn(stand.disk, stand.ids)).toEqual(Array(MANY).fill('old'))
})

it('leaves to no later start what was cancelled half way', async () => {
  const stand = await makeStand(130)
  const controller = new AbortController()
  stand.disk.onCall = (call, path) => {
    if (call === 'rename' && path.includes('/articles/')) controller.abort()
  }
  await expect(setNotes(stand, 'new', controller.signal)).rejects.toMatchObject({ code: 'cancelled' })
  expect(isPending(stand.disk)).toBe(false)
  const after = stand.disk.cut({ content: () => 'zeroed', keepsName: () => false })
  const notes = await notesIn(after, stand.ids)
  expect([notes.filter((note) => note === 'new').length, notes.length]).toEqual([64, 130])
})

it.each([1, MANY])('keeps in the history what an undo and a redo of %i articles replace', async (count) => {
  const stand = await makeStand(count)
  await setNotes(stand, 'new')
  const versionsOf = () => Promise.all(stand.ids.map(async (id) => (await stand.archive.readArticle(id)).version))
  for (const way of ['undo', 'redo'] as const) {
    const replaced = await versionsOf()
    await stand.archive.acts[way]()
    for (const [place, id] of stand.ids.entries()) {
      const kept = (await stand.archive.articleVersions(id)).map(({ hash }) => hash)
      expect(kept, way).toContain(replaced[place]?.slice(0, 8))
    }
  }
})

it('has the attachments of a new article on the disk before the article, and no article without one of them', async () => {
  const { disk, archive } = await makeStand(0)
  const calls: string[] = []
  disk.onCall = (call, path) => {
    if (['sync', 'rename', 'syncFolder'].includes(call))
      calls.push(`${call} ${path.includes('/attachments/') ? 'attachment' : 'article'}`)
  }
  const attachments = [{ name: 'a.txt', bytes: Buffer.from('one'), role: 'file' as const }]
  await archive.createArticle(fieldsWith(), { attachments })
  expect(calls.lastIndexOf('syncFolder attachment')).toBeLessThan(calls.indexOf('sync article'))
  expect(calls.indexOf('sync attachment')).toBeGreaterThanOrEqual(0)
  disk.onCall = (call, path) => {
    if (call === 'rename' && path.includes('/attachments/')) throw systemFailure('EIO')
  }
  await expect(archive.createArticle(fieldsWith(), { attachments })).rejects.toMatchObject({ code: 'save-failed' })
  expect(articlePaths(disk)).toHaveLength(1)
})

it('parts no article from its attachments where only one of both could go to the trash', async () => {
  const { disk, archive, ids } = await makeStand()
  const attachments = [{ name: 'a.txt', bytes: Buffer.from('one'), role: 'file' as const }]
  const { id } = await archive.createArticle(fieldsWith(), { attachments })
  disk.onCall = (call, path) => {
    if (call === 'makeFolder' && path.includes('/.trash/') && path.includes('/articles')) throw systemFailure('EIO')
  }
  const { changed, failed } = await archive.trashArticles([...ids, id])
  disk.onCall = () => undefined
  expect([changed.length, failed.length]).toEqual([0, MANY + 1])
  expect(Buffer.from((await archive.readAttachment(id, 'a.txt')).bytes).toString()).toBe('one')
  await archive.close()
})
