import { AppError } from '../../contract/app-error.ts'
import { charsetOfName, type Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { articleOfPage } from '../html/article-of-page.ts'
import { createImageStore } from '../image-store.ts'
import { messageHeaders, mimeParts, type MimePart } from '../mime/mime-part.ts'
import { onePiece, type ReadResult } from '../read-result.ts'
import { declaredCharset } from './read-html.ts'

function locationOf(part: MimePart): string {
  return part.headers.get('content-location') ?? ''
}

function resolveAgainst(src: string, base: string): string {
  return URL.canParse(src, base || undefined) ? new URL(src, base || undefined).href : src
}

function imageOf(src: string, parts: readonly MimePart[], base: string): Uint8Array | null {
  const id = /^cid:(.+)$/i.exec(src)?.[1]
  const address = resolveAgainst(src, base)
  const part = parts.find(
    (candidate) =>
      (id !== undefined && (candidate.headers.get('content-id') ?? '').replace(/[<>]/g, '') === id) ||
      (locationOf(candidate) !== '' && resolveAgainst(locationOf(candidate), base) === address),
  )
  return part?.bytes ?? null
}

/**
 * Reads a page that a browser saved as one file. The main part is the one at the address of the snapshot, so that the
 * frame of an advertisement does not pass for the article.
 */
export function readMhtml(bytes: Uint8Array, charset: Charset | null): ReadResult {
  const headers = messageHeaders(bytes)
  const parts = mimeParts(bytes)
  const address = headers.get('snapshot-content-location') ?? ''
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const main = pages.find((part) => address !== '' && locationOf(part) === address) ?? pages[0]
  if (main === undefined) throw new AppError('unreadable-source', 'The saved page holds no HTML.')
  const declared = charsetOfName(main.parameters.get('charset') ?? '') ?? declaredCharset(main.bytes)
  const { text, doubtful } = decodeText(main.bytes, { chosen: charset, declared })
  const base = [address, locationOf(main)].find((url) => /^https?:/i.test(url)) ?? ''
  const images = createImageStore((src) => imageOf(src, parts, base))
  const { markdown, fields, notices } = articleOfPage(text, { baseUrl: base, imageName: images.nameOf })
  return onePiece({
    body: { kind: 'markdown', text: markdown },
    stated: { ...fields, ...(fields.url === undefined && base !== '' ? { url: base } : {}) },
    files: images.used(),
    doubts: doubtful ? ['charset'] : [],
    notices,
  })
}
