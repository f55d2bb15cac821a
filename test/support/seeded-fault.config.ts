import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { SEEDED_FAULTS } from './seeded-faults.ts'

// For tests that must fail: puts one mistake into a source as it is loaded. The source on disk stays as it is. The
// variable holds the number of the mistake in the list; without it there is none.
const ROOT = join(import.meta.dirname, '../..')
const fault = SEEDED_FAULTS[Number(process.env.PRESS_ARCHIVE_SEEDED_FAULT ?? '-1')]

export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'seeded-fault',
      enforce: 'pre',
      transform(code: string, id: string): string | null {
        if (fault === undefined || id.split('?')[0] !== join(ROOT, fault.file)) return null
        return code.replace(fault.find, () => fault.replace)
      },
    },
  ],
  test: {
    // A source with a mistake must not be kept for other runs, nor one without it be taken from them.
    fsModuleCache: false,
    include: ['test/unit/core/**/*.test.ts'],
    maxWorkers: 1,
    bail: 1,
    testTimeout: 120_000,
  },
})
