import { AppError } from '../../core/contract/app-error.ts'
import {
  copyScene,
  doBulkStep,
  isChangeUnderWay,
  isReplacing,
  judgeBulk,
  makeBulkScene,
  type BulkScene,
} from './bulk-scenes.ts'
import { arm, kindsOf, temporariesOf, type Fault, type FaultsReport } from './faults.ts'
import { createRandom, type Random } from './random.ts'
import { openSimulated } from './simulated-archive.ts'

/** Work on many articles of which each call may fail. */
interface BulkWork {
  readonly name: string
  readonly scene: BulkScene
  /** Does it; what the function that it returns tells is what was wrong with the answers. */
  readonly run: (scene: BulkScene, seed: number, armNow: () => void) => Promise<void>
  /** What the next start without faults must find. */
  readonly expected: 'each whole' | 'all'
}

async function actOn({ disk, ledger }: BulkScene, seed: number, armNow: () => void): Promise<void> {
  const archive = await openSimulated(disk)
  armNow()
  try {
    await doBulkStep(archive, createRandom(seed), ledger)
  } finally {
    await archive.close()
  }
}

async function startOn({ disk }: BulkScene, _seed: number, armNow: () => void): Promise<void> {
  armNow()
  await (await openSimulated(disk)).close()
}

/** The scene as a cut leaves it in the middle of an act, after which a start has to finish the act. */
async function breakOff(scene: BulkScene, random: Random): Promise<BulkScene> {
  const found: BulkScene[] = []
  const { disk, ledger } = copyScene(scene)
  const archive = await openSimulated(disk)
  disk.onCall = (call, path) => {
    if (isChangeUnderWay(ledger) && isReplacing(call, path)) found.push(copyScene({ disk, ledger }))
  }
  while (found.length === 0) await doBulkStep(archive, random, ledger)
  await archive.close()
  return random.pick(found)
}

async function runOne(
  work: BulkWork,
  seed: number,
  fault: Fault,
): Promise<readonly [readonly string[], readonly string[]]> {
  const scene = copyScene(work.scene)
  const broken: string[] = []
  let disarm: () => readonly string[] = () => []
  try {
    await work.run(scene, seed, () => (disarm = arm(scene.disk, fault)))
  } catch (error) {
    // An expected failure is an answer; anything else would reach the user as a bug.
    if (!(error instanceof AppError)) broken.push(`a bug instead of an answer: ${String(error)}`)
  }
  const calls = disarm()
  broken.push(...(await judgeBulk(scene, work.expected)))
  broken.push(...temporariesOf(scene.disk).map((path) => `left over: ${path}`))
  const name = `seed ${seed}, ${work.name}, ${fault.kind} at call ${fault.at}${fault.sticky ? ' and later' : ''}`
  return [calls, broken.map((what) => `${name}: ${what}`)]
}

/**
 * Acts on more than twenty articles of an archive in memory, and finishes such an act at a start, again and again; each
 * time another call of the file system fails in another way, alone or with all calls after it. After each the archive is
 * opened without faults: everything confirmed must be there, the rest old or new, a promised act wholly done, and nothing
 * half-done may lie about. Of all pairs of a call and a fault the given share is tried, at random.
 */
export async function runBulkFaults(seed: number, share = 1): Promise<FaultsReport> {
  const random = createRandom(seed)
  const scene = await makeBulkScene(random)
  const works: readonly BulkWork[] = [
    { name: 'an act', scene, run: actOn, expected: 'each whole' },
    { name: 'a start', scene: await breakOff(scene, random), run: startOn, expected: 'all' },
  ]
  const report = { calls: 0, combinations: 0, broken: [] as string[] }
  for (const work of works) {
    const [calls] = await runOne(work, seed, { at: Infinity, kind: 'EIO', sticky: false })
    report.calls += calls.length
    for (const [place, call] of calls.entries()) {
      for (const kind of kindsOf(call)) {
        if (!random.chance(share)) continue
        const [, found] = await runOne(work, seed, { at: place + 1, kind, sticky: random.chance(0.4) })
        report.broken.push(...found)
        report.combinations += 1
      }
    }
  }
  return report
}
