import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCli, type CliCall, type CliResult } from '../support/run-cli.ts'
import { makeTempDir } from '../support/temp-dir.ts'

const REPORT = [
  'October 31, 2025',
  '',
  'UNIVERSITIES OF FOUR COUNTRIES SIGN A JOINT PROGRAMME',
  '',
  'Rectors met in Astana on Friday. Cardiff University and three others will teach together from autumn.',
  '',
  'A working group on artificial intelligence begins in December.',
  '',
].join('\n')

const runCli = useCli()

async function startArchive(): Promise<CliCall & { readonly archive: string }> {
  const home = await makeTempDir()
  const archive = join(home, 'Press')
  await runCli({ home }, 'init', '-a', archive, '--name', 'Press office', '--json')
  await writeFile(join(home, 'report.txt'), REPORT)
  return { home, archive, environment: { PRESS_ARCHIVE: archive } }
}

function json(result: CliResult): unknown {
  expect(result.err).toBe('')
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.out)
}

async function importReport(call: CliCall): Promise<string> {
  const report = json(await runCli(call, 'import', 'report.txt', '--json')) as { items: { id: string }[] }
  return report.items[0]!.id
}

describe('the main job on the command line', () => {
  it('makes an archive, once', async () => {
    const home = await makeTempDir()
    const made = json(await runCli({ home }, 'init', '-a', 'Архив', '--name', 'Пресса', '--language', 'ru', '--json'))
    expect(made).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Пресса', path: join(home, 'Архив') })
    const again = await runCli({ home }, 'init', '-a', 'Архив')
    expect(again.exitCode).toBe(1)
    expect(again.err).toContain('Архив')
  })

  it('imports a text with its date and language, and knows it the second time', async () => {
    const call = await startArchive()
    const first = json(await runCli(call, 'import', 'report.txt', '--json'))
    expect(first).toMatchObject({ total: 1, added: 1, duplicates: 0, skipped: 0, failed: 0 })
    expect(first).toMatchObject({
      items: [
        { source: 'report.txt', outcome: 'added', publishedOn: '2025-10-31', language: 'en', outlet: '', reason: null },
      ],
    })
    const second = json(await runCli(call, 'import', 'report.txt', '--json'))
    expect(second).toMatchObject({ total: 1, added: 0, duplicates: 1 })
  })

  it('finds words, other forms of words, phrases with wildcards, and nothing where nothing is', async () => {
    const call = await startArchive()
    const id = await importReport(call)
    for (const query of ['cardiff', 'university', 'rector', '"artificial intellig*"']) {
      expect(json(await runCli(call, 'search', query, '--json')), query).toMatchObject({ total: 1, hits: [{ id }] })
    }
    expect(json(await runCli(call, 'search', 'zzzz', '--json'))).toMatchObject({ total: 0, hits: [] })
    expect(json(await runCli(call, 'search', '', '--json'))).toMatchObject({ total: 1 })
    const [hit] = (json(await runCli(call, 'search', 'cardiff', '--json')) as { hits: Record<string, unknown>[] }).hits
    expect(Object.keys(hit!)).toEqual([
      'id',
      'title',
      'publishedOn',
      'language',
      'outlet',
      'kind',
      'tags',
      'score',
      'snippets',
      'why',
    ])
  })

  it('filters by days, language, kind and sort, and pages', async () => {
    const call = await startArchive()
    await importReport(call)
    const total = async (...words: readonly string[]): Promise<unknown> =>
      (json(await runCli(call, 'search', '', '--json', ...words)) as { total: number }).total
    expect(await total('--from', '2025-10-31', '--to', '2025-10-31')).toBe(1)
    expect(await total('--from', '2025-11-01')).toBe(0)
    expect(await total('--from', '2025-10', '--to', '2025-10')).toBe(1)
    expect(await total('--language', 'ru')).toBe(0)
    expect(await total('--language', 'ru', '--language', 'en')).toBe(1)
    expect(await total('--kind', 'own')).toBe(0)
    expect(await total('--sort', 'date', '--limit', '0', '--offset', '5')).toBe(1)
  })

  it('tags an article with a new partner, filters by it, renames it and takes it off', async () => {
    const call = await startArchive()
    const id = await importReport(call)
    const partner = 'partner:Cardiff University'
    expect(json(await runCli(call, 'tag', 'add', partner, id.slice(0, 10), '--json'))).toMatchObject({ changed: [id] })
    expect(json(await runCli(call, 'tag', 'add', 'partner:cardiff university', id, '--json'))).toMatchObject({
      changed: [],
      unchanged: 1,
    })
    expect(json(await runCli(call, 'search', '', '--tag', partner, '--json'))).toMatchObject({ total: 1 })
    expect(json(await runCli(call, 'tag', 'list', '--kind', 'partner', '--json'))).toMatchObject([
      { kind: 'partner', names: { en: 'Cardiff University' }, count: 1 },
    ])
    json(await runCli(call, 'tag', 'rename', partner, 'Кардиффский университет', '--json'))
    expect(json(await runCli(call, 'search', '', '--tag', 'partner:кардиффский университет', '--json'))).toMatchObject({
      total: 1,
    })
    expect(json(await runCli(call, 'tag', 'remove', partner, id, '--json'))).toMatchObject({ changed: [id] })
    expect(json(await runCli(call, 'search', '', '--tag', partner, '--json'))).toMatchObject({ total: 0 })
  })

  it('shows the whole article and counts it on the timeline', async () => {
    const call = await startArchive()
    const id = await importReport(call)
    expect(json(await runCli(call, 'show', id.slice(0, 8), '--json'))).toMatchObject({
      id,
      publishedOn: '2025-10-31',
      body: expect.stringContaining('working group on artificial intelligence'),
    })
    expect(json(await runCli(call, 'timeline', '--by', 'month', '--lanes', 'initiative', '--json'))).toMatchObject({
      grain: 'month',
      buckets: [{ start: '2025-10-01', count: 1 }],
      lanes: [{ id: '', buckets: [{ start: '2025-10-01', count: 1 }] }],
      undated: 0,
    })
    const text = await runCli(call, 'timeline', '--by', 'month')
    expect(text.out).toMatch(/^2025-10 +1 /)
  })

  it('writes a clipping', async () => {
    const call = await startArchive()
    const id = await importReport(call)
    const made = json(
      await runCli(call, 'export', 'clipping', '--id', id, '--out', 'c.pdf', '--language', 'ru', '--json'),
    )
    const bytes = await readFile(join(call.home, 'c.pdf'))
    expect(made).toEqual({ path: join(call.home, 'c.pdf'), articles: 1, pages: 1, bytes: bytes.length })
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('makes the sample archive and finds inflected words of Russian and Kazakh in it', async () => {
    const home = await makeTempDir()
    const call = { home, environment: { PRESS_ARCHIVE: join(home, 'sample') } }
    json(await runCli(call, 'sample', '--language', 'kk', '--json'))
    const stats = json(await runCli(call, 'stats', '--json')) as { articles: number; index: unknown }
    expect(stats.articles).toBeGreaterThanOrEqual(36)
    expect(stats.index).toMatchObject({ state: 'ready', indexed: stats.articles })
    expect(json(await runCli(call, 'verify', '--json'))).toMatchObject({ problems: [], problemsByKind: {} })
    for (const query of ['студенттерімізге', 'университетами']) {
      const page = json(await runCli(call, 'search', query, '--json')) as { total: number }
      expect(page.total, query).toBeGreaterThan(0)
    }
    expect(json(await runCli(call, 'reindex', '--json'))).toMatchObject({ state: 'ready', total: stats.articles })
  })
})
