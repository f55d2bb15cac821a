import { expect, test } from 'vitest'
import { suggestedFolder } from '../../../../../renderer/features/first-run/suggested-folder.ts'

test.each([
  ['/home/aigul/Documents', 'Press archive', '/home/aigul/Documents/Press archive'],
  ['/home/aigul/Documents/', 'Баспасөз мұрағаты', '/home/aigul/Documents/Баспасөз мұрағаты'],
  ['C:\\Users\\aigul\\Documents', 'Archive: 2025/26?', 'C:\\Users\\aigul\\Documents\\Archive 2025 26'],
  ['/docs', '  ', '/docs/Press archive'],
])('in %s, %j gets %s', (parent, name, folder) => {
  expect(suggestedFolder(parent, name)).toBe(folder)
})
