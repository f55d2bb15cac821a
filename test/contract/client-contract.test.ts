import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { REQUESTS, type RequestInput } from '../../core/contract/archive-api.ts'
import type { ArchiveEvent } from '../../core/contract/archive-events.ts'
import { AppError, ERROR_CODES } from '../../core/contract/app-error.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { NO_TAGS } from '../../core/model/tag.ts'
import { startDirect, startHttp, startIpc, type Transport } from './transports.ts'

const TRANSPORTS = [
  ['the core directly', startDirect],
  ["Electron's messages", startIpc],
  ['real HTTP', startHttp],
] as const

const REPORT = [
  'March 4, 2026',
  '',
  'NEW LABORATORY OPENS ITS DOORS',
  '',
  'The university opened a laboratory of soil chemistry on Wednesday. Guests came from three regions.',
  '',
  'The rector thanked the builders and the first students.',
  '',
].join('\n')

const FIELDS = {
  title: 'Әл-Фараби атындағы байқау',
  subtitle: '',
  published: '2026-03',
  outlet: 'Қала тынысы',
  authors: ['Айгүл Сәрсен'],
  kind: 'coverage',
  language: 'kk',
  url: '',
  tags: NO_TAGS,
  summary: '',
  notes: '',
  story: '',
  body: 'Байқауға **жүз** оқушы қатысты — «тамаша» 🎓.\n',
} as unknown as RequestInput<'articles.create'>['fields']

const EVERYTHING = {
  query: '',
  filter: NO_FILTER,
  sort: 'newest',
  offset: 0,
  limit: 100,
  facets: true,
  typing: false,
} as const

const WRONG_ARGUMENTS: readonly (readonly [string, unknown])[] = [
  ['articles.read', { id: '../../etc/passwd' }],
  ['articles.read', {}],
  ['articles.read', null],
  ['articles.read', 'text'],
  ['articles.read', [1]],
  ['articles.create', { fields: { ...FIELDS, title: '' } }],
  ['articles.create', { fields: { ...FIELDS, published: '2026-02-30' } }],
  ['articles.create', { fields: { ...FIELDS, language: 'de' } }],
  ['articles.create', { fields: { ...FIELDS, tags: { initiative: ['Not A Slug'], partner: [], topic: [] } } }],
  ['search.run', { ...EVERYTHING, limit: -1 }],
  ['search.run', { ...EVERYTHING, limit: 1e9 }],
  ['search.run', { ...EVERYTHING, query: 7 }],
  ['search.run', { ...EVERYTHING, filter: { ...NO_FILTER, from: '31.10.2025' } }],
  ['tags.create', { kind: 'person', names: {} }],
  ['settings.write', { theme: 'pink' }],
  ['import.run', { sources: 'all' }],
  ['documents.clipping', { id: 'x' }],
]

