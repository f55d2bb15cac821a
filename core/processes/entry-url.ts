/** Programs of their own process or thread, by name of their bundle. */
export const ENTRY_SOURCES = {
  'search-worker': '../search/index-worker.ts',
  'segment-child': '../search/segment-child.ts',
  'site-worker': '../search/site/site-worker.ts',
  'import-child': '../import/import-child.ts',
  'pdf-child': '../pdf/pdf-child.ts',
} as const
export type EntryName = keyof typeof ENTRY_SOURCES

/** Set to true by the bundler; absent where Node runs the sources themselves. */
declare const PRESS_ARCHIVE_BUNDLED: boolean | undefined

/** True in the built program, false where Node runs the TypeScript sources. */
export function isBundled(): boolean {
  return typeof PRESS_ARCHIVE_BUNDLED !== 'undefined' && PRESS_ARCHIVE_BUNDLED
}

/**
 * Where the code of a worker or child process lies: the source file in development, `dist/workers/<name>.mjs` in the
 * built program (all bundles lie one folder below `dist`).
 */
export function entryUrl(name: EntryName): URL {
  return new URL(isBundled() ? `../workers/${name}.mjs` : ENTRY_SOURCES[name], import.meta.url)
}
