import { onTestFinished } from 'vitest'
import { AppError } from '../../core/contract/app-error.ts'
import { createDocuments, type Documents } from '../../core/documents/create-documents.ts'
import type { Article } from '../../core/model/article.ts'
import type { Tag } from '../../core/model/tag.ts'
import { makeTempDir } from './temp-dir.ts'

/** The moment at which all test documents are made. */
export const MADE_AT = Date.parse('2026-11-23T10:20:30Z')

export interface DocumentsSetup {
  readonly articles: readonly Article[]
  readonly tags?: readonly Tag[]
  readonly attachments?: ReadonlyMap<string, Uint8Array>
  readonly officeName?: string
}

/** Documents over articles in memory and a real work folder; closed when the test ends. */
export async function makeDocuments(setup: DocumentsSetup): Promise<Documents> {
  const documents = createDocuments({
    readArticle: (id) => {
      const article = setup.articles.find((candidate) => candidate.id === id)
      return article
        ? Promise.resolve(article)
        : Promise.reject(new AppError('not-found', `There is no article ${id}.`))
    },
    readAttachment: (_id, name) => {
      const bytes = setup.attachments?.get(name)
      return bytes ? Promise.resolve(bytes) : Promise.reject(new AppError('not-found', `There is no file ${name}.`))
    },
    tagOf: (id) => setup.tags?.find((tag) => tag.id === id),
    settings: () => ({ officeName: setup.officeName ?? 'Press office' }),
    now: () => MADE_AT,
    workFolder: await makeTempDir(),
  })
  onTestFinished(() => documents.close())
  return documents
}

/** The bytes of a finished document. */
export async function bytesOf(documents: Documents, document: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await documents.open(document)).content) pieces.push(piece)
  return Buffer.concat(pieces)
}
