import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fontPaths } from '../../core/pdf/fonts.ts'
import { DIST, ROOT } from './parts.mjs'

/** Copies templates, the sample archive and the fonts of documents to `dist/resources`, where the bundles look for them. */
export function copyResources() {
  const target = join(DIST, 'resources')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'fonts'), { recursive: true })
  const source = join(ROOT, 'resources')
  if (existsSync(source)) cpSync(source, target, { recursive: true })
  for (const font of fontPaths()) cpSync(font, join(target, 'fonts', basename(font)))
}
