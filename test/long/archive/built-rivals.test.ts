import { expect, it, onTestFinished } from 'vitest'
import { runBuiltRivals } from '../../support/built-rivals.ts'
import { buildProgram } from '../../support/mixed-run.ts'
import { createRandom, freshSeed } from '../../support/random.ts'

const seed = freshSeed()
const ROUNDS = 5
const GOALS = { saves: 500, commands: 40, kills: 20 }

it(`keeps all that rival programs as they are shipped have confirmed, over 2,500 saves, seed ${seed}`, async () => {
  const program = await buildProgram()
  onTestFinished(() => program.remove())
  for (let round = 0; round < ROUNDS; round += 1) {
    const report = await runBuiltRivals(program.folder, GOALS, createRandom(seed + round))
    console.log(`round ${round}: ${JSON.stringify(report)}`)
    expect(report.broken).toEqual([])
  }
})
