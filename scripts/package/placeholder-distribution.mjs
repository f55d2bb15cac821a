import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/parts.mjs'

/** Marks the place of the fuses in Electron's program, as @electron/fuses looks for it. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_COUNT = 9

const PROGRAM = [
  '#!/bin/sh',
  'echo "This package was made without the Electron binary: it shows the layout but cannot run." >&2',
  'exit 1',
  '',
].join('\n')

/**
 * Makes a folder that electron-builder takes for an unpacked Electron of Linux: the files it renames and changes, with
 * fuses that can be set, and a program that says what it is. Returns its path.
 */
export function makePlaceholderDistribution(folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'), { recursive: true })
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('1'.repeat(FUSE_COUNT)),
  ])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(PROGRAM), fuses, Buffer.from('\n')]))
  chmodSync(join(folder, 'electron'), 0o755)
  for (const locale of ['en-US', 'ru']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) writeFileSync(join(folder, name), '')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'electron', 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'version'), version)
  return folder
}
