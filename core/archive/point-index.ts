import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveFolder } from './folder.ts'
import { findPoints, type PointEntry, type RestorePoint } from './restore-point.ts'

/** An old version of an article that a restore point keeps. */
export interface PointVersion {
  readonly point: Pick<RestorePoint, 'name' | 'at'>
  readonly entry: PointEntry
}

/** Finds the versions of an article that restore points keep. */
export interface PointIndex {
  /** Takes in a restore point that was just written. */
  add(point: RestorePoint): void
  versionsOf(id: ArticleId): Promise<readonly PointVersion[]>
  /** Reads the folder anew when the next question comes. */
  forget(): void
}

/** Makes an index that reads the lists when the first question comes. */
export function createPointIndex(folder: ArchiveFolder): PointIndex {
  let versions: Promise<Map<ArticleId, PointVersion[]>> | null = null

  function take(into: Map<ArticleId, PointVersion[]>, point: RestorePoint): void {
    for (const entry of point.entries) {
      const of = into.get(entry.id)
      if (of) of.push({ point, entry })
      else into.set(entry.id, [{ point, entry }])
    }
  }

  async function load(): Promise<Map<ArticleId, PointVersion[]>> {
    const found = new Map<ArticleId, PointVersion[]>()
    for (const point of (await findPoints(folder, false)).points) take(found, point)
    return found
  }

  async function loaded(): Promise<Map<ArticleId, PointVersion[]>> {
    versions ??= load()
    try {
      return await versions
    } catch (error) {
      versions = null
      throw error
    }
  }

  return {
    add(point) {
      // Once it is read, an index knows all but the new one. One that is being read may see it, so it is read again.
      const known = versions
      versions = null
      versions =
        known?.then((map) => {
          take(map, point)
          return map
        }) ?? null
    },
    versionsOf: async (id) => (await loaded()).get(id) ?? [],
    forget: () => (versions = null),
  }
}
