import * as v from 'valibot'
import { isArticleId, type ArticleId } from '../../model/article-id.ts'
import type { ImportArchive } from '../import-archive.ts'

const FILE = 'imports/not-duplicates.json'
const articleId = v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value))
const pairsSchema = v.array(v.tuple([articleId, articleId]))

/** Pairs of articles that a person looked at and found to be no duplicates; kept in the archive. */
export interface PairStore {
  has(one: ArticleId, other: ArticleId): Promise<boolean>
  add(one: ArticleId, other: ArticleId): Promise<void>
}

function ordered(one: ArticleId, other: ArticleId): readonly [ArticleId, ArticleId] {
  return one < other ? [one, other] : [other, one]
}

/** Opens the pairs of an archive. */
export function createPairStore(archive: Pick<ImportArchive, 'readFile' | 'saveFile'>): PairStore {
  let last: Promise<unknown> = Promise.resolve()
  const read = async () => {
    const file = await archive.readFile(FILE)
    const parsed = v.safeParse(pairsSchema, file === null ? [] : parseJson(file.bytes))
    return { pairs: parsed.success ? parsed.output : [], version: file?.version ?? null }
  }
  const includes = (pairs: readonly (readonly [ArticleId, ArticleId])[], one: ArticleId, other: ArticleId): boolean => {
    const [first, second] = ordered(one, other)
    return pairs.some((pair) => pair[0] === first && pair[1] === second)
  }
  return {
    has: async (one, other) => includes((await read()).pairs, one, other),
    add: (one, other) => {
      const next = last.then(async () => {
        const { pairs, version } = await read()
        if (includes(pairs, one, other)) return
        const all = [...pairs, ordered(one, other)]
        await archive.saveFile(FILE, new TextEncoder().encode(`${JSON.stringify(all)}\n`), version)
      })
      last = next.catch(() => undefined)
      return next
    },
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
