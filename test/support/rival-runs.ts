import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sha256 } from '../../core/files/sha256.ts'
import { fieldsWith, makeArchive } from './archive.ts'
import type { Random } from './random.ts'
import { prepareWriters, type StartWriter } from './restless-writers.ts'
import { makeMemoryDir } from './temp-dir.ts'

/** What rivals did. */
export interface RivalReport {
  /** Saves that were confirmed. */
  readonly confirmed: number
  /** Processes that confirmed at least one. */
  readonly writers: number
  readonly broken: readonly string[]
}

/** Milliseconds that a rival lives, at least and beyond that. */
const [SHORTEST_LIFE, FURTHER_LIFE] = [300, 1_500]

/** Runs one writer until it is killed; its confirmed lines. */
async function runWriter(
  start: StartWriter,
  path: string,
  name: string,
  milliseconds: number,
): Promise<readonly string[]> {
  const writer = await start(path, name)
  writer.process.send('go')
  await delay(milliseconds)
  return writer.kill()
}

/** SHA-256 of every version of every article that lies anywhere in the folder. */
async function versionsIn(path: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  const versions = new Set<string>()
  for (const entry of files) versions.add(sha256(await readFile(join(entry.parentPath, entry.name))))
  return versions
}

/** Two to four processes want to write one archive and are killed at random, until enough saves were confirmed. */
export async function runRivals(saves: number, random: Random): Promise<RivalReport> {
  const start = await prepareWriters()
  const place = await makeArchive('Wanted by many', await makeMemoryDir())
  const archive = await place.open()
  await Promise.all(
    [1, 2, 3].map((number) => archive.createArticle(fieldsWith({ title: `N ${number}`, body: 'never saved' }))),
  )
  await archive.close()
  const lines: string[] = []
  for (let round = 0; lines.length < saves; round += 1) {
    const names = ['a', 'b', 'c', 'd'].slice(0, 2 + random.below(3)).map((name) => `${name}${round}`)
    const lives = names.map(() => SHORTEST_LIFE + random.below(FURTHER_LIFE))
    const outputs = await Promise.all(
      names.map((name, number) => runWriter(start, place.path, name, lives[number] ?? SHORTEST_LIFE)),
    )
    lines.push(...outputs.flat())
  }
  const versions = await versionsIn(place.path)
  const gone = lines.filter((line) => !versions.has(line.split(' ')[2] ?? ''))
  return {
    confirmed: lines.length,
    writers: new Set(lines.map((line) => line.split(' ')[3])).size,
    broken: gone.map((line) => `confirmed and gone: ${line}`),
  }
}
