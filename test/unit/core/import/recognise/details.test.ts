import { describe, expect, it } from 'vitest'
import { joinDetails } from '../../../../../core/import/recognise/details.ts'
import { readTextHead } from '../../../../../core/import/recognise/text-head.ts'
import { markdownBlocks } from '../../../../../core/import/text/markdown-blocks.ts'

const TEXT =
  'The old mill near the river was measured by students of architecture, who proved that it can be built up again.'

describe('details of a clipping', () => {
  it('are read from the lines of two columns', () => {
    expect(joinDetails('Date\t3 May 2024\nAuthor\tA. Bek\nHall\t38')).toBe('Date: 3 May 2024\nAuthor: A. Bek\nHall\t38')
  })

  it('are read from labels and values on lines by turns, but not from one such line', () => {
    expect(joinDetails('Title\nA mill\nDate\n3 May 2024\nText.')).toBe('Title: A mill\n\nDate: 3 May 2024\n\nText.')
    expect(joinDetails('Source\nA river begins here.')).toBe('Source\nA river begins here.')
  })

  it('are read from a table, which stays in the text where it says more', () => {
    const table = '| Headline | The mill is saved |\n| --- | --- |\n| **Date** | 12.03.2025 |\n| Copies | 5000 |'
    const head = readTextHead(markdownBlocks(`${table}\n\n${TEXT}`), '2026-11-02')
    expect(head).toMatchObject({ title: 'The mill is saved', titleEvidence: 'label', date: { day: '2025-03-12' } })
    expect(head.body.map(({ markdown }) => markdown)).toEqual([table, TEXT])
    const whole = readTextHead(markdownBlocks(`${table.replace(/\n\| Copies.*/, '')}\n\n${TEXT}`), '2026-11-02')
    expect(whole.body.map(({ markdown }) => markdown)).toEqual([TEXT])
  })

  it('a table of anything else is neither headline nor lost', () => {
    const table = '| Hall | Seats |\n| --- | --- |\n| North | 120 |'
    const head = readTextHead(markdownBlocks(`${table}\n\nThe north hall is open\n\n${TEXT}`), '2026-11-02')
    expect(head.title).toBe('The north hall is open')
    expect(head.body.map(({ markdown }) => markdown)).toEqual([table, TEXT])
  })
})
