/** Kinds of images that can be printed, whatever the name of their file says. */
export type ImageKind = 'png' | 'jpg' | 'gif' | 'webp' | 'svg'

/** Width and height in pixels, as the file states them. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

const SVG_START = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/
/** How far into a file its first tag is looked for. */
const HEAD_BYTES = 4_096

/** Drawings may refer to nothing outside themselves: neither files nor addresses nor entities nor scripts. */
const SVG_REFERENCE =
  /<!(?:DOCTYPE|ENTITY)|<(?:script|foreignObject|image|feImage)\b|\son\w+\s*=|@import|\bhref\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i

/** Whether a drawing stands for itself: no script in it, nothing loaded from elsewhere. */
export function isPlainSvg(bytes: Uint8Array): boolean {
  return !SVG_REFERENCE.test(Buffer.from(bytes).toString('utf8'))
}

/** The kind of an image by its first bytes, or null. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n')) return 'png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  return SVG_START.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('utf8')) ? 'svg' : null
}

/** Reads the size of a raster image without decoding it; null where its head is damaged. */
export function pixelSize(bytes: Uint8Array, kind: Exclude<ImageKind, 'svg'>): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (kind) {
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case 'jpg':
        return jpegSize(view)
      case 'webp':
        return webpSize(view)
    }
  } catch (error) {
    // Reading past the end of a file that was cut off.
    if (error instanceof RangeError) return null
    throw error
  }
}

function jpegSize(view: DataView): PixelSize | null {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Start of frame, in any of its codings; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

function webpSize(view: DataView): PixelSize | null {
  const coding = view.getUint32(12)
  // "VP8X", "VP8L", "VP8 ".
  if (coding === 0x56503858) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (coding === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (coding !== 0x56503820) return null
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
