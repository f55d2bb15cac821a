import { parseArgs } from 'node:util'

/** What the user asked for on the command line of the desktop program. */
export interface StartOptions {
  readonly archive: string | null
  readonly firstRun: boolean
}

/** Reads the program's own options among those of Chromium and the system, which are not ours to judge. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { archive: { type: 'string' }, 'first-run': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  const { archive } = values
  return { archive: typeof archive === 'string' ? archive : null, firstRun: values['first-run'] === true }
}
