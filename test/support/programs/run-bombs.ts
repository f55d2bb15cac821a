import { readFileSync } from 'node:fs'
import { isAppError } from '../../../core/contract/app-error.ts'
import { createReadPool } from '../../../core/import/read-pool.ts'
import { BOMBS, LONG_LINES, PDF_BOMBS, type Bomb } from '../bombs.ts'
import type { BombOutcome } from '../built-bombs.ts'

/*
 * Gives each bomb to a reader of its own and prints what became of it as a line of JSON. Bundled with the core, so that the
 * readers are those that are shipped.
 */

/** The largest memory that each child of this process has had, in bytes; Linux keeps it while the child lives. */
function peakOfChildren(): number {
  const children = readFileSync(`/proc/self/task/${String(process.pid)}/children`, 'utf8')
    .trim()
    .split(' ')
  const peaks = children.map((child) => {
    try {
      const status = readFileSync(`/proc/${child}/status`, 'utf8')
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024
    } catch {
      // It has just ended.
      return 0
    }
  })
  return Math.max(0, ...peaks)
}

async function outcomeOf([name, fileName, make]: Bomb): Promise<BombOutcome> {
  const made = make()
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made
  const pool = createReadPool({ size: 1 })
  const options = { today: '2026-11-02', kind: 'coverage', outlet: '' } as const
  // The start of the reader is none of the bomb's time.
  await pool.read({ request: { name: 'a.txt', bytes: new TextEncoder().encode('A word.'), charset: null }, options })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, peakOfChildren())
  }, 20)
  const started = performance.now()
  const answer = await pool.read({ request: { name: fileName, bytes, charset: null }, options }).then(
    ({ articles }) => `read: ${String(articles.length)} articles`,
    (error: unknown) => (isAppError(error) ? `${error.code}: ${error.message}` : `a bug: ${String(error)}`),
  )
  const milliseconds = Math.round(performance.now() - started)
  memory = Math.max(memory, peakOfChildren())
  clearInterval(watch)
  await pool.close()
  return { name, size: bytes.length, answer, milliseconds, memory }
}

for (const bomb of [...BOMBS, ...LONG_LINES, ...PDF_BOMBS]) console.log(JSON.stringify(await outcomeOf(bomb)))
