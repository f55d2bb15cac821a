import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { ArchiveClient } from '../../../../core/contract/archive-api.ts'
import type { HostCore } from '../../../../core/contract/host-core.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

/** Articles that make counting hard: known by year or month only, without outlet, with an outlet that begins like another. */
const HARD = [
  { published: '2025', outlet: 'Dala Times' },
  { published: '2025-06', outlet: 'Dala Times Weekly' },
  { published: '2025-07-01', outlet: '' },
  { published: null, outlet: 'Dala Times' },
] as const

async function addHard(client: ArchiveClient): Promise<void> {
  for (const [place, { published, outlet }] of HARD.entries()) {
    const fields = fieldsWith({
      title: `Hard to count ${String(place)}`,
      // Written as days in this file.
      published: published as PartialDay | null,
      outlet,
      kind: 'coverage',
      body: 'A text.',
    })
    await client('articles.create', { fields })
  }
}

/** The figures of a report as CSV: group, label, value, before, change, search. */
async function figuresOf(core: HostCore, query: string): Promise<readonly (readonly string[])[]> {
  const filter = { ...NO_FILTER, from: '2025-01-01', to: '2025-12-31' }
  const order = { kind: 'report', language: 'en', query, filter } as const
  const { companions = [] } = await core.client('documents.make', { order, task: undefined })
  const pieces: Uint8Array[] = []
  for await (const piece of (await core.documents.open(companions[0]?.document ?? '')).content) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8').slice(1).trim()
  return Papa.parse<string[]>(text).data.slice(1)
}

test('typing the search beside a figure finds as many articles as the figure says', async () => {
  const { core, folder } = await startCore()
  await core.client('workspace.createSample', { folder: join(folder, 'sample'), language: 'en', task: undefined })
  await addHard(core.client)
  for (const query of ['', 'university']) {
    const rows = await figuresOf(core, query)
    expect(rows.length).toBeGreaterThan(20)
    const yearOnly = Number(rows.find((row) => row[1] === 'Known by year only')?.[2] ?? 0)
    const wrong: string[] = []
    for (const [group = '', label = '', value = '', , , search = ''] of rows) {
      const ids = await core.client('search.ids', { query: search, filter: NO_FILTER, sort: 'newest', typing: false })
      if (label === 'Known by year only') continue
      // The report says so below the months: what is known by its year may lie in each of them.
      const more = group === 'By month' ? yearOnly : 0
      if (ids.length !== Number(value) + more)
        wrong.push(`${group} / ${label}: ${value}, found ${String(ids.length)}: ${search}`)
    }
    expect(wrong).toEqual([])
    const total = Number(rows[0]?.[2])
    for (const group of ['By month', 'By language', 'By outlet']) {
      const sum = rows.filter((row) => row[0] === group).reduce((all, row) => all + Number(row[2]), 0)
      expect(sum, group).toBe(total)
    }
    if (query === '') expect(yearOnly).toBe(1)
  }
})
