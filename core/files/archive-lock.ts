import { createHash, randomUUID } from 'node:crypto'
import { unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isMissing, systemCode } from './file-system.ts'

/** Being the one process of this computer that writes an archive. Ends with the process, however it ends. */
export interface ArchiveLock {
  release(): Promise<void>
}

/** Tries to become the one writer of an archive; null where another process is. `root` is the archive's real path. */
export type TakeLock = (root: string) => Promise<ArchiveLock | null>

/** Time in which two processes that both found a dead socket see which of them won, in milliseconds. */
const SETTLING = 60

/**
 * Where the operating system keeps the lock: an endpoint that is gone with its process. Linux has names without a file,
 * Windows has named pipes; elsewhere it is a socket in the temporary folder.
 */
export function lockAddress(root: string, platform: NodeJS.Platform = process.platform): string {
  const name = `press-archive-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  return platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

function listen(address: string, token: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.end(token)
    })
    server.once('error', reject)
    // Only its own process may answer here, and the lock keeps no process alive.
    server.listen({ path: address, exclusive: true }, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** What the holder of the lock answers; null where nobody does. */
function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect({ path: address })
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.on('end', () => resolve(answer))
    socket.on('error', () => resolve(null))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

async function removeDeadSocket(address: string): Promise<void> {
  try {
    await unlink(address)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** Takes the lock of an archive. */
export async function takeArchiveLock(root: string): Promise<ArchiveLock | null> {
  const address = lockAddress(root)
  const token = randomUUID()
  try {
    const server = await listen(address, token)
    return { release: () => close(server) }
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error
  }
  if (process.platform === 'linux' || process.platform === 'win32') return null
  return (await askHolder(address)) === null ? takeFromDead(address, token) : null
}

/** A socket file outlives its process. Two that remove it at once find out by asking who answers in the end. */
async function takeFromDead(address: string, token: string): Promise<ArchiveLock | null> {
  await removeDeadSocket(address)
  try {
    const server = await listen(address, token)
    await delay(SETTLING)
    if ((await askHolder(address)) === token) return { release: () => close(server) }
    await close(server)
    return null
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error
    return null
  }
}
