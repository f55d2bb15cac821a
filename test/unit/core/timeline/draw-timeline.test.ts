import { expect, test } from 'vitest'
import type { Timeline } from '../../../../core/model/timeline.ts'
import { drawTimeline, type DrawOptions } from '../../../../core/timeline/draw-timeline.ts'

const LONG = `Institute of ${'very long names and '.repeat(8)}rivers`

const lane = (label: string, start: string) => ({
  id: label,
  label,
  color: '#2f8a5f',
  period: { from: '2024-02', to: null },
  total: 2,
  first: null,
  last: null,
  buckets: [{ start, count: 2 }],
  undated: 0,
  imprecise: 0,
})

const TIMELINE: Timeline = {
  grain: 'month',
  span: { from: '2024-01-10', to: '2024-04-30' },
  buckets: [
    { start: '2024-01-01', count: 2 },
    { start: '2024-04-01', count: 3 },
  ],
  background: [{ start: '2024-01-01', count: 9 }],
  lanes: [lane('Rivers <&> "Steppe"', '2024-01-01'), lane(LONG, '2024-04-01'), lane('=SUM(A1)', '2024-04-01')],
  laneCount: 3,
  stack: null,
  outside: { dated: 0, undated: 0 },
  undated: 1,
  imprecise: 1,
  total: 7,
}

const OPTIONS: DrawOptions = {
  format: 'svg',
  language: 'en',
  lanes: 'partner',
  stack: null,
  logScale: false,
  limits: { from: null, to: null },
  notes: [{ id: 'n', from: '2024-04-30', to: '2024-04-30', text: 'The rector speaks about something at length' }],
}

const textOf = async (options: Partial<DrawOptions>, timeline = TIMELINE): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await drawTimeline(timeline, { ...OPTIONS, ...options })).bytes)

test('an SVG holds every lane and its whole name, all of it inside the picture', async () => {
  const svg = await textOf({})
  const width = Number(/<svg [^>]*width="(\d+)"/.exec(svg)?.[1])
  const height = Number(/<svg [^>]*height="(\d+)"/.exec(svg)?.[1])
  const texts = [
    ...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" font-size="(\d+)" [^>]*text-anchor="(\w+)"[^>]*>([^<]*)/g),
  ]
  expect(texts.length).toBeGreaterThan(8)
  for (const [, x, y, size, anchor, words = ''] of texts) {
    // A letter is never as wide as 0.62 of its size on the average.
    const end = Number(x) + (anchor === 'end' ? 0 : words.length * Number(size) * 0.62)
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(end, words).toBeLessThanOrEqual(width)
    expect(Number(y), words).toBeLessThanOrEqual(height)
  }
  const said = texts.map(([, , , , , words]) => words).join(' ')
  expect(said).toContain('Rivers &lt;&amp;&gt; &quot;Steppe&quot;')
  expect(said).toContain(LONG)
  expect(said).toContain('1 article without a date')
  expect(said).toContain('The rector speaks')
})

test('a PNG is painted with the same size twice over, and one too tall to read is refused', async () => {
  const { bytes, fileName } = await drawTimeline(TIMELINE, { ...OPTIONS, format: 'png' })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(fileName).toBe('timeline-2024-01-10-2024-04-30.png')
  expect([view.getUint32(0), view.getUint32(16)]).toEqual([0x89504e47, 3200])
  const lanes = Array.from({ length: 3_000 }, (_, number) => lane(`Lane ${number}`, '2024-01-01'))
  await expect(drawTimeline({ ...TIMELINE, lanes }, { ...OPTIONS, format: 'png' })).rejects.toMatchObject({
    code: 'too-large',
  })
  expect(await textOf({}, { ...TIMELINE, lanes })).toContain('Lane 2999')
})

test('the table adds up in every column, names what stands in no unit, and no name becomes a formula', async () => {
  const csv = await textOf({ format: 'csv' })
  const rows = csv
    .slice(1)
    .trim()
    .split('\r\n')
    .map((row) => row.slice(1, -1).split('","'))
  const [header = [], ...body] = rows
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(header.at(-1)).toBe("'=SUM(A1)")
  expect(body.map(([first]) => first)).toEqual([
    '2024-01-01',
    '2024-02-01',
    '2024-03-01',
    '2024-04-01',
    'Known by month or year only',
    'Without a date',
    'Total',
  ])
  for (let column = 2; column < header.length; column += 1) {
    const numbers = body.map((row) => Number(row[column]))
    expect(numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)).toBe(numbers.at(-1))
  }
})

test('divided bars bring a key and a column for each part', async () => {
  const part = { id: '', label: '', color: null, undated: 0, imprecise: 0, total: 2 }
  const stack: Timeline['stack'] = [
    { ...part, role: 'lane', id: 'own', label: 'own', buckets: [{ start: '2024-01-01', count: 2 }] },
    { ...part, role: 'several', total: 3, buckets: [{ start: '2024-04-01', count: 3 }] },
  ]
  const svg = await textOf({ stack: 'kind', lanes: null, logScale: true }, { ...TIMELINE, stack })
  expect(svg).toContain('More than one  3')
  expect(await textOf({ stack: 'kind', lanes: null, format: 'csv' }, { ...TIMELINE, stack })).toContain('More than one')
})

test('a timeline of nothing is a picture and a table all the same', async () => {
  const nothing = { ...TIMELINE, span: null, buckets: [], lanes: [], undated: 7, imprecise: 0 }
  expect(await textOf({}, nothing)).toContain('7 articles without a date')
  expect(await textOf({ format: 'csv' }, nothing)).toContain('"Total"')
})
