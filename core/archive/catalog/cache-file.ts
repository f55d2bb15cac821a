import { join } from 'node:path'
import type { ArchiveContext } from '../archive-context.ts'
import type { FolderTools } from '../folder.ts'
import { AppError } from '../../contract/app-error.ts'
import type { Log } from '../../contract/log.ts'
import { isMissing } from '../../files/file-system.ts'
import { decodeCatalog, encodeCatalog, type CachedCatalog } from './catalog-cache.ts'

/** A cache larger than this is not ours. */
const LARGEST_CACHE = 1_000_000_000

/** Where the catalog of an archive is cached. */
export function catalogCachePath(cacheFolder: string, archive: string): string {
  return join(cacheFolder, archive, 'catalog.bin')
}

/** Reads the cache of an archive; null where there is none that can be used. */
export async function readCatalogCache(
  tools: FolderTools,
  path: string,
  archive: string,
  log: Log,
): Promise<CachedCatalog | null> {
  try {
    if ((await tools.system.info(path)).size > LARGEST_CACHE) return null
    const cached = decodeCatalog(archive, await tools.system.read(path))
    if (cached === null) log.warn('The catalog cache is damaged or of another version; the folder is read anew.')
    return cached
  } catch (error) {
    // Whatever is wrong with a cache: the folder has everything.
    if (!isMissing(error)) log.error('The catalog cache cannot be read; the folder is read anew', error)
    return null
  }
}

/** Writes the cache. What changes while it is written is found by the next look at the folder. */
export async function writeCatalogCache(tools: FolderTools, path: string, context: ArchiveContext): Promise<void> {
  try {
    const { changes } = context
    const bytes = await encodeCatalog(context.info.id, context.catalog, context.files)
    if (context.changes !== changes) return
    await tools.saver.saveDisposable(path, bytes)
    context.cachedChanges = changes
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.log.error('The catalog cache cannot be written; the next start takes longer', error)
  }
}
