import { doRandomStep } from './archive-steps.ts'
import { findBrokenPromises } from './broken-promises.ts'
import { copyLedger, createLedger, type Ledger } from './ledger.ts'
import { createRandom, type Random } from './random.ts'
import { makeSimulatedArchive, openSimulated } from './simulated-archive.ts'
import type { CutChoice, SimulatedDisk } from './simulated-disk.ts'

/** What one scenario showed. */
export interface CutReport {
  /** Number of cuts looked at. */
  readonly cuts: number
  readonly broken: readonly string[]
}

interface Cut {
  readonly disk: SimulatedDisk
  readonly ledger: Ledger
  readonly name: string
}

/** What a cut can do to content that was not waited for. */
export const CONTENTS = ['kept', 'dropped', 'cut', 'zeroed'] as const
/** Calls that leave the disk as it is: a cut before one is a cut before the next call that does not. */
export const LOOKS: ReadonlySet<string> = new Set(['read', 'info', 'infos', 'list', 'realPath', 'size', 'close'])

/** The disk after a cut now, in every way that unsynced content can fare, names kept or lost at random. */
function cutsNow(disk: SimulatedDisk, ledger: Ledger, random: Random, call: string): readonly Cut[] {
  return CONTENTS.map((content) => {
    const share = random.pick([0, 0.5, 1])
    const isMixed = random.chance(0.25)
    const choice: CutChoice = {
      content: () => (isMixed ? random.pick(CONTENTS) : content),
      keepsName: () => random.chance(share),
    }
    return {
      disk: disk.cut(choice),
      ledger: copyLedger(ledger),
      name: `${call}, content ${isMixed ? 'mixed' : content}, share of names ${share}`,
    }
  })
}

/**
 * Works on an archive in memory and, before every call that changes the disk and after every confirmation, keeps the
 * disk as power cuts would leave it. Then opens each of these disks and compares with what had been confirmed by then.
 */
export async function runPowerCuts(seed: number, steps: number): Promise<CutReport> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ledger = createLedger()
  const cuts: Cut[] = []
  disk.onCall = (call, path) => {
    if (!LOOKS.has(call)) cuts.push(...cutsNow(disk, ledger, random, `before ${call} ${path}`))
  }
  for (let step = 0; step < steps; step += 1) {
    await doRandomStep(archive, random, ledger)
    cuts.push(...cutsNow(disk, ledger, random, `after step ${step}`))
  }
  disk.onCall = () => undefined
  const broken: string[] = []
  for (const cut of cuts) {
    const found = await findBrokenPromises(await openSimulated(cut.disk), cut.ledger)
    broken.push(...found.map((what) => `seed ${seed}, cut ${cut.name}: ${what}`))
  }
  return { cuts: cuts.length, broken }
}
