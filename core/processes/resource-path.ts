import { fileURLToPath } from 'node:url'
import { isBundled } from './entry-url.ts'

/** Folders of files that the program needs beside its code. `fonts` and `site` exist in the built program only. */
export type ResourceFolder = 'templates' | 'sample' | 'fonts' | 'site'

/**
 * Absolute path of a folder of resources: `resources/<folder>` at the root of the sources, `dist/resources/<folder>` in
 * the built program (all bundles lie one folder below `dist`).
 */
export function resourcePath(folder: ResourceFolder): string {
  return fileURLToPath(new URL(`${isBundled() ? '../resources' : '../../resources'}/${folder}`, import.meta.url))
}
