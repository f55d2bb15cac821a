import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { parseArticleFile } from '../../../../core/archive/article-file.ts'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { writeZip } from '../../../../core/documents/formats/zip.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Attachment } from '../../../../core/model/article.ts'
import { sha256 } from '../../../../core/files/sha256.ts'
import { makeArticle } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../../support/make-documents.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const ORDER: DocumentOrder = {
  kind: 'data',
  format: 'markdown',
  language: 'en',
  query: '',
  filter: NO_FILTER,
  sort: 'newest',
}
const PHOTO = Buffer.from('not really a photo')
const LISTED: Attachment = { name: 'photo.png', size: PHOTO.length, sha256: sha256(PHOTO), role: 'image' }

test('the zip holds every article as the archive would write it, with its attachments', async () => {
  const articles = [
    makeArticle({ title: 'Сәлем', attachments: [LISTED], body: 'Text.\n' }),
    makeArticle({ published: null }),
  ]
  const documents = await makeDocuments({ articles, attachments: new Map([['photo.png', PHOTO]]) })
  const made = await documents.make(ORDER)
  const folder = await makeTempDir()
  await documents.copyTo(made.document, join(folder, 'out.zip'))
  const zip = await openPromise(join(folder, 'out.zip'))
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece as Uint8Array))
    files.set(entry.fileName, Buffer.concat(pieces))
  }
  const texts = [...files].filter(([name]) => name.endsWith('.md'))
  expect(texts.map(([name, bytes]) => parseArticleFile(bytes, name).article.title)).toEqual(
    articles.map((article) => article.title),
  )
  expect([...files.keys()].some((name) => name.startsWith('articles/undated/'))).toBe(true)
  expect([...files].find(([name]) => name.endsWith('/photo.png'))?.[1].equals(PHOTO)).toBe(true)
})

test('the same articles at the same moment give the same bytes', async () => {
  const documents = await makeDocuments({ articles: [makeArticle(), makeArticle()] })
  const [first, second] = [await documents.make(ORDER), await documents.make(ORDER)]
  expect(Buffer.from(await bytesOf(documents, first.document))).toEqual(
    Buffer.from(await bytesOf(documents, second.document)),
  )
})

test('a cancelled or failing zip leaves no file', async () => {
  const folder = await makeTempDir()
  async function* failing() {
    yield { path: 'a.txt', bytes: Buffer.from('a') }
    await Promise.resolve()
    throw new Error('the disk is gone')
  }
  await expect(writeZip(join(folder, 'x.zip'), failing(), new Date(0))).rejects.toThrow('the disk is gone')
  expect(await readdir(folder)).toEqual([])
  const controller = new AbortController()
  const documents = await makeDocuments({ articles: [makeArticle(), makeArticle(), makeArticle()] })
  const making = documents.make(ORDER, { signal: controller.signal, onProgress: () => controller.abort() })
  await expect(making).rejects.toMatchObject({ code: 'cancelled' })
})

test('a document that is copied over a file replaces it whole', async () => {
  const documents = await makeDocuments({ articles: [makeArticle()] })
  const made = await documents.make({ ...ORDER, kind: 'data', format: 'csl' })
  const path = join(await makeTempDir(), 'refs.json')
  await documents.copyTo(made.document, path)
  await documents.copyTo(made.document, path)
  expect(JSON.parse(await readFile(path, 'utf8'))).toHaveLength(1)
})
