import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'

const MOST_QUERIES = 50
const schema = v.array(v.string())

/** What one user searched for in one archive. */
export interface SearchHistory {
  /** The last first. */
  list(): Promise<readonly string[]>
  /** Puts a query to the front; returns the list. */
  add(query: string): Promise<readonly string[]>
  clear(): Promise<void>
}

/** Opens the history in a file of the user. A file that cannot be understood counts as empty. */
export function createSearchHistory(path: string): SearchHistory {
  let queue: Promise<unknown> = Promise.resolve()

  const read = async (): Promise<readonly string[]> => {
    try {
      const parsed = v.safeParse(schema, JSON.parse(await readFile(path, 'utf8')))
      return parsed.success ? parsed.output : []
    } catch (error) {
      if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
        return []
      throw error
    }
  }
  const write = async (queries: readonly string[]): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.tmp`, JSON.stringify(queries), { mode: 0o600 })
    await rename(`${path}.tmp`, path)
  }
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }
  return {
    list: () => inTurn(read),
    add: (query) =>
      inTurn(async () => {
        const before = await read()
        if (query === '' || before[0] === query) return before
        const queries = [query, ...before.filter((other) => other !== query)].slice(0, MOST_QUERIES)
        await write(queries)
        return queries
      }),
    clear: () => inTurn(() => rm(path, { force: true })),
  }
}
