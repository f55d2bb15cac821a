import { expect, it, onTestFinished } from 'vitest'
import { runBuiltRivals } from '../support/built-rivals.ts'
import { buildProgram } from '../support/mixed-run.ts'
import { createRandom, freshSeed } from '../support/random.ts'

const seed = freshSeed()

it(
  `keeps all that windows and commands of the built program have confirmed on one archive, though they are killed, seed ${seed}`,
  { timeout: 240_000 },
  async () => {
    const program = await buildProgram()
    onTestFinished(() => program.remove())
    const report = await runBuiltRivals(program.folder, { saves: 60, commands: 2, kills: 2 }, createRandom(seed))
    expect(report.broken).toEqual([])
    expect(report.takeovers).toBeGreaterThan(0)
  },
)
