import { createCanvas, loadImage } from '@napi-rs/canvas'
import { pngFile } from './png-file.ts'

const MOST_COLORS = 256

/** Writes a picture anew with at most 256 colours: screenshots have few, and the file is a quarter as long. */
export async function indexedPng(png: Uint8Array): Promise<Buffer> {
  const image = await loadImage(Buffer.from(png))
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const { palette, indexes } = reduce(new Uint32Array(data.buffer, data.byteOffset, width * height))
  return pngFile({ width, height, pixels: indexes, palette })
}

interface Reduced {
  /** Three bytes for each colour. */
  readonly palette: Buffer
  readonly indexes: Uint8Array
}

/** Keeps the most frequent colours; every other one becomes the nearest of them. */
function reduce(pixels: Uint32Array): Reduced {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const colors = [...counts].sort((one, other) => other[1] - one[1]).map(([color]) => color)
  const kept = colors.slice(0, MOST_COLORS)
  const indexOf = new Map(kept.map((color, index) => [color, index]))
  for (const color of colors.slice(MOST_COLORS)) indexOf.set(color, nearest(color, kept))
  return {
    palette: Buffer.from(kept.flatMap((color) => [...channels(color)])),
    indexes: Uint8Array.from(pixels, (pixel) => indexOf.get(pixel) ?? 0),
  }
}

function nearest(color: number, kept: readonly number[]): number {
  const wanted = channels(color)
  let best = 0
  let least = Number.MAX_SAFE_INTEGER
  for (const [index, candidate] of kept.entries()) {
    const found = channels(candidate)
    const distance = wanted.reduce((sum, value, place) => sum + (value - (found[place] ?? 0)) ** 2, 0)
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

/** Red, green and blue of a pixel in little-endian order. */
function channels(pixel: number): readonly [number, number, number] {
  return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]
}
