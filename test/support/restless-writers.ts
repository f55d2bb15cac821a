import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { makeTempDir } from './temp-dir.ts'

const WRITER = join(import.meta.dirname, 'processes/restless-writer.ts')

/** A process that saves until it is killed. */
export interface RestlessWriter {
  readonly process: ChildProcess
  /** What it has confirmed so far, a line each. */
  lines(): readonly string[]
  /** Kills it at once and waits for its end; all that it confirmed. */
  kill(): Promise<readonly string[]>
}

/** Starts such a process on an archive; it waits for the message `go`. */
export type StartWriter = (path: string, name: string) => Promise<RestlessWriter>

/** Lets processes start in a third of the time: each finds the sources compiled. */
async function compileOnce(): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env, NODE_COMPILE_CACHE: await makeTempDir() }
  // Without a parent to talk to, the writer loads its sources and ends.
  await once(spawn(process.execPath, [WRITER], { env, stdio: 'ignore' }), 'close')
  return env
}

/** Prepares the starting of many such processes in one test. */
export async function prepareWriters(): Promise<StartWriter> {
  const env = await compileOnce()
  return async (path, name) => {
    const writer = fork(WRITER, [path, join(path, '..'), name], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    let output = ''
    writer.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
    const ended = once(writer, 'close').then(() => Promise.reject(new Error('A writer ended by itself.')))
    await Promise.race([once(writer, 'message'), ended])
    // A line cut off by the kill was not confirmed.
    const lines = () => output.split('\n').slice(0, -1)
    return {
      process: writer,
      lines,
      kill: async () => {
        if (writer.exitCode !== null) throw new Error(`A writer ended by itself with ${writer.exitCode}.`)
        const closed = once(writer, 'close')
        writer.kill('SIGKILL')
        await closed
        return lines()
      },
    }
  }
}
