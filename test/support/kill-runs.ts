import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { ArticleId } from '../../core/model/article-id.ts'
import { fieldsWith, makeArchive, type TestArchive } from './archive.ts'
import { createRandom, type Random } from './random.ts'
import { prepareWriters, type RestlessWriter, type StartWriter } from './restless-writers.ts'
import { makeMemoryDir, makeTempDir } from './temp-dir.ts'

/** What killing showed. */
export interface KillReport {
  readonly kills: number
  /** Saves that the killed processes had confirmed. */
  readonly confirmed: number
  readonly broken: readonly string[]
}

/** Archives that are written and killed side by side; every second one lies on a real disk. */
const CHAINS = 4
/** A writer lives at most this long after its first save, in milliseconds, where nothing else is asked for. */
const LONGEST_LIFE = 200

async function letWorkAndKill(writer: RestlessWriter, milliseconds: number): Promise<readonly string[]> {
  writer.process.send('go')
  while (writer.lines().length === 0 && writer.process.exitCode === null) await delay(5)
  await delay(milliseconds)
  return writer.kill()
}

function isWhole(body: string): boolean {
  const [text = '', checksum] = body.split('\n\n')
  return body === 'never saved' || createHash('sha256').update(text).digest('hex') === checksum
}

/** Opens the archive as the next start would, and compares with the number last confirmed for each article. */
async function lookAfterKill(place: TestArchive, last: Map<ArticleId, number>): Promise<readonly string[]> {
  const archive = await place.open()
  const broken = archive.unreadable.map(({ file, reason }) => `${file} ${reason}`)
  if (archive.catalog.size !== last.size) broken.push(`${archive.catalog.size} articles`)
  for await (const { id, body } of archive.articleTexts([...last.keys()])) {
    const number = Number(body.split(' ')[1]) || 0
    const expected = last.get(id) ?? 0
    if (!isWhole(body)) broken.push(`${id} is torn`)
    // The save under way when the kill came may have been done and not yet confirmed.
    if (number !== expected && number !== expected + 1) broken.push(`${id} is ${number}, confirmed ${expected}`)
    last.set(id, number)
  }
  await archive.close()
  return broken
}

/** What the archives of one run share. */
interface ChainOptions {
  readonly start: StartWriter
  readonly longestLife: number
}

async function runChain(
  kills: number,
  random: Random,
  folder: string,
  { start, longestLife }: ChainOptions,
): Promise<KillReport> {
  const place = await makeArchive('Killed', folder)
  const first = await place.open()
  const fields = Array.from({ length: 5 }, (_, number) => fieldsWith({ title: `N ${number}`, body: 'never saved' }))
  const ids = (await Promise.all(fields.map((one) => first.createArticle(one)))).map(({ id }) => id)
  await first.close()
  const last = new Map<ArticleId, number>(ids.map((id) => [id, 0]))
  const broken: string[] = []
  let confirmed = 0
  let next = start(place.path, 'w')
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = await next
    // Loads its sources while this one works; the archive it opens only when told to.
    if (kill + 1 < kills) next = start(place.path, 'w')
    for (const line of await letWorkAndKill(writer, random.below(longestLife))) {
      const [id, number] = line.split(' ')
      // The writer prints ids that it was given.
      last.set(id as ArticleId, Number(number))
      confirmed += 1
    }
    broken.push(...(await lookAfterKill(place, last)).map((what) => `kill ${kill}: ${what}`))
  }
  const left = (await readdir(place.path, { recursive: true })).filter((name) => name.endsWith('.tmp'))
  return { kills, confirmed, broken: [...broken, ...left.map((name) => `left over: ${name}`)] }
}

/** Kills processes that save, many times over, and looks at the archive after each time. */
export async function runKills(kills: number, random: Random, longestLife = LONGEST_LIFE): Promise<KillReport> {
  const start = await prepareWriters()
  const chains = Array.from({ length: CHAINS }, async (_, chain) => {
    const seed = random.below(2 ** 31)
    const folder = await (chain % 2 === 0 ? makeTempDir() : makeMemoryDir())
    const share = Math.floor(kills / CHAINS) + (chain < kills % CHAINS ? 1 : 0)
    return runChain(share, createRandom(seed), folder, { start, longestLife })
  })
  const reports = await Promise.all(chains)
  return {
    kills: reports.reduce((sum, report) => sum + report.kills, 0),
    confirmed: reports.reduce((sum, report) => sum + report.confirmed, 0),
    broken: reports.flatMap((report, chain) => report.broken.map((what) => `archive ${chain}, ${what}`)),
  }
}
