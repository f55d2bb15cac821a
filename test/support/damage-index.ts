import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { oneOf, seededRandom, wholeBetween, type Random } from '../../bench/search/random.ts'
import type { ArticleInput } from '../../core/search/segment/analyse-article.ts'
import type { ReadingMode } from '../../core/search/worker-protocol.ts'
import { inputOf, openTestHost, resultOf } from './index-host.ts'

const QUERIES = [
  'наука',
  'university -title:forum',
  'outlet:outlet',
  '"outlet 1"',
  'сту*',
  '*ing',
  'форум~1',
  'студент OR student',
]

type Mutation = (folder: string, random: Random, other: string) => Promise<void>

async function segmentFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.lseg')).sort()
}

async function change(folder: string, random: Random, edit: (bytes: Buffer) => Buffer): Promise<void> {
  const path = join(folder, oneOf(random, await readdir(folder)))
  await writeFile(path, edit(await readFile(path)))
}

const MUTATION_KINDS: readonly Mutation[] = [
  (folder, random) =>
    change(folder, random, (bytes) => {
      const at = wholeBetween(random, 0, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << wholeBetween(random, 0, 8))
      return bytes
    }),
  (folder, random) => change(folder, random, (bytes) => bytes.subarray(0, wholeBetween(random, 0, bytes.length))),
  (folder, random) =>
    change(folder, random, (bytes) => {
      const from = wholeBetween(random, 0, bytes.length)
      return bytes.fill(0, from, Math.min(bytes.length, from + wholeBetween(random, 1, 5_000)))
    }),
  (folder, random) => change(folder, random, (bytes) => Buffer.concat([bytes, Buffer.from('more')])),
  async (folder, random) => rm(join(folder, oneOf(random, await readdir(folder)))),
  async (folder) => {
    const [first = '', second = ''] = await segmentFiles(folder)
    await rename(join(folder, first), join(folder, 'swap'))
    await rename(join(folder, second), join(folder, first))
    await rename(join(folder, 'swap'), join(folder, second))
  },
  async (folder, _, other) => copyFile(join(other, 'manifest.json'), join(folder, 'manifest.json')),
  async (folder, random, other) => {
    const own = oneOf(random, await segmentFiles(folder))
    await copyFile(join(other, oneOf(random, await segmentFiles(other))), join(folder, own))
  },
]

async function makeIndex(
  folder: string,
  articles: ReadonlyMap<number, ArticleInput>,
  archiveId: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const index = openTestHost(folder, articles, 'mem', archiveId)
  index.repair()
  for (const row of [7, 17, 39]) index.host.call('upsert', [articles.get(row)])
  index.close()
}

function answers(folder: string, articles: ReadonlyMap<number, ArticleInput>, reading: ReadingMode): string[] {
  const index = openTestHost(folder, articles, reading)
  index.repair()
  const ask = (): string[] => QUERIES.flatMap((query) => [query, ...resultOf(index.query(query))])
  ask()
  for (const query of QUERIES) index.describe(query, [...articles.keys()])
  // What was found damaged on the way is brought again, and then everything is as before.
  index.repair()
  const found = ask()
  index.close()
  return found
}

/**
 * Damages copies of an index in many ways and expects the same answers of each, in both modes of reading: what is damaged
 * is found out and brought again.
 */
export async function expectSameAnswers(root: string, mutations: number, seed: number): Promise<void> {
  const articles = new Map(Array.from({ length: 40 }, (_, row) => [row, inputOf(row, row, 12)]))
  const good = join(root, 'good')
  const other = join(root, 'other')
  await makeIndex(good, articles, 'test-archive')
  await makeIndex(other, new Map([...articles].slice(5)), 'other-archive')
  const expected = answers(good, articles, 'mem')
  expect(expected.length).toBeGreaterThan(QUERIES.length * 2)
  const random = seededRandom(seed)
  for (let number = 0; number < mutations; number += 1) {
    const folder = join(root, `damaged-${number}`)
    await cp(good, folder, { recursive: true })
    await MUTATION_KINDS[number % MUTATION_KINDS.length]?.(folder, random, other)
    const reading = number % 3 === 0 ? 'pread' : 'mem'
    expect(answers(folder, articles, reading), `seed ${seed}, mutation ${number}`).toEqual(expected)
    await rm(folder, { recursive: true })
  }
}
