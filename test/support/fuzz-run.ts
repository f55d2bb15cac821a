import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isAppError } from '../../core/contract/app-error.ts'
import type { ReadPool } from '../../core/import/read-pool.ts'
import { mutateSource, seededRandom } from './mutate-bytes.ts'

/** Every importer, by the folder of its fixtures. */
export const FUZZED_FORMATS: readonly string[] = [
  ...['txt', 'md', 'html', 'mhtml', 'pdf', 'docx', 'odt', 'doc', 'rtf'],
  ...['eml', 'msg', 'feed', 'wxr', 'csv', 'xlsx', 'json', 'zip'],
]

/** What a run over mutants of one format met. */
export interface FuzzFindings {
  readonly format: string
  readonly read: number
  readonly refused: number
  /** Longest time for one mutant, in milliseconds. */
  readonly longest: number
  /** Mutants that hung, killed their reader or ended with a fault of ours. */
  readonly bugs: readonly string[]
  /** Connections that anything made to the address that the sources name. */
  readonly connections: number
}

/** What is to be read. */
export interface FuzzOrder {
  /** One of the formats above; `fixtures` has a folder of this name. */
  readonly format: string
  readonly fixtures: string
  readonly mutants: number
  /** The same seed makes the same mutants. */
  readonly seed: number
}

/** Names an address of this computer in place of the fixtures' own, where a format holds addresses as plain letters. */
function withAddress(bytes: Buffer, address: string): Uint8Array {
  return Buffer.from(bytes.toString('latin1').replaceAll('https://news.example', address), 'latin1')
}

/** Reads mutants of a format's fixtures in the children of a pool, two at a time. */
export async function fuzzFormat(
  pool: ReadPool,
  { format, fixtures, mutants, seed }: FuzzOrder,
): Promise<FuzzFindings> {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const folder = join(fixtures, format)
  const sources = readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: withAddress(readFileSync(join(folder, name)), address) }))
  const random = seededRandom(seed)
  const pick = (): (typeof sources)[number] => sources[Math.floor(random() * sources.length)]!
  const bugs: string[] = []
  let [next, read, refused, longest] = [0, 0, 0, 0]
  const work = async (): Promise<void> => {
    while (next < mutants) {
      const mutant = next
      next += 1
      const { name, bytes } = pick()
      const request = { name, bytes: mutateSource(bytes, pick().bytes, random), charset: null }
      const started = performance.now()
      try {
        await pool.read({ request, options: { today: '2026-11-02', kind: 'coverage', outlet: '' } })
        read += 1
      } catch (error) {
        refused += 1
        if (!isAppError(error) || /longer than|ended its reader/.test(error.message))
          bugs.push(`${name} ${mutant}: ${isAppError(error) ? error.message : `a bug, ${String(error)}`}`)
      }
      longest = Math.max(longest, Math.round(performance.now() - started))
    }
  }
  try {
    await Promise.all([work(), work()])
    return { format, read, refused, longest, bugs, connections }
  } finally {
    server.close()
  }
}
