import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { LANGUAGES } from '../../../../core/model/language.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { createTranslator } from '../../../../core/translate/create-translator.ts'
import { startCore } from '../../../support/core-under-test.ts'
import { readPdf } from '../../../support/read-pdf.ts'

test('the overview of a tag is printed with every article, gap and cell, in three languages', async () => {
  const { core, folder } = await startCore()
  const { client } = core
  await client('workspace.createSample', { folder: join(folder, 'sample'), language: 'en' })
  const [tag] = (await client('tags.list', {}))
    .filter(({ kind }) => kind === 'partner')
    .sort((one, other) => other.count - one.count)
  const page = await client('tags.page', { id: tag!.id, today: '2026-11-23' })
  const matrix = await client('tags.matrix', {
    ...{ rows: 'partner', columns: 'initiative', query: '', limit: 30 },
    filter: { ...NO_FILTER, tags: [tag!.id] },
  })
  for (const language of LANGUAGES) {
    const made = await client('documents.tagSheet', {
      order: { tag: tag!.id, today: '2026-11-23', language, standard: 'ua-1' },
    })
    const { content } = await core.documents.open(made.document)
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    const text = (await readPdf(Buffer.concat(chunks))).pages.join('\n').replace(/\s+/gu, ' ')
    const translate = createTranslator(language)
    for (const { title } of [...page.latest, ...page.key]) expect(text).toContain(title.replace(/\s+/gu, ' '))
    for (const part of ['overTime', 'latest', 'key', 'together', 'gaps', 'matrix'] as const) {
      expect(text).toContain(translate(`tagPage.${part}`))
    }
    for (const { days } of page.silences) expect(text).toContain(translate('tagPage.days', { count: days }))
    expect(matrix.rows.length).toBeGreaterThan(0)
    expect(made.pages).toBeGreaterThan(0)
  }
  const alone = await client('documents.tagSheet', { order: { tag: null, today: '2026-11-23', language: 'en' } })
  expect(alone.pages).toBeGreaterThan(0)
  const missing = 'no-such-tag' as TagId
  await expect(
    client('documents.tagSheet', { order: { tag: missing, today: '2026-11-23', language: 'en' } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
