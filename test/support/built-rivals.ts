import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sha256 } from '../../core/files/sha256.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { fieldsWith } from './archive.ts'
import { startLoopbackHost, type LoopbackHost } from './loopback-host.ts'
import type { Random } from './random.ts'
import { runProgram } from './run-cli.ts'
import { makeMemoryDir } from './temp-dir.ts'

/** How much rivals do before they stop. */
export interface BuiltRivalGoals {
  /** Saves that windows had confirmed. */
  readonly saves: number
  /** Commands that ended well. */
  readonly commands: number
  /** Windows that were killed. */
  readonly kills: number
}

/** What rivals did. */
export interface BuiltRivalReport extends BuiltRivalGoals {
  /** Windows that opened an archive which another one was writing and became its writer later. */
  readonly takeovers: number
  /** Commands that were killed or found nobody to write for them. */
  readonly unconfirmed: number
  readonly broken: readonly string[]
}

/** A text that was confirmed. It must lie somewhere in the folder, under its version or, where that was not told, with these words. */
interface Confirmed {
  readonly what: string
  readonly version: string | null
  readonly words: string
}

interface Run {
  readonly program: string
  readonly home: string
  readonly path: string
  readonly ids: readonly ArticleId[]
  readonly random: Random
  readonly confirmed: Confirmed[]
  readonly broken: string[]
  readonly count: { saves: number; commands: number; kills: number; takeovers: number; unconfirmed: number }
  readonly isDone: () => boolean
}

const ARTICLES = 6
/** Milliseconds that a window lives, at least and beyond that. */
const [SHORTEST_LIFE, FURTHER_LIFE] = [800, 2_500]
/** Milliseconds after which some commands are killed, at most. */
const LONGEST_COMMAND = 1_500
/** Milliseconds between two looks of a window whether the other one still writes. */
const PATIENCE = 50

const WINDOW_ANSWERS = /^(version-conflict|read-only|archive-busy):/

async function saveOnce(host: LoopbackHost, run: Run, name: string, number: number): Promise<void> {
  const id = run.random.pick(run.ids)
  const { version, ...fields } = await host.request('articles.read', { id })
  const words = `${name}, save ${number} ${'орман forest '.repeat(1 + run.random.below(100))}`
  const argument = { id, version, fields: fieldsWith({ title: fields.title, tags: fields.tags, body: words }) }
  const { article } = await host.request('articles.save', { ...argument, force: true })
  run.confirmed.push({ what: words, version: article.version, words })
  run.count.saves += 1
}

/** Saves through a window until it is gone; an answer that is no success counts as none. */
async function workInWindow(host: LoopbackHost, run: Run, name: string, isGone: () => boolean): Promise<void> {
  let waited = false
  for (let number = 0; !isGone(); number += 1) {
    try {
      await saveOnce(host, run, name, number)
      if (waited) run.count.takeovers += 1
      waited = false
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error)
      if (isGone()) return
      if (!WINDOW_ANSWERS.test(told)) throw error
      if (told.startsWith('version-conflict')) continue
      waited = true
      await delay(PATIENCE)
      // Looking at the folder takes the archive over once it is free. The window may be gone by then.
      await host.request('archive.rescan', {}).catch(() => undefined)
    }
  }
}

/** One window after the other, most of them killed. */
async function runWindows(run: Run, name: string): Promise<void> {
  for (let life = 0; !run.isDone(); life += 1) {
    const host = await startLoopbackHost(join(run.program, 'web/main.mjs'), run.home, ['--archive', run.path])
    let gone = false
    const working = workInWindow(host, run, `window ${name}${life}`, () => gone)
    await Promise.race([working, delay(SHORTEST_LIFE + run.random.below(FURTHER_LIFE))])
    gone = true
    const isKilled = run.random.chance(0.8)
    await host.stop(isKilled ? 'SIGKILL' : 'SIGTERM')
    if (isKilled) run.count.kills += 1
    await working
  }
}

async function runCommand(run: Run, words: readonly string[]): Promise<boolean> {
  const killing = run.random.chance(0.2) ? AbortSignal.timeout(1 + run.random.below(LONGEST_COMMAND)) : undefined
  const program = join(run.program, 'cli/main.mjs')
  const call = { home: run.home }
  const { exitCode, out, err } = await runProgram(program, call, [...words, '-a', run.path, '--json'], killing)
  if (out.includes('"internal"')) run.broken.push(`a bug instead of an answer: ${words.join(' ')} ${out} ${err}`)
  run.count[exitCode === 0 ? 'commands' : 'unconfirmed'] += 1
  return exitCode === 0
}

