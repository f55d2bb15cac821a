import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fieldsWith, makeArchive } from './archive.ts'
import type { Random } from './random.ts'
import { sha256 } from '../../core/files/sha256.ts'

const WRITER = join(import.meta.dirname, 'processes/restless-writer.ts')

/** What rivals did. */
export interface RivalReport {
  readonly confirmed: number
  readonly broken: readonly string[]
}

/** Runs one writer until it is killed; its confirmed lines. */
async function runWriter(path: string, name: string, milliseconds: number): Promise<readonly string[]> {
  const writer = fork(WRITER, [path, join(path, '..'), name], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  let output = ''
  writer.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(writer, 'message')
  writer.send('go')
  await delay(milliseconds)
  writer.kill('SIGKILL')
  await once(writer, 'close')
  return output.split('\n').slice(0, -1)
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
  const place = await makeArchive()
  const archive = await place.open()
  await Promise.all(
    [1, 2, 3].map((number) => archive.createArticle(fieldsWith({ title: `N ${number}`, body: 'never saved' }))),
  )
  await archive.close()
  const broken: string[] = []
  const lines: string[] = []
  for (let round = 0; lines.length < saves; round += 1) {
    const names = ['a', 'b', 'c', 'd'].slice(0, 2 + random.below(3)).map((name) => `${name}${round}`)
    const outputs = await Promise.all(names.map((name) => runWriter(place.path, name, 1_500 + random.below(2_500))))
    lines.push(...outputs.flat())
  }
  const versions = await versionsIn(place.path)
  for (const line of lines) {
    const [, , version = ''] = line.split(' ')
    if (!versions.has(version)) broken.push(`confirmed and gone: ${line}`)
  }
  return { confirmed: lines.length, broken }
}
