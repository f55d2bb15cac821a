import { createLedger, doRandomStep, findBrokenPromises, type Ledger } from './archive-steps.ts'
import { createRandom } from './random.ts'
import { makeSimulatedArchive, openSimulated } from './simulated-archive.ts'
import type { CutChoice, SimulatedDisk } from './simulated-disk.ts'

/** What one scenario showed. */
export interface CutReport {
  /** Number of cuts looked at. */
  readonly cuts: number
  readonly broken: readonly string[]
}

const CONTENTS = ['kept', 'dropped', 'cut', 'zeroed'] as const

/**
 * Works on an archive in memory and, before every single call of the file system, keeps the disk as a power cut would
 * leave it. Then opens each of these disks and compares with what had been confirmed by then.
 */
export async function runPowerCuts(seed: number, steps: number): Promise<CutReport> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ledger = createLedger()
  const cuts: { readonly disk: SimulatedDisk; readonly ledger: Ledger; readonly call: string }[] = []
  disk.onCall = (call, path) => {
    const [content, share] = [random.pick(CONTENTS), random.pick([0, 0.5, 1])]
    const choice: CutChoice = { content: () => content, keepsName: () => random.chance(share) }
    const copy = {
      confirmed: new Map(ledger.confirmed),
      underWay: new Map(ledger.underWay),
      replaced: new Map(ledger.replaced),
    }
    cuts.push({ disk: disk.cut(choice), ledger: copy, call: `${call} ${path}` })
  }
  for (let step = 0; step < steps; step += 1) await doRandomStep(archive, random, ledger)
  disk.onCall = () => undefined
  const broken: string[] = []
  for (const [number, cut] of cuts.entries()) {
    const after = await openSimulated(cut.disk)
    const found = await findBrokenPromises(after, cut.ledger)
    broken.push(...found.map((what) => `seed ${seed}, cut ${number} before ${cut.call}: ${what}`))
  }
  return { cuts: cuts.length, broken }
}
