import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Bundler from 'esbuild'
import { isBundled } from '../../processes/entry-url.ts'
import { resourcePath } from '../../processes/resource-path.ts'

/** Name of the bundled search among the resources of the built program. */
export const SEARCH_SCRIPT = 'site-search.js'

/** The script that searches a static site: bundled with the program, or made from the sources where those run. */
export async function readSearchScript(): Promise<Uint8Array> {
  if (isBundled()) return readFile(join(resourcePath('site'), SEARCH_SCRIPT))
  // Required, not imported: the bundler is no part of the built program.
  const { build } = createRequire(import.meta.url)('esbuild') as typeof Bundler
  const result = await build({
    entryPoints: [fileURLToPath(new URL('search-client.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
  })
  const [script] = result.outputFiles
  if (script === undefined) throw new Error('The search of the site was not bundled.')
  return script.contents
}
