import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fontPaths } from '../../core/pdf/fonts.ts'
import { DIST, ROOT } from './parts.mjs'

/** Copies templates, the sample archive and the fonts of documents to where the bundles of a folder look for them. */
export function copyResources(folder = DIST) {
  const target = join(folder, 'resources')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'fonts'), { recursive: true })
  const source = join(ROOT, 'resources')
  if (existsSync(source)) cpSync(source, target, { recursive: true })
  for (const font of fontPaths()) cpSync(font, join(target, 'fonts', basename(font)))
}
