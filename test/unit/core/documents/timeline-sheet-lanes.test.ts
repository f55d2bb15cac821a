import { expect, test } from 'vitest'
import { expectWholeSheet } from '../../../support/timeline-sheets.ts'

test('the sheet of 250 articles holds every lane and every name, however long, and none is cropped', async () => {
  expect(await expectWholeSheet(250, 16)).toBeGreaterThan(5)
})
