import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { createImageStore } from '../image-store.ts'
import { rtfToHtml } from '../office/rtf-to-html.ts'
import { onePiece, type ReadResult } from '../read-result.ts'
import { normaliseText } from '../charset/decode-text.ts'

/** Reads a Rich Text document. @throws AppError `too-large` */
export function readRtf(bytes: Uint8Array): ReadResult {
  const { html, pictures } = rtfToHtml(bytes)
  const images = createImageStore((src) => pictures.get(src) ?? null)
  const { markdown, notices } = htmlToMarkdown(normaliseText(html), { baseUrl: '', imageName: images.nameOf })
  return onePiece({ body: { kind: 'markdown', text: markdown }, files: images.used(), notices })
}
