import { charsetOfName, type Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { articleOfPage } from '../html/article-of-page.ts'
import { createImageStore } from '../image-store.ts'
import { onePiece, type ReadMember, type ReadResult } from '../read-result.ts'

/** The character set that a page declares in its first bytes, or null. */
export function declaredCharset(bytes: Uint8Array): Charset | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  return name === undefined ? null : charsetOfName(name)
}

function fileNameOf(src: string): string {
  const path = src.split(/[?#]/)[0] ?? ''
  const name = path.split(/[/\\]/).at(-1) ?? ''
  try {
    return decodeURIComponent(name).toLowerCase()
  } catch {
    return name.toLowerCase()
  }
}

/** Reads a page; `companions` are the files that the browser saved in the folder beside it. */
export function readHtml(
  bytes: Uint8Array,
  charset: Charset | null,
  companions: readonly ReadMember[] = [],
): ReadResult {
  const { text, doubtful } = decodeText(bytes, { chosen: charset, declared: declaredCharset(bytes) })
  const images = createImageStore((src) => {
    if (/^(?:https?|data|cid):/i.test(src)) return null
    const wanted = fileNameOf(src)
    return companions.find(({ name }) => fileNameOf(name) === wanted)?.bytes ?? null
  })
  const { markdown, fields, notices } = articleOfPage(text, { baseUrl: '', imageName: images.nameOf })
  return onePiece({
    body: { kind: 'markdown', text: markdown },
    stated: fields,
    files: images.used(),
    doubts: doubtful ? ['charset'] : [],
    notices,
  })
}
