import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Log } from '../contract/log.ts'

/** A log longer than this many bytes is put aside and a new one begun; one older log is kept. */
const MOST_BYTES = 2_000_000

/**
 * Writes a log file that only this user can read. A log that cannot be written never disturbs the program: the lines go
 * to standard error instead.
 */
export function createFileLog(folder: string, name: string, clock: () => Date): Log {
  const file = join(folder, `${name}.log`)
  const write = (level: string, message: string): void => {
    const line = `${clock().toISOString()} ${level} ${message}\n`
    try {
      turnOver(file)
      appendFileSync(file, line, { mode: 0o600 })
    } catch {
      process.stderr.write(line)
    }
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    // The first line will tell.
  }
  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, error) => write('error', error === undefined ? message : `${message}: ${describe(error)}`),
  }
}

function describe(error: unknown): string {
  return inspect(error, { depth: 4, breakLength: 160 })
}

function turnOver(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > MOST_BYTES) renameSync(file, `${file}.old`)
}
