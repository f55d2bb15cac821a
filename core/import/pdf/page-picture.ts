import { createRequire } from 'node:module'
import type * as Canvas from '@napi-rs/canvas'
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../contract/app-error.ts'
import { withPdf } from './pdf-document.ts'

/** Which page of which PDF is to be shown. */
export interface PageOrder {
  readonly bytes: Uint8Array
  /** From 1. */
  readonly page: number
}

/** A page as a picture. */
export interface PagePicture {
  readonly png: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Pages of the whole PDF. */
  readonly pages: number
}

/** Wide enough to read print beside the fields, also on a screen of high density. In pixels. */
const WIDTH = 1_200
/** Of a page of any shape; it bounds the memory and the size of the picture. */
const MOST_PIXELS = 3_000_000
const MOST_SIDE = 6_000

interface Size {
  readonly width: number
  readonly height: number
}

/** How much larger than in points a page is drawn. */
function scaleOf({ width, height }: Size): number {
  return Math.min(WIDTH / width, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
}

async function draw(page: PDFPageProxy): Promise<Omit<PagePicture, 'pages'>> {
  const viewport = page.getViewport({ scale: scaleOf(page.getViewport({ scale: 1 })) })
  const [width, height] = [viewport.width, viewport.height].map((side) => Math.max(1, Math.floor(side)))
  if (width === undefined || height === undefined || !Number.isFinite(width * height)) {
    throw new AppError('unreadable-source', 'The page has no size.')
  }
  // Loaded here and not at the top: it is native code, and pdf.js loads it itself where it is needed.
  const { createCanvas } = createRequire(import.meta.url)('@napi-rs/canvas') as typeof Canvas
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  const painted: PaintedPage = page
  await painted.render({ canvas: null, canvasContext: context, viewport }).promise
  return { png: await canvas.encode('png'), width, height }
}

/** A page as far as it is painted: the core has no types of browsers. */
interface PaintedPage {
  render(order: { readonly canvas: null; readonly canvasContext: unknown; readonly viewport: PageViewport }): {
    readonly promise: Promise<unknown>
  }
}

/**
 * Draws one page of a PDF; annotations are drawn as they are printed, nothing in it is run.
 *
 * @throws AppError `not-found` where it has no such page, `unreadable-source`
 */
export function drawPage({ bytes, page }: PageOrder): Promise<PagePicture> {
  return withPdf(bytes, async (document) => {
    const pages = document.numPages
    if (page > pages) throw new AppError('not-found', `The PDF has ${String(pages)} pages and no page ${String(page)}.`)
    return { ...(await draw(await document.getPage(page))), pages }
  })
}
