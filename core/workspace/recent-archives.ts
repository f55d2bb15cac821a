import { readPrivateJson, writePrivateJson } from './private-file.ts'

export interface RecentArchive {
  readonly name: string
  readonly path: string
}

export interface RecentArchives {
  /** Newest first. */
  list(): Promise<readonly RecentArchive[]>
  remember(archive: RecentArchive): Promise<void>
}

const MOST_REMEMBERED = 12

function isRecentArchive(value: unknown): value is RecentArchive {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'path' in value &&
    typeof value.path === 'string'
  )
}

/** Remembers which archives this user opened, in one JSON file. */
export function createRecentArchives(path: string): RecentArchives {
  const list = async (): Promise<readonly RecentArchive[]> => {
    const stored = await readPrivateJson(path)
    return Array.isArray(stored)
      ? stored.filter(isRecentArchive).map(({ name, path: folder }) => ({ name, path: folder }))
      : []
  }
  return {
    list,
    remember: async (archive) => {
      const others = (await list()).filter((other) => other.path !== archive.path)
      await writePrivateJson(path, [archive, ...others].slice(0, MOST_REMEMBERED))
    },
  }
}
