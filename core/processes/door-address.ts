import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { readPrivateJson, writePrivateJson } from '../workspace/private-file.ts'

/** Where the process that writes an archive can be asked, and the secret that proves that the same user asks. */
export interface DoorAddress {
  readonly address: string
  readonly secret: string
}

/** Longest path of a socket that all systems take, in bytes. */
const LONGEST_SOCKET_PATH = 100
const schema = v.object({ address: v.string(), secret: v.string() })

function noticePath(privateFolder: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 24)
  return join(privateFolder, 'doors', `${name}.json`)
}

/** A new address for the archive at `root`, its real path. Each start has its own, with its own secret. */
export function newDoorAddress(privateFolder: string, platform: NodeJS.Platform = process.platform): DoorAddress {
  const secret = randomBytes(32).toString('hex')
  const name = randomBytes(8).toString('hex')
  if (platform === 'win32') return { address: `\\\\.\\pipe\\press-archive-door-${name}`, secret }
  const near = join(privateFolder, 'doors', `${name}.sock`)
  const address = Buffer.byteLength(near) <= LONGEST_SOCKET_PATH ? near : join(tmpdir(), `press-archive-${name}.sock`)
  return { address, secret }
}

/** Tells other processes of this user the address: in a file that only the user can read. */
export function announceDoor(privateFolder: string, root: string, door: DoorAddress): Promise<void> {
  return writePrivateJson(noticePath(privateFolder, root), door)
}

/** The address last announced for an archive, or null. Whether anybody still answers there shows only on asking. */
export async function findDoor(privateFolder: string, root: string): Promise<DoorAddress | null> {
  const read = v.safeParse(schema, await readPrivateJson(noticePath(privateFolder, root)))
  return read.success ? read.output : null
}
