import { describe, it } from 'vitest'
import { expectParity, expectParityOverTime } from '../../../support/lunr-parity.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('the engine beside a stock lunr.Index with the same analysis', () => {
  it('finds the same articles with the same scores for queries of all kinds', async () => {
    await expectParity(await makeTempDir(), 150, 440, 11)
  })

  it('still does after 500 additions, edits, removals and merges, and when opened again in both modes', async () => {
    await expectParityOverTime(await makeTempDir(), 500, 88, 23)
  })
})
