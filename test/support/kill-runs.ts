import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ArticleId } from '../../core/model/article-id.ts'
import { fieldsWith, makeArchive } from './archive.ts'
import type { Random } from './random.ts'

const WRITER = join(import.meta.dirname, 'processes/restless-writer.ts')

/** What killing showed. */
export interface KillReport {
  readonly kills: number
  /** Saves that the killed processes had confirmed. */
  readonly confirmed: number
  readonly broken: readonly string[]
}

interface Writer {
  readonly process: ChildProcess
  readonly lines: () => readonly string[]
}

async function startWriter(path: string): Promise<Writer> {
  const process = fork(WRITER, [path, join(path, '..'), 'w'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  let output = ''
  process.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(process, 'message')
  // A line cut off by the kill was not confirmed.
  return { process, lines: () => output.split('\n').slice(0, -1) }
}

async function letWorkAndKill({ process, lines }: Writer, random: Random): Promise<void> {
  process.send('go')
  while (lines().length === 0 && process.exitCode === null) await delay(5)
  await delay(random.below(120))
  process.kill('SIGKILL')
  await once(process, 'close')
}

function checkBody(body: string): boolean {
  const [text = '', checksum] = body.split('\n\n')
  return body === 'never saved' || createHash('sha256').update(text).digest('hex') === checksum
}

/** Kills a process that saves, many times over, and looks at the archive after each time. */
export async function runKills(kills: number, random: Random): Promise<KillReport> {
  const place = await makeArchive()
  const first = await place.open()
  const fields = Array.from({ length: 5 }, (_, number) => fieldsWith({ title: `N ${number}`, body: 'never saved' }))
  const ids = (await Promise.all(fields.map((one) => first.createArticle(one)))).map(({ id }) => id)
  await first.close()
  const last = new Map<ArticleId, number>(ids.map((id) => [id, 0]))
  const broken: string[] = []
  let confirmed = 0
  let next = startWriter(place.path)
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = await next
    next = kill + 1 < kills ? startWriter(place.path) : next
    await letWorkAndKill(writer, random)
    for (const line of writer.lines()) {
      const [id, number] = line.split(' ')
      last.set(id as ArticleId, Number(number))
      confirmed += 1
    }
    const archive = await place.open()
    broken.push(...archive.unreadable.map(({ file, reason }) => `kill ${kill}: ${file} ${reason}`))
    for await (const { id, body } of archive.articleTexts(ids)) {
      const number = Number(body.split(' ')[1]) || 0
      const expected = last.get(id) ?? 0
      if (!checkBody(body)) broken.push(`kill ${kill}: ${id} is torn`)
      if (number !== expected && number !== expected + 1)
        broken.push(`kill ${kill}: ${id} is ${number}, confirmed ${expected}`)
      last.set(id, number)
    }
    if (archive.catalog.size !== ids.length) broken.push(`kill ${kill}: ${archive.catalog.size} articles`)
    await archive.close()
  }
  const left = (await readdir(place.path, { recursive: true })).filter((name) => name.endsWith('.tmp'))
  return { kills, confirmed, broken: [...broken, ...left.map((name) => `left over: ${name}`)] }
}
