import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { benchQueries, type BenchQuery, type QueryKind } from './bench-queries.ts'
import { ENGINES, type OpenedEngine } from './engines.ts'
import { settledMemory } from './settled-memory.ts'

/** What one process measured. Times in milliseconds, sizes in bytes. */
export interface BuildFigures {
  readonly build: number
  readonly size: number
}

export interface OpenFigures {
  /** From the start of opening to the first result. */
  readonly open: number
  /** Memory of the whole process after all queries. */
  readonly memory: number
  /** What of it the engine added to the bench's own. */
  readonly grown: number
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** p95 over the kinds that every engine can answer: all but phrases and words near each other. */
  readonly wordsP95: number
  /** p95 by kind of query; null for those that the engine cannot answer. */
  readonly kinds: Readonly<Partial<Record<QueryKind, number | null>>>
  /** p95 of whole pages, for the engine that has them. */
  readonly pageP95: number | null
  readonly addP50: number
  readonly addP95: number
}

const QUERIES = 300
/** Time that every engine has between the first result and the queries that are measured, in milliseconds. */
const PAUSE = 1_500
/** Kinds that not all engines have. */
const PHRASES: ReadonlySet<QueryKind> = new Set(['phrase', 'near'])
const FIRST_QUERY = 'university'

/** The value below which a share of the numbers lies. */
function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)))
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0)
}

async function measureBuild(name: string, folder: string, count: number): Promise<BuildFigures> {
  const start = performance.now()
  const finish = await engineOf(name).build(folder, count)
  const build = performance.now() - start
  await finish?.()
  return { build, size: await sizeOf(folder) }
}

async function measureOpen(name: string, folder: string, count: number): Promise<OpenFigures> {
  const queries = benchQueries(QUERIES)
  const engine = await engineOf(name).open(folder, count)
  await engine.search({ kind: 'common', text: FIRST_QUERY, words: [FIRST_QUERY] })
  const open = performance.now() - engine.start
  // A user does not type at once either.
  await new Promise((resolve) => setTimeout(resolve, PAUSE))
  const times = await measureQueries(queries, (query) => engine.search(query))
  const all = [...times.values()].flat()
  const memory = settledMemory()
  const pages =
    engine.page === undefined
      ? []
      : [...(await measureQueries(queries, async (query) => (await engine.page?.(query)) ?? null)).values()].flat()
  const adds = await measureAdds(engine, name, count)
  await engine.close()
  const kinds = Object.fromEntries(
    [...times].map(([kind, list]) => [kind, list.length === 0 ? null : percentile(list, 0.95)]),
  )
  return {
    open,
    memory,
    grown: memory - engine.before,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    max: Math.max(...all),
    wordsP95: percentile(
      [...times].filter(([kind]) => !PHRASES.has(kind)).flatMap(([, list]) => list),
      0.95,
    ),
    kinds,
    pageP95: pages.length === 0 ? null : percentile(pages, 0.95),
    addP50: percentile(adds, 0.5),
    addP95: percentile(adds, 0.95),
  }
}

async function measureQueries(
  queries: readonly BenchQuery[],
  ask: OpenedEngine['search'],
): Promise<Map<QueryKind, number[]>> {
  const times = new Map<QueryKind, number[]>()
  for (const query of queries) {
    const start = performance.now()
    const found = await ask(query)
    const took = performance.now() - start
    const known = times.get(query.kind) ?? []
    times.set(query.kind, found === null ? known : [...known, took])
  }
  return times
}

async function measureAdds(engine: OpenedEngine, name: string, count: number): Promise<number[]> {
  const adds: number[] = []
  for (let number = 0; number < (name === 'lunr' ? 1 : 100); number += 1) {
    const start = performance.now()
    await engine.add(count + number)
    adds.push(performance.now() - start)
  }
  return adds
}

function engineOf(name: string) {
  const engine = ENGINES[name]
  if (engine === undefined) throw new Error(`There is no engine ${name}.`)
  return engine
}

const [, , job = '', name = '', folder = '', articles = '0'] = process.argv
const figures = await (job === 'build' ? measureBuild : measureOpen)(name, folder, Number(articles))
process.stdout.write(`${JSON.stringify(figures)}\n`)
