import { createRequire } from 'node:module'
import type * as Canvas from '@napi-rs/canvas'
import { checkNativeModule } from '../processes/native-modules.ts'
import { imageKind, isPlainSvg, pixelSize, type PixelSize } from './image-kind.ts'

/** 300 pixels an inch over the whole type area of A4: what a printer can show. */
const MOST_WIDTH = 1_920
const MOST_HEIGHT = 1_800
/** A larger picture would take more memory to decode than a document may have. */
const MOST_PIXELS = 120_000_000
const JPEG_QUALITY = 85
/** A drawing stays PNG; a photograph saved as PNG is several times the size it has as JPEG. */
const LARGE_PNG_BYTES = 600_000

/**
 * Makes an image fit to be printed: larger ones are scaled down to what paper shows, WebP and SVG become pixels that both
 * engines know. Others stay as they are.
 *
 * @returns null for what cannot be decoded or is too large to be
 */
export async function fitImage(bytes: Uint8Array): Promise<Uint8Array | null> {
  const kind = imageKind(bytes)
  if (kind === null) return null
  if (kind === 'svg') {
    return isPlainSvg(bytes) ? redraw(bytes, { enlarge: true, lossy: false }) : null
  }
  const size = pixelSize(bytes, kind)
  if (size === null || size.width * size.height > MOST_PIXELS) return null
  const fits = size.width <= MOST_WIDTH && size.height <= MOST_HEIGHT
  return fits && kind !== 'webp' ? bytes : redraw(bytes, { enlarge: false, lossy: kind === 'jpg' || kind === 'webp' })
}

interface RedrawOptions {
  /** Drawings have no pixels of their own and are drawn as large as paper shows. */
  readonly enlarge: boolean
  /** Whether the image was coded with loss already. */
  readonly lossy: boolean
}

async function redraw(bytes: Uint8Array, { enlarge, lossy }: RedrawOptions): Promise<Uint8Array | null> {
  // Loaded here and not at the top: few documents need it.
  await checkNativeModule('@napi-rs/canvas', import.meta.url)
  const { createCanvas, loadImage } = createRequire(import.meta.url)('@napi-rs/canvas') as typeof Canvas
  const image = await loadImage(bytes).catch(() => null)
  if (image === null || image.width === 0 || image.height === 0) return null
  const { width, height } = scaled(image, enlarge)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const opaque = isOpaque(context.getImageData(0, 0, width, height).data)
  if (lossy && opaque) return canvas.encode('jpeg', JPEG_QUALITY)
  const png = await canvas.encode('png')
  return png.length > LARGE_PNG_BYTES && opaque ? canvas.encode('jpeg', JPEG_QUALITY) : png
}

function scaled({ width, height }: PixelSize, enlarge: boolean): PixelSize {
  const shrink = Math.min(MOST_WIDTH / width, MOST_HEIGHT / height, enlarge ? Number.POSITIVE_INFINITY : 1)
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) }
}

function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false
  return true
}
