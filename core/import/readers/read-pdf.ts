import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../contract/app-error.ts'
import { normaliseText } from '../charset/decode-text.ts'
import { glyphsOf } from '../pdf/glyphs.ts'
import { segmentsOf } from '../pdf/line-segments.ts'
import { paragraphsOf, type PdfPage } from '../pdf/paragraphs.ts'
import { withPdf } from '../pdf/pdf-document.ts'
import { inReadingOrder } from '../pdf/reading-order.ts'
import { onePiece, type ReadResult } from '../read-result.ts'
import { escapeMarkdown } from '../text/escape-markdown.ts'

const MOST_PAGES = 2_000
const MOST_TEXT = 20_000_000
/** The layout is kept unless it found fewer letters than this share of the plain text. */
const LEAST_SHARE = 0.9

async function plainTextOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

interface PdfText {
  readonly pages: readonly PdfPage[]
  readonly plain: string
}

async function readPages(document: PDFDocumentProxy): Promise<PdfText> {
  if (document.numPages > MOST_PAGES) throw new AppError('too-large', `The PDF has more than ${MOST_PAGES} pages.`)
  const pages: PdfPage[] = []
  let plain = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    pages.push({ segments: inReadingOrder(segmentsOf(await glyphsOf(page))), height })
    plain += `${await plainTextOf(page)}\n\n`
    if (plain.length > MOST_TEXT) throw new AppError('too-large', 'The PDF has more text than is read.')
    page.cleanup()
  }
  return { pages, plain }
}

function plainToMarkdown(plain: string): string {
  return plain
    .split(/\n{2,}/)
    .map((block) =>
      escapeMarkdown(
        block
          .replace(/(\p{L})[-\u2010]\n(?=\p{Ll})/gu, '$1')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    )
    .filter((block) => block !== '')
    .join('\n\n')
}

function textOf({ pages, plain }: PdfText): { readonly markdown: string; readonly address: string | null } {
  const layout = paragraphsOf(pages)
  // Letters, not words: where plain text tears words apart it has more of them.
  const letters = countLetters(pages.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' '))
  if (letters >= countLetters(plain) * LEAST_SHARE) return layout
  return { markdown: plainToMarkdown(plain), address: layout.address }
}

/**
 * Reads the text of a PDF by the places of its letters. Scripts in it are never run. A PDF of pictures alone is taken in
 * with the doubt `text`.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  const { markdown, address } = textOf(await withPdf(bytes, readPages))
  const stated = address === null ? {} : { url: address }
  if (countLetters(markdown) === 0) {
    return onePiece({
      body: { kind: 'markdown', text: '' },
      stated,
      doubts: ['text'],
      notices: ['No text layer (scan): only the file is kept.'],
    })
  }
  return onePiece({ body: { kind: 'markdown', text: normaliseText(markdown) }, stated })
}
