import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** CommonJS packages inside the bundle still ask for `require`. */
const COMMONJS_NAME =
  "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url)"

/**
 * Bundles the bench's child and the search worker into a folder as the built program has them: reading TypeScript costs time
 * and memory that no user pays. Returns the path of the child.
 */
export async function bundleEngines(folder: string): Promise<string> {
  const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  await build({
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    define: { PRESS_ARCHIVE_BUNDLED: 'true' },
    charset: 'utf8',
    banner: { js: COMMONJS_NAME },
    outExtension: { '.js': '.mjs' },
    entryPoints: {
      'bench/bench-child': source('bench-child.ts'),
      'workers/search-worker': source('../../core/search/index-worker.ts'),
      'workers/segment-child': source('../../core/search/segment-child.ts'),
    },
    outdir: folder,
    logLevel: 'warning',
  })
  return join(folder, 'bench', 'bench-child.mjs')
}
