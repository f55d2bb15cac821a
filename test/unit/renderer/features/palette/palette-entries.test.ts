import { expect, test } from 'vitest'
import { matchesAllWords } from '../../../../../renderer/features/palette/palette-entries.ts'

test.each([
  ['Export clipping as PDF', 'exp pdf', true],
  ['Export clipping as PDF', 'pdf exp', true],
  ['Export clipping as PDF', 'port', false],
  ['Уақыт шкаласына өту', 'ШКАЛ', true],
  ['anything', '', true],
])('%s is found by %j: %s', (text, typed, found) => {
  expect(matchesAllWords(text, typed)).toBe(found)
})
