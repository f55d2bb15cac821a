import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readSearchScript, SEARCH_SCRIPT } from '../../core/documents/site/search-script.ts'
import { fontPaths } from '../../core/pdf/fonts.ts'
import { DIST, ROOT } from './parts.mjs'

/** Lays templates, the sample archive, the fonts of documents and the search of static sites where the bundles of a folder look for them. */
export async function copyResources(folder = DIST) {
  const target = join(folder, 'resources')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'fonts'), { recursive: true })
  const source = join(ROOT, 'resources')
  if (existsSync(source)) cpSync(source, target, { recursive: true })
  for (const font of fontPaths()) cpSync(font, join(target, 'fonts', basename(font)))
  mkdirSync(join(target, 'site'), { recursive: true })
  writeFileSync(join(target, 'site', SEARCH_SCRIPT), await readSearchScript())
}
