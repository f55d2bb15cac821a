import { expect, it } from 'vitest'
import { findUnnoticed, passesWith } from '../../support/seeded-fault-runs.ts'

/** All quick tests of the archive: none of them is told which mistake to look for. */
const TESTS = [
  'files/safe-save',
  'files/safe-path',
  'files/bulk-save',
  'archive/open-archive',
  'archive/keeping',
  'archive/rescan',
  'archive/power-cut',
  'archive/faults',
  'archive/bulk-change',
  'archive/act-order',
]

it('passes all quick tests of the archive without a mistake', async () => {
  expect(await passesWith(-1, TESTS)).toBe(true)
})

it('notices every mistake put into the sources on purpose by some of them', async () => {
  expect(await findUnnoticed(() => TESTS)).toEqual([])
})
