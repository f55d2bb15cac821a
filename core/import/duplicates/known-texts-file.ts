import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { isArticleId, type ArticleId } from '../../model/article-id.ts'
import { readPrivateJson, writePrivateBytes, writePrivateJson } from '../../workspace/private-file.ts'
import { SIGNATURE_LENGTH } from './min-hash.ts'

/** What is kept of a text. */
export interface KnownText {
  readonly version: string
  readonly key: string
  readonly signature: Uint32Array
}

const FORMAT = 2
const articleId = v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value))
const listSchema = v.object({
  format: v.literal(FORMAT),
  /** Names the file of signatures that belongs to the list. */
  stamp: v.string(),
  articles: v.array(v.tuple([articleId, v.string(), v.string()])),
})

const STAMP_BYTES = 36
const SIGNATURE_BYTES = SIGNATURE_LENGTH * 4

function filesOf(cacheFolder: string, archiveId: string): { readonly list: string; readonly signatures: string } {
  const folder = join(cacheFolder, 'import')
  return { list: join(folder, `texts-${archiveId}.json`), signatures: join(folder, `texts-${archiveId}.signatures`) }
}

/** Reads what was kept; nothing where the files are not there, damaged, or do not belong together. */
export async function readKnownTexts(
  cacheFolder: string,
  archiveId: string,
): Promise<readonly (readonly [ArticleId, KnownText])[]> {
  const files = filesOf(cacheFolder, archiveId)
  const parsed = v.safeParse(listSchema, await readPrivateJson(files.list))
  const bytes = await readFile(files.signatures).catch(() => null)
  if (!parsed.success || bytes === null) return []
  const { stamp, articles } = parsed.output
  if (bytes.length !== STAMP_BYTES + articles.length * SIGNATURE_BYTES) return []
  if (bytes.subarray(0, STAMP_BYTES).toString('latin1') !== stamp) return []
  // A copy, since the bytes of a file need not lie where 32-bit numbers may.
  const values = new Uint32Array(new Uint8Array(bytes.subarray(STAMP_BYTES)).buffer)
  return articles.map(([id, version, key], place) => {
    const signature = values.subarray(place * SIGNATURE_LENGTH, (place + 1) * SIGNATURE_LENGTH)
    return [id, { version, key, signature }]
  })
}

/** Keeps the texts for the next program. */
export async function writeKnownTexts(
  cacheFolder: string,
  archiveId: string,
  texts: readonly (readonly [ArticleId, KnownText])[],
): Promise<void> {
  const files = filesOf(cacheFolder, archiveId)
  const stamp = randomUUID()
  const values = new Uint32Array(texts.length * SIGNATURE_LENGTH)
  texts.forEach(([, { signature }], place) => values.set(signature, place * SIGNATURE_LENGTH))
  const bytes = Buffer.concat([Buffer.from(stamp, 'latin1'), new Uint8Array(values.buffer)])
  await writePrivateBytes(files.signatures, bytes)
  const articles = texts.map(([id, { version, key }]) => [id, version, key])
  await writePrivateJson(files.list, { format: FORMAT, stamp, articles })
}
