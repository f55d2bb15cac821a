import { describe, expect, it } from 'vitest'
import { BOMBS, LONG_LINES, PDF_BOMBS } from '../../support/bombs.ts'
import { runBombs, type BombOutcome } from '../../support/built-bombs.ts'

const MOST_SECONDS = 30
/** The limit of a reader, and what it may grow between two looks of its watch. */
const MOST_MEMORY = 700_000_000

function row({ name, size, answer, milliseconds, memory }: BombOutcome): string {
  const kilobytes = Math.ceil(size / 1_000).toLocaleString('en')
  return `| ${name} | ${kilobytes} kB | ${answer.slice(0, 90)} | ${String(milliseconds)} ms | ${String(Math.round(memory / 1_000_000))} MB |`
}

describe('bombs in the readers that are shipped', () => {
  it('are each refused or read within the limits of time and memory', async () => {
    const outcomes = await runBombs()
    process.stdout.write(
      `| bomb | file | outcome | time | peak of the reader |\n|---|---|---|---|---|\n${outcomes.map(row).join('\n')}\n`,
    )
    expect(outcomes).toHaveLength(BOMBS.length + LONG_LINES.length + PDF_BOMBS.length)
    for (const { name, answer, milliseconds, memory } of outcomes) {
      expect.soft(answer, name).toMatch(/^(?:read|too-large|unreadable-source|unknown-format|empty-file): /)
      expect.soft(milliseconds, name).toBeLessThan(MOST_SECONDS * 1_000 + 5_000)
      expect.soft(memory, name).toBeLessThan(MOST_MEMORY)
    }
  })
})
