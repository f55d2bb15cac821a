import { expect, test } from 'vitest'
import { expectWholeSheet } from '../../support/timeline-sheets.ts'

test(
  'the sheet of 5,000 articles holds every lane and every name, however long, and none is cropped',
  { timeout: 600_000 },
  async () => {
    expect(await expectWholeSheet(5_000, 120)).toBeGreaterThan(50)
  },
)
