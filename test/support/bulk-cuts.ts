import {
  copyScene,
  doBulkStep,
  isChangeUnderWay,
  isPending,
  isReplacing,
  judgeBulk,
  makeBulkScene,
  type BulkScene,
  type Expected,
} from './bulk-scenes.ts'
import { copyLedger, type Ledger } from './ledger.ts'
import { CONTENTS, LOOKS, type CutReport } from './power-cuts.ts'
import { createRandom, type Random } from './random.ts'
import { openSimulated } from './simulated-archive.ts'
import type { SimulatedDisk } from './simulated-disk.ts'

interface BulkCut extends BulkScene {
  readonly name: string
  readonly expected: Expected
}

/** How much of each scenario is done. */
export interface BulkCutOptions {
  /** Acts on all articles, one after the other. */
  readonly acts: number
  /** Starts after a cut that are themselves cut off, at every call. */
  readonly starts: number
}

function cutNow(disk: SimulatedDisk, ledger: Ledger, random: Random, name: string, expected: Expected): BulkCut {
  const content = random.pick(CONTENTS)
  const share = random.pick([0, 0.5, 1])
  const isMixed = random.chance(0.25)
  const choice = {
    content: () => (isMixed ? random.pick(CONTENTS) : content),
    keepsName: () => random.chance(share),
  }
  const told = `${name}, content ${isMixed ? 'mixed' : content}, share of names ${share}`
  return { disk: disk.cut(choice), ledger: copyLedger(ledger), name: told, expected }
}

async function cutsOfActs({ disk, ledger }: BulkScene, random: Random, acts: number): Promise<readonly BulkCut[]> {
  const archive = await openSimulated(disk)
  const cuts: BulkCut[] = []
  let promised = false
  disk.onCall = (call, path) => {
    if (LOOKS.has(call)) return
    const isChange = isChangeUnderWay(ledger)
    promised = isChange && (promised || isReplacing(call, path))
    const expected = promised ? 'all' : isChange ? 'all or none' : 'each whole'
    cuts.push(cutNow(disk, ledger, random, `before ${call} ${path}`, expected))
  }
  for (let step = 0; step < acts; step += 1) {
    await doBulkStep(archive, random, ledger)
    promised = false
    cuts.push(cutNow(disk, ledger, random, `after act ${step}`, 'each whole'))
  }
  await archive.close()
  disk.onCall = () => undefined
  return cuts
}

/** The disk as cuts leave it that come while a start finishes the act which an earlier cut broke off. */
async function cutsOfStart(cut: BulkCut, random: Random): Promise<readonly BulkCut[]> {
  const { disk, ledger } = copyScene(cut)
  const cuts: BulkCut[] = []
  disk.onCall = (call, path) => {
    if (LOOKS.has(call)) return
    // The act is on the disk as pending: from now on it is finished.
    cuts.push(cutNow(disk, ledger, random, `${cut.name}, then at the start before ${call} ${path}`, 'all'))
  }
  await (await openSimulated(disk)).close()
  disk.onCall = () => undefined
  return cuts
}

/**
 * Acts on more than twenty articles of an archive in memory and, before every call that changes the disk, keeps the disk
 * as a power cut would leave it; some of the starts that follow are cut off as well. Then opens each of these disks: an
 * act that changes texts must be done wholly or not at all, and wholly once it was promised or confirmed.
 */
export async function runBulkCuts(seed: number, { acts, starts }: BulkCutOptions): Promise<CutReport> {
  const random = createRandom(seed)
  const cuts = [...(await cutsOfActs(await makeBulkScene(random), random, acts))]
  const pending = cuts.filter(({ disk, expected }) => expected === 'all' && isPending(disk))
  for (let start = 0; start < starts && pending.length > 0; start += 1)
    cuts.push(...(await cutsOfStart(random.pick(pending), random)))
  const broken: string[] = []
  for (const cut of cuts) {
    const found = await judgeBulk(cut, cut.expected)
    broken.push(...found.map((what) => `seed ${seed}, cut ${cut.name}: ${what}`))
  }
  return { cuts: cuts.length, broken }
}
