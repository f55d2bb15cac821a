import { zipSync } from 'fflate'
import { convertToHtml, images as imageConverters } from 'mammoth'
import { AppError } from '../../contract/app-error.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { createImageStore } from '../image-store.ts'
import { DOCX_STYLE_MAP, withCommonStyles } from '../office/docx-styles.ts'
import { DOCUMENT_LIMITS, readZip, refuseDoctype } from '../office/read-zip.ts'
import { onePiece, type ReadResult } from '../read-result.ts'

/**
 * Reads a Word document of 2007 or later.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const entries = await readZip(bytes, DOCUMENT_LIMITS, () => true)
  for (const { name, bytes: content } of entries) {
    if (/\.(?:xml|rels)$/i.test(name)) refuseDoctype(Buffer.from(content.subarray(0, 4_096)).toString('latin1'))
  }
  // Packed anew without compression from the checked entries, so that nothing can grow a second time.
  const checked = zipSync(Object.fromEntries(entries.map(({ name, bytes: content }) => [name, content])), { level: 0 })
  const pictures = new Map<string, Uint8Array>()
  const html = await toHtml(checked, pictures)
  const images = createImageStore((src) => pictures.get(src) ?? null)
  const { markdown, notices } = htmlToMarkdown(html, { baseUrl: '', imageName: images.nameOf })
  return onePiece({ body: { kind: 'markdown', text: markdown }, files: images.used(), notices })
}

async function toHtml(docx: Uint8Array, pictures: Map<string, Uint8Array>): Promise<string> {
  try {
    const result = await convertToHtml(
      { buffer: Buffer.from(docx) },
      {
        styleMap: [...DOCX_STYLE_MAP],
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        transformDocument: withCommonStyles,
        convertImage: imageConverters.imgElement(async (image) => {
          const src = `cid:picture-${pictures.size + 1}`
          pictures.set(src, new Uint8Array(await image.readAsBuffer()))
          return { src }
        }),
      },
    )
    return result.value
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The Word document is damaged: ${reason}`, {}, { cause: error })
  }
}
