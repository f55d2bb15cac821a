import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { AppError } from '../../core/contract/app-error.ts'
import { createLedger, doRandomStep, findBrokenPromises } from './archive-steps.ts'
import { createRandom, type Random } from './random.ts'
import { makeSimulatedArchive, openSimulated } from './simulated-archive.ts'
import { systemFailure, type SimulatedDisk } from './simulated-disk.ts'

/** Codes that disks, shares and other programs answer with. */
export const FAULT_CODES = [
  'ENOSPC',
  'EIO',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EXDEV',
  'EMFILE',
  'EROFS',
  'ENAMETOOLONG',
  'ESTALE',
] as const

/** What one fault did. */
export interface FaultReport {
  /** False where the work was over before the call that was to fail. */
  readonly happened: boolean
  readonly broken: readonly string[]
}

interface Fault {
  /** The call that fails, counted from 1. */
  readonly at: number
  readonly code: (typeof FAULT_CODES)[number] | 'short-write'
  /** All later calls fail too. */
  readonly sticky: boolean
}

function arm(
  disk: SimulatedDisk,
  fault: Fault,
  random: Random,
): { readonly happened: () => boolean; readonly disarm: () => void } {
  let calls = 0
  let happened = false
  const due = () => calls === fault.at || (fault.sticky && calls > fault.at)
  disk.onCall = () => {
    calls += 1
    if (!due()) return
    happened = true
    if (fault.code !== 'short-write') throw systemFailure(fault.code)
  }
  disk.takenByWrite = (length) =>
    fault.code === 'short-write' && calls >= fault.at ? random.pick([0, 1, Math.floor(length / 2), length - 1]) : null
  return {
    happened: () => happened,
    disarm: () => {
      disk.onCall = () => undefined
      disk.takenByWrite = () => null
    },
  }
}

function temporariesOf(disk: SimulatedDisk): readonly string[] {
  return [...disk.files().keys()].filter((path) => path.endsWith('.tmp') && !path.includes('/.recovered/'))
}

async function workThrough(
  archive: OpenArchive,
  seed: number,
  ledger: ReturnType<typeof createLedger>,
): Promise<readonly string[]> {
  const random = createRandom(seed)
  for (let step = 0; step < 3; step += 1) {
    try {
      await doRandomStep(archive, random, ledger)
    } catch (error) {
      // An expected failure is an answer; anything else would reach the user as a bug.
      if (!(error instanceof AppError)) return [`a bug instead of an answer: ${String(error)}`]
      return []
    }
  }
  return []
}

/**
 * Works on an archive in memory while one call of the file system fails, then opens it again without faults: everything
 * confirmed must be there, the rest old or new, and nothing half-done may lie about.
 */
export async function runFault(seed: number, fault: Fault): Promise<FaultReport> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const first = await openSimulated(disk)
  const ledger = createLedger()
  for (let step = 0; step < 3; step += 1) await doRandomStep(first, random, ledger)
  const { happened, disarm } = arm(disk, fault, random)
  const broken = [...(await workThrough(first, seed + 1, ledger))]
  disarm()
  const again = await openSimulated(disk)
  broken.push(...(await findBrokenPromises(again, ledger)))
  broken.push(...temporariesOf(disk).map((path) => `left over: ${path}`))
  const name = `seed ${seed}, ${fault.code} at call ${fault.at}${fault.sticky ? ' and later' : ''}`
  return { happened: happened(), broken: broken.map((what) => `${name}: ${what}`) }
}
