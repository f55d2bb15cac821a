import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { AppError } from '../../core/contract/app-error.ts'
import { doRandomStep } from './archive-steps.ts'
import { findBrokenPromises } from './broken-promises.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createRandom } from './random.ts'
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

/** How many of the bytes given to it a write takes. */
export const SHORT_WRITES = {
  nothing: () => 0,
  'one byte': () => 1,
  half: (length: number) => Math.floor(length / 2),
  'all but one byte': (length: number) => length - 1,
} as const

export type FaultKind = (typeof FAULT_CODES)[number] | keyof typeof SHORT_WRITES

/** A call that fails. */
export interface Fault {
  /** Which call of the work, counted from 1. */
  readonly at: number
  readonly kind: FaultKind
  /** All later calls fail too. */
  readonly sticky: boolean
}

/** What the faults of one piece of work did. */
export interface FaultsReport {
  /** Calls of the file system that the work is made of, each of which failed in its turn. */
  readonly calls: number
  /** Pairs of a call and a fault. */
  readonly combinations: number
  readonly broken: readonly string[]
}

const PREPARING_STEPS = 4
const STEPS = 2

function isShortWrite(kind: FaultKind): kind is keyof typeof SHORT_WRITES {
  return kind in SHORT_WRITES
}

/** Lets the fault happen from now on; what the function it returns tells is which calls there were. */
export function arm(disk: SimulatedDisk, { at, kind, sticky }: Fault): () => readonly string[] {
  const calls: string[] = []
  const isDue = () => calls.length === at || (sticky && calls.length > at)
  disk.onCall = (call) => {
    calls.push(call)
    if (isDue() && !isShortWrite(kind)) throw systemFailure(kind)
  }
  disk.takenByWrite = (length) => (isDue() && isShortWrite(kind) ? SHORT_WRITES[kind](length) : null)
  return () => {
    disk.onCall = () => undefined
    disk.takenByWrite = () => null
    return calls
  }
}

async function workThrough(archive: OpenArchive, seed: number, ledger: Ledger): Promise<readonly string[]> {
  const random = createRandom(seed)
  try {
    for (let step = 0; step < STEPS; step += 1) await doRandomStep(archive, random, ledger)
    return []
  } catch (error) {
    // An expected failure is an answer; anything else would reach the user as a bug.
    return error instanceof AppError ? [] : [`a bug instead of an answer: ${String(error)}`]
  }
}

/** Files that saves which failed have left in their places. */
export function temporariesOf(disk: SimulatedDisk): readonly string[] {
  return [...disk.files().keys()].filter((path) => path.endsWith('.tmp') && !path.includes('/.recovered/'))
}

/** What one fault did to the work that a seed stands for: the calls that there were, and what was broken. */
async function runFault(seed: number, fault: Fault): Promise<readonly [readonly string[], readonly string[]]> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const first = await openSimulated(disk)
  const ledger = createLedger()
  for (let step = 0; step < PREPARING_STEPS; step += 1) await doRandomStep(first, random, ledger)
  const disarm = arm(disk, fault)
  const broken = [...(await workThrough(first, seed + 1, ledger))]
  const calls = disarm()
  const again = await openSimulated(disk)
  broken.push(...(await findBrokenPromises(again, ledger)))
  broken.push(...temporariesOf(disk).map((path) => `left over: ${path}`))
  const name = `seed ${seed}, ${fault.kind} at call ${fault.at}${fault.sticky ? ' and later' : ''}`
  return [calls, broken.map((what) => `${name}: ${what}`)]
}

/**
 * Does one piece of work on an archive in memory again and again; each time another call of the file system fails in
 * another way, alone or with all calls after it, until every call has failed with every code and every write fell short
 * in every way. After each, the archive is opened again without faults: everything confirmed must be there, the rest old
 * or new, and nothing half-done may lie about.
 */
export async function runFaults(seed: number): Promise<FaultsReport> {
  const [calls] = await runFault(seed, { at: Infinity, kind: 'EIO', sticky: false })
  const random = createRandom(seed)
  const broken: string[] = []
  let combinations = 0
  for (const [place, call] of calls.entries()) {
    for (const kind of kindsOf(call)) {
      const [, found] = await runFault(seed, { at: place + 1, kind, sticky: random.chance(0.4) })
      broken.push(...found)
      combinations += 1
    }
  }
  return { calls: calls.length, combinations, broken }
}

/** The ways in which such a call can fail. */
export function kindsOf(call: string): readonly FaultKind[] {
  return call === 'write' ? [...FAULT_CODES, 'nothing', 'one byte', 'half', 'all but one byte'] : FAULT_CODES
}
