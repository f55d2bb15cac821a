import type { ArticleId } from '../../model/article-id.ts'
import type { SimilarArticle } from '../../model/import-evidence.ts'
import { shinglesOf } from '../../stories/shingles.ts'
import { countEqual, LEAST_EQUAL, SIGNATURE_LENGTH, signatureOf } from './min-hash.ts'

/** What is compared of a text. */
export interface TextShape {
  readonly signature: Uint32Array
  /** Hashes of all runs of three words. */
  readonly shingles: ReadonlySet<number>
}

/** The shape of a text without markup. */
export function shapeOf(plain: string): TextShape {
  const shingles = shinglesOf(plain)
  return { shingles, signature: signatureOf(shingles) }
}

/** Signatures in one table; a row that was taken over is overwritten. */
export interface SignatureTable {
  put(id: ArticleId, signature: Uint32Array): void
  remove(id: ArticleId): void
  get(id: ArticleId): Uint32Array | undefined
  /** Articles whose signature agrees in at least `LEAST_EQUAL` values, the likest first. */
  find(signature: Uint32Array): readonly ArticleId[]
}

/** Makes an empty table. */
export function createSignatureTable(): SignatureTable {
  let table = new Uint32Array(SIGNATURE_LENGTH * 256)
  const ids: (ArticleId | null)[] = []
  const rows = new Map<ArticleId, number>()
  return {
    put: (id, signature) => {
      const row = rows.get(id) ?? ids.length
      if (row === ids.length) ids.push(id)
      rows.set(id, row)
      if ((row + 1) * SIGNATURE_LENGTH > table.length) {
        const larger = new Uint32Array(table.length * 2)
        larger.set(table)
        table = larger
      }
      table.set(signature, row * SIGNATURE_LENGTH)
    },
    remove: (id) => {
      const row = rows.get(id)
      if (row === undefined) return
      rows.delete(id)
      ids[row] = null
    },
    get: (id) => {
      const row = rows.get(id)
      return row === undefined ? undefined : table.slice(row * SIGNATURE_LENGTH, (row + 1) * SIGNATURE_LENGTH)
    },
    find: (signature) => {
      const found: { readonly id: ArticleId; readonly equal: number }[] = []
      ids.forEach((id, row) => {
        if (id === null) return
        const equal = countEqual(signature, table, row * SIGNATURE_LENGTH)
        if (equal >= LEAST_EQUAL) found.push({ id, equal })
      })
      return found.sort((one, other) => other.equal - one.equal).map(({ id }) => id)
    },
  }
}

/** A text whose shorter part stands in the other to this share is offered as a possible duplicate. */
const LEAST_SHARE = 0.5
/** From this share of all shingles on the two are one text, slightly changed; below it one is a part of the other. */
const NEAR_SHARE = 0.6
const MOST_COMPARED = 5
/** Shorter texts are too like each other to say anything. In shingles. */
const SHORTEST = 12

/** How two texts are alike, or null where they are not. */
export function compareShapes(
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
): Pick<SimilarArticle, 'how' | 'share'> | null {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  if (small.size < SHORTEST) return null
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared += 1
  const share = shared / small.size
  if (share < LEAST_SHARE) return null
  const how = shared / (one.size + other.size - shared) >= NEAR_SHARE ? 'near' : 'excerpt'
  return { how, share: Math.round(share * 100) / 100 }
}

/** How two texts are alike, or null where they are not; in full only where their signatures agree. */
export function compareTexts(one: TextShape, other: TextShape): ReturnType<typeof compareShapes> {
  if (countEqual(one.signature, other.signature) < LEAST_EQUAL) return null
  return compareShapes(one.shingles, other.shingles)
}

/** Gives the shingles of an article, or null where it cannot be read now. */
export type ShinglesOf = (id: ArticleId) => Promise<ReadonlySet<number> | null>

/** Articles of the archive with nearly the same text, the likest first; candidates are compared in full. */
export async function findSimilar(
  shinglesOfArticle: ShinglesOf,
  table: SignatureTable,
  shape: TextShape,
): Promise<readonly SimilarArticle[]> {
  if (shape.shingles.size < SHORTEST) return []
  const similar: SimilarArticle[] = []
  for (const id of table.find(shape.signature).slice(0, MOST_COMPARED)) {
    const shingles = await shinglesOfArticle(id)
    const likeness = shingles === null ? null : compareShapes(shape.shingles, shingles)
    if (likeness !== null) similar.push({ id, ...likeness })
  }
  return similar.sort((one, other) => other.share - one.share)
}