async function makeArchive({ client, folder }: Transport): Promise<string> {
  const path = join(folder, 'Мұрағат')
  await client('workspace.create', { folder: path, name: 'Сынақ', language: 'kk' })
  return path
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe.each(TRANSPORTS)('the client over %s', (_, start) => {
  it('creates, opens and closes an archive', async () => {
    const transport = await start()
    const { client } = transport
    expect((await client('workspace.status', {})).archive).toBeNull()
    const path = await makeArchive(transport)
    const { archive, recent } = await client('workspace.status', {})
    expect(archive).toMatchObject({ name: 'Сынақ', path, language: 'kk', articles: 0, readOnly: null })
    expect(recent.map((entry) => entry.path)).toEqual([path])
    expect(JSON.parse(await readFile(join(path, 'archive.json'), 'utf8'))).toMatchObject({ id: archive?.id })
    expect(await client('workspace.close', {})).toBeNull()
    expect((await client('workspace.status', {})).archive).toBeNull()
    expect(await client('workspace.open', { folder: path })).toMatchObject({ id: archive?.id })
    expect(transport.log.faults).toEqual([])
  })

  it('keeps an article exactly as it was given, and finds it', async () => {
    const transport = await start()
    await makeArchive(transport)
    const { article } = await transport.client('articles.create', { fields: FIELDS })
    expect(article).toMatchObject(FIELDS)
    expect(await transport.client('articles.read', { id: article.id })).toEqual(article)
    const page = await transport.client('search.run', { ...EVERYTHING, query: 'оқушылар' })
    expect(page.hits.map((hit) => hit.article.id)).toEqual([article.id])
    expect(page.hits[0]?.snippets.some(({ ranges }) => ranges.length > 0)).toBe(true)
    const { title, body } = { title: FIELDS.title, body: `${FIELDS.body}\nЕкінші бөлім.\n` }
    const saved = await transport.client('articles.save', {
      id: article.id,
      version: article.version,
      fields: { ...FIELDS, title, body },
    })
    expect(saved.article.body).toBe(body)
    expect(saved.article.version).not.toBe(article.version)
    expect(transport.log.faults).toEqual([])
  })

  it('imports a staged file, shows its ledger, and hands out the original', async () => {
    const transport = await start()
    await makeArchive(transport)
    const bytes = new TextEncoder().encode(REPORT)
    const source = await transport.stage('Лаборатория.txt', bytes)
    const report = await transport.client('import.run', { sources: [source] })
    expect(report).toMatchObject({ total: 1, added: 1, failed: 0 })
    const [item] = report.items
    expect(item).toMatchObject({
      source: 'Лаборатория.txt',
      outcome: 'added',
      publishedOn: '2026-03-04',
      language: 'en',
    })
    expect(await transport.client('import.report', { batch: report.batch })).toEqual(report)
    const article = await transport.client('articles.read', { id: item!.id! })
    const [original] = article.attachments
    expect(await transport.readAttachment(article.id, original!.name)).toEqual(bytes)
    expect(transport.log.faults).toEqual([])
  })

  it('tags articles and shows them on a timeline', async () => {
    const transport = await start()
    await makeArchive(transport)
    const { client } = transport
    const { article } = await client('articles.create', { fields: FIELDS })
    const tag = await client('tags.create', { kind: 'partner', names: { en: 'Cardiff University' } })
    expect(await client('tags.assign', { ids: [article.id], add: [tag.id], remove: [] })).toMatchObject({
      changed: [article.id],
      failed: [],
    })
    expect(await client('tags.list', {})).toMatchObject([{ id: tag.id, count: 1 }])
    const filter = { ...NO_FILTER, tags: [tag.id] }
    expect(await client('search.ids', { query: '', filter, sort: 'newest', typing: false })).toEqual([article.id])
    const timeline = await client('timeline.read', { query: '', filter, grain: 'month', lanes: 'partner' })
    expect(timeline.buckets).toEqual([{ start: '2026-03-01', count: 1 }])
    expect(timeline.lanes.map((lane) => lane.total)).toContain(1)
    expect(transport.log.faults).toEqual([])
  })

  it('makes a clipping and hands its bytes out by id', async () => {
    const transport = await start()
    await makeArchive(transport)
    const { article } = await transport.client('articles.create', { fields: FIELDS })
    const made = await transport.client('documents.clipping', {
      id: article.id,
      language: 'kk',
      standard: 'plain',
      paper: 'a4',
    })
    const bytes = await transport.readDocument(made.document)
    expect(bytes).toHaveLength(made.bytes)
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
    expect(await failureOf(transport.readDocument('no-such-document'))).toMatchObject({ code: 'not-found' })
    expect(transport.log.faults).toEqual([])
  })

  it('tells of changes by events', async () => {
    const transport = await start()
    await makeArchive(transport)
    const heard: ArchiveEvent[] = []
    const unsubscribe = transport.subscribe((event) => heard.push(event))
    const ids: string[] = []
    // A stream over HTTP needs a moment to open; what happens before is not missed but not told either.
    await vi.waitFor(async () => {
      ids.push((await transport.client('articles.create', { fields: FIELDS })).article.id)
      expect(heard.length).toBeGreaterThan(0)
    })
    await vi.waitFor(() => {
      const named = heard.flatMap((event) => (event.name === 'archive.changed' ? (event.value.articles ?? []) : []))
      expect(named).toContain(ids.at(-1))
    })
    unsubscribe()
  })

  it('fails with the code and details of the failure, whatever the way', async () => {
    const transport = await start()
    const { client } = transport
    expect(await failureOf(client('archive.summary', {}))).toMatchObject({ code: 'no-archive' })
    const path = await makeArchive(transport)
    expect(await failureOf(client('workspace.create', { folder: path, name: 'x', language: 'en' }))).toMatchObject({
      code: 'archive-exists',
    })
    expect(await failureOf(client('workspace.open', { folder: join(path, 'articles', 'none') }))).toMatchObject({
      code: 'no-archive',
    })
    const { article } = await client('articles.create', { fields: FIELDS })
    const stale = { id: article.id, version: '0'.repeat(64), fields: { ...FIELDS, title: 'Басқа тақырып' } }
    const conflict = await failureOf(client('articles.save', stale))
    expect(conflict.code).toBe('version-conflict')
    expect(conflict.message.length).toBeGreaterThan(10)
    expect(await failureOf(client('articles.resolve', { prefix: 'zzzz' }))).toMatchObject({ code: 'not-found' })
    expect(transport.log.faults).toEqual([])
  })

  it('refuses names that are no request, also those that every object has', async () => {
    const transport = await start()
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'articles', 'ARTICLES.READ', 'x']) {
      expect(await transport.send(name, {})).toMatchObject({ error: { code: 'unknown-request' } })
    }
    expect(transport.log.faults).toEqual([])
  })

  it('refuses arguments that do not fit, and goes on', async () => {
    const transport = await start()
    await makeArchive(transport)
    for (const [name, argument] of WRONG_ARGUMENTS) {
      const envelope = await transport.send(name, argument)
      expect(envelope, `${name} ${JSON.stringify(argument)}`).toMatchObject({ error: { code: 'bad-request' } })
    }
    expect((await transport.client('archive.summary', {})).articles).toBe(0)
    expect(transport.log.faults).toEqual([])
  })

  it('answers every declared request with an envelope, also without an archive and with an empty argument', async () => {
    const transport = await start()
    for (const name of Object.keys(REQUESTS)) {
      const envelope = await transport.send(name, {})
      if ('ok' in envelope) continue
      expect(ERROR_CODES, name).toContain(envelope.error.code)
      expect(envelope.error.code, name).not.toBe('internal')
      expect(envelope.error.code, name).not.toBe('unknown-request')
    }
    expect(transport.log.faults).toEqual([])
  })
})
