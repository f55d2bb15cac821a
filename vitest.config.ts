import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{unit,architecture,contract,hardening,locale,cli}/**/*.test.{ts,tsx}'],
    // Two workers: the machine that checks every change has two cores, and workers of the core run beside them.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
