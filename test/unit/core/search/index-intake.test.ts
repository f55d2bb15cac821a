import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createIndexHost, type IndexHost } from '../../../../core/search/index-host.ts'
import { IndexIntake, type IntakePorts } from '../../../../core/search/index-intake.ts'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'
import type { ArticleInput } from '../../../../core/search/segment/analyse-article.ts'
import type { EngineAnswer } from '../../../../core/search/text-engine.ts'
import { inputOf } from '../../../support/index-host.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const ARCHIVE = 'test-archive'

function openHost(folder: string): IndexHost {
  const warn = (text: string): void => {
    throw new Error(text)
  }
  return createIndexHost(
    { folder, archiveId: ARCHIVE, reading: 'mem' },
    { info: () => undefined, warn, lost: () => undefined },
  )
}

function portsOf(host: IndexHost, folder: string, more: Partial<IntakePorts> = {}): IntakePorts {
  return {
    archiveId: ARCHIVE,
    folder,
    warn: (text) => {
      throw new Error(text)
    },
    isCurrent: () => true,
    upsert: (articles) => Promise.resolve(void host.call('upsert', articles)),
    adopt: (path, rows) => Promise.resolve(host.call('adopt', { path, rows }) !== null),
    ...more,
  }
}

/** Rows found by a query, with their scores. */
function find(host: IndexHost, text: string): Map<number, number> {
  // The call answers with what the protocol says.
  const { exact } = host.call('search', {
    query: { query: parseQuery(text, 'all'), typing: false, aliases: [] },
    space: null,
  }) as EngineAnswer
  return new Map([...exact.rows].map((row, index) => [row, exact.scores[index] ?? 0]))
}

const ARTICLES = Array.from({ length: 300 }, (_, row) => inputOf(row))
const QUERIES = ['university', 'студент', 'ғылым', 'форум университет', '"the university"', 'зерт*']

async function takeIn(ports: IntakePorts, articles: readonly ArticleInput[]): Promise<number> {
  let taken = 0
  const intake = new IndexIntake(ports, (count) => (taken += count))
  for (const article of articles) await intake.add(article)
  await intake.finish()
  await intake.close()
  return taken
}

describe('taking many articles into the index', () => {
  it('builds them beside, and finds the same as when they come one by one', async () => {
    const [beside, direct] = [await makeTempDir(), await makeTempDir()]
    const [one, other] = [openHost(beside), openHost(direct)]
    expect(await takeIn(portsOf(one, beside), ARTICLES)).toBe(ARTICLES.length)
    other.call('upsert', ARTICLES)
    for (const query of QUERIES) {
      expect(find(one, query).size).toBeGreaterThan(0)
      expect(find(one, query)).toEqual(find(other, query))
    }
    one.call('close', undefined)
    other.call('close', undefined)
  })

  it('replaces what is there, and leaves out what was edited while it was built', async () => {
    const folder = await makeTempDir()
    const host = openHost(folder)
    host.call('upsert', ARTICLES.slice(0, 40))
    const edited = { ...inputOf(7), title: 'Zebracrossing', version: 'e'.repeat(64) }
    const fresh = ARTICLES.map((article, row) => (row === 20 ? { ...article, title: 'Quaggafarm' } : article))
    const ports = portsOf(host, folder, {
      isCurrent: ({ row }) => row !== 7,
      adopt: (path, rows) => {
        expect(rows[7]).toBe(-1)
        const adopted = host.call('adopt', { path, rows }) !== null
        host.call('upsert', [edited])
        return Promise.resolve(adopted)
      },
    })
    await takeIn(ports, fresh)
    expect([...find(host, 'zebracrossing').keys()]).toEqual([7])
    expect([...find(host, 'quaggafarm').keys()]).toEqual([20])
    expect(find(host, ARTICLES[7]?.title ?? '').has(7)).toBe(false)
    host.call('close', undefined)
  })

  it('goes another way where a segment cannot be written', async () => {
    const folder = await makeTempDir()
    const host = openHost(folder)
    const blocked = join(await makeTempDir(), 'blocked')
    writeFileSync(blocked, 'a file where a folder should be')
    const warnings: string[] = []
    await takeIn(portsOf(host, blocked, { warn: (text) => warnings.push(text) }), ARTICLES)
    expect(warnings).toHaveLength(1)
    expect(find(host, 'university').size).toBeGreaterThan(0)
    host.call('close', undefined)
  })
})
