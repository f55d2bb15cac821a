import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleEngines } from './bundle-engines.ts'
import type { BuildFigures, OpenFigures } from './bench-child.ts'

/** All that was measured of one engine at one size. */
type EngineFigures = BuildFigures & OpenFigures & { readonly engine: string; readonly articles: number }

const OTHERS = ['lunr', 'minisearch', 'flexsearch', 'orama', 'sqlite']
/** Other engines need gigabytes and minutes beyond this. */
const MOST_FOR_OTHERS = 10_000
const MEGABYTE = 1_048_576

function runChild<Figures>(script: string, ...args: readonly string[]): Promise<Figures> {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=6000', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`The bench process ${args.join(' ')} ended with code ${String(code)}.`))
      // Written by the child of the same program.
      else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Figures)
    })
  })
}

async function measure(script: string, engine: string, articles: number, root: string): Promise<EngineFigures> {
  const folder = join(root, `${engine}-${articles}`)
  await mkdir(folder, { recursive: true })
  process.stderr.write(`${engine}, ${articles} articles: building\n`)
  const built = await runChild<BuildFigures>(script, 'build', engine, folder, String(articles))
  process.stderr.write(`${engine}, ${articles} articles: asking\n`)
  const opened = await runChild<OpenFigures>(script, 'open', engine, folder, String(articles))
  await rm(folder, { recursive: true, force: true })
  return { engine, articles, ...built, ...opened }
}

function row({
  engine,
  articles,
  build,
  size,
  open,
  memory,
  grown,
  p50,
  p95,
  wordsP95,
  max,
  pageP95,
  addP50,
  addP95,
}: EngineFigures) {
  const short = (value: number): number => Math.round(value * 10) / 10
  return {
    engine,
    articles,
    'built, articles/s': Math.round((articles / build) * 1_000),
    'size, MB': short(size / MEGABYTE),
    'open, ms': short(open),
    'memory, MB': Math.round(memory / MEGABYTE),
    'of it the engine, MB': Math.round(grown / MEGABYTE),
    'query p50, ms': short(p50),
    'p95, ms': short(p95),
    'p95 without phrases, ms': short(wordsP95),
    'max, ms': short(max),
    'page p95, ms': pageP95 === null ? null : short(pageP95),
    'add p50, ms': short(addP50),
    'p95 of add, ms': short(addP95),
  }
}

function ratios(ours: EngineFigures, other: EngineFigures) {
  const times = (key: 'wordsP95' | 'open' | 'memory' | 'grown' | 'addP50' | 'build'): string =>
    `${(other[key] / ours[key]).toFixed(1)} x`
  return {
    engine: ours.engine,
    against: other.engine,
    articles: other.articles,
    'query p95': times('wordsP95'),
    open: times('open'),
    memory: times('memory'),
    'memory of the engine': times('grown'),
    'add one': times('addP50'),
    build: times('build'),
  }
}

/** Measures the search beside other engines; prints tables and writes all figures as JSON. */
export async function runSearchBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { articles: { type: 'string', default: '10000' }, engines: { type: 'string' }, out: { type: 'string' } },
  })
  const articles = Number(values.articles)
  const root = await mkdtemp(join(tmpdir(), 'press-archive-bench-'))
  const results: EngineFigures[] = []
  try {
    const wanted = values.engines?.split(',') ?? [
      'ours',
      'ours-pread',
      'ours-in-thread',
      ...(articles <= MOST_FOR_OTHERS ? OTHERS : []),
    ]
    const script = await bundleEngines(root)
    for (const engine of wanted) results.push(await measure(script, engine, articles, root))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
  console.table(results.map(row))
  console.table(results.map(({ engine, kinds }) => ({ 'p95 by kind, ms': engine, ...roundAll(kinds) })))
  const ours = results.filter(({ engine }) => engine.startsWith('ours'))
  const others = results.filter(({ engine }) => !engine.startsWith('ours'))
  if (others.length > 0) console.table(ours.flatMap((one) => others.map((other) => ratios(one, other))))
  const out = values.out ?? fileURLToPath(new URL(`../results/search-${articles}.json`, import.meta.url))
  await mkdir(join(out, '..'), { recursive: true })
  await writeFile(out, `${JSON.stringify(results, null, 2)}\n`)
  process.stderr.write(`Written: ${out}\n`)
}

function roundAll(kinds: OpenFigures['kinds']): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, value]) => [kind, value === null ? null : Math.round(value * 10) / 10]),
  )
}