/** One command after the other: texts come in, articles are tagged. */
async function runCommands(run: Run): Promise<void> {
  for (let number = 0; !run.isDone(); number += 1) {
    const note = join(run.home, `note-${number}.md`)
    const words = `The reading room has opened for readers number ${sha256(Buffer.from(`${number}`))}.`
    await writeFile(note, `# Note ${number}\n\n${words}\n`)
    if (await runCommand(run, ['import', note])) {
      run.confirmed.push({ what: `import ${number}`, version: null, words })
    }
    const id = run.random.pick(run.ids)
    const tag = `rival-${number}-end`
    if (await runCommand(run, ['tag', 'add', `topic:${tag}`, id])) {
      run.confirmed.push({ what: `${tag} of ${id}`, version: null, words: tag })
    }
  }
}

/** Every version of every article that lies anywhere in the folder. */
async function textsIn(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  const texts = new Map<string, string>()
  for (const entry of files) {
    const bytes = await readFile(join(entry.parentPath, entry.name))
    texts.set(sha256(bytes), bytes.toString())
  }
  return texts
}

async function findGone(path: string, confirmed: readonly Confirmed[]): Promise<readonly string[]> {
  const texts = await textsIn(path)
  const all = [...texts.values()]
  const isThere = ({ version, words }: Confirmed): boolean =>
    version === null ? all.some((text) => text.includes(words)) : (texts.get(version)?.includes(words) ?? false)
  return confirmed.filter((one) => !isThere(one)).map(({ what }) => `confirmed and gone: ${what}`)
}

/** The next start finds everything in order, and checking the archive finds nothing wrong. */
async function checkNextStart({ program, home, path }: Run): Promise<readonly string[]> {
  const host = await startLoopbackHost(join(program, 'web/main.mjs'), home, ['--archive', path])
  const { readOnly, unreadable } = await host.request('archive.summary', {})
  const { problems } = await host.request('archive.verify', { task: 'rivals' })
  await host.stop()
  // Both versions of a save over a newer one are kept in files of their own: that is no damage.
  const damage = problems.filter(({ kind }) => kind !== 'duplicate-id')
  const wrong = damage.map((problem) => `wrong afterwards: ${JSON.stringify(problem)}`)
  const broken = [...wrong, ...unreadable.map(({ file, reason }) => `unreadable: ${file} ${reason}`)]
  return readOnly === null ? broken : [...broken, `read-only afterwards: ${readOnly}`]
}

async function makeArticles(program: string, home: string): Promise<Pick<Run, 'path' | 'ids'>> {
  const host = await startLoopbackHost(join(program, 'web/main.mjs'), home, ['--first-run'])
  const folder = join(home, 'archive')
  const { path } = await host.request('workspace.create', { folder, name: 'Wanted by many', language: 'en' })
  const ids: ArticleId[] = []
  for (let number = 0; number < ARTICLES; number += 1) {
    const fields = fieldsWith({ title: `N ${number}`, body: `Never saved ${number}` })
    ids.push((await host.request('articles.create', { fields })).article.id)
  }
  await host.stop()
  return { path, ids }
}

/**
 * Two windows and two command lines of the built program, each a process of its own, want to write one archive; windows
 * and commands are killed at random. Ends when all goals are reached, then looks for every text that was confirmed.
 */
export async function runBuiltRivals(
  program: string,
  goals: BuiltRivalGoals,
  random: Random,
): Promise<BuiltRivalReport> {
  const home = await makeMemoryDir()
  const count = { saves: 0, commands: 0, kills: 0, takeovers: 0, unconfirmed: 0 }
  const isDone = (): boolean =>
    count.saves >= goals.saves && count.commands >= goals.commands && count.kills >= goals.kills
  const made = await makeArticles(program, home)
  const run: Run = { program, home, random, count, isDone, confirmed: [], broken: [], ...made }
  await Promise.all([runWindows(run, 'a'), runWindows(run, 'b'), runCommands(run)])
  const broken = [...run.broken, ...(await findGone(run.path, run.confirmed)), ...(await checkNextStart(run))]
  return { ...count, broken }
}
