import { describe, expect, it } from 'vitest'
import { readTextHead } from '../../../../../core/import/recognise/text-head.ts'
import { plainBlocks } from '../../../../../core/import/text/plain-blocks.ts'

const BODY =
  'Делегация университета посетила музей и осмотрела собрание старых газет, которое хранится в архиве с прошлого века.'

function headOf(...lines: readonly string[]): ReturnType<typeof readTextHead> {
  return readTextHead(plainBlocks([...lines, BODY].join('\n\n')), '2026-11-02')
}

describe('readTextHead', () => {
  it('reads a line of parts: day, section and outlet', () => {
    const head = headOf('31.10.2025, 15:30 | Образование | Казинформ', 'Студенты победили на олимпиаде')
    expect(head).toMatchObject({
      title: 'Студенты победили на олимпиаде',
      outlet: 'Казинформ',
      date: { day: '2025-10-31' },
    })
  })

  it('reads a byline with a day', () => {
    const head = headOf('Students win award', 'By Aigerim Sadykova, 31 October 2025')
    expect(head).toMatchObject({
      title: 'Students win award',
      authors: ['Aigerim Sadykova'],
      date: { day: '2025-10-31' },
    })
  })

  it('joins a headline in capitals over two lines and passes over the name of the form', () => {
    const head = headOf('ПРЕСС-РЕЛИЗ', 'г. Берель, 31 октября 2025 г.', 'О ПРОВЕДЕНИИ ВЫСТАВКИ', '«НАУКА И ВРЕМЯ»')
    expect(head.title).toBe('О ПРОВЕДЕНИИ ВЫСТАВКИ «НАУКА И ВРЕМЯ»')
    expect(head.date?.day).toBe('2025-10-31')
  })

  it('reads address and source after the text', () => {
    const head = readTextHead(
      plainBlocks(['Музей открыт', BODY, 'Источник: Вести', 'https://news.example/a/1'].join('\n')),
      null,
    )
    expect(head).toMatchObject({ outlet: 'Вести', url: 'https://news.example/a/1', body: [{ plain: BODY }] })
  })

  it('makes a stopgap title of a text without a headline', () => {
    expect(readTextHead(plainBlocks(`${BODY}\n${BODY}`), null)).toMatchObject({
      titleEvidence: 'sentence',
      body: [{}, {}],
    })
  })
})
