import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text as it stands on a page, in points from the lower left corner of the page. */
export interface PdfText {
  /** From 1. */
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  readonly pageWidth: number
  readonly pageHeight: number
}

/** Every piece of text of a PDF with its place, as pdf.js reads it. */
export async function pdfTexts(bytes: Uint8Array): Promise<readonly PdfText[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const texts: PdfText[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const shown = await document.getPage(page)
    const { width: pageWidth, height: pageHeight } = shown.getViewport({ scale: 1 })
    for (const item of (await shown.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , left = 0, bottom = 0] = item.transform as readonly number[]
      const { width, height, str } = item
      texts.push({ page, text: str, left, right: left + width, bottom, top: bottom + height, pageWidth, pageHeight })
    }
  }
  await task.destroy()
  return texts
}

/** Texts that reach beyond their page. */
export function croppedTexts(texts: readonly PdfText[]): readonly PdfText[] {
  return texts.filter(
    ({ left, right, bottom, top, pageWidth, pageHeight }) =>
      left < 0 || bottom < 0 || right > pageWidth + 0.5 || top > pageHeight + 0.5,
  )
}
