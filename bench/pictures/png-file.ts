import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Numbers of the PNG format for the ways in which the one byte of a pixel means a colour. */
const COLOR_TYPES = { gray: 0, palette: 3 } as const

/** A picture with one byte for each pixel. */
export interface PngPicture {
  readonly width: number
  readonly height: number
  /** Line by line. */
  readonly pixels: Uint8Array
  /** Three bytes for each colour that a pixel may name; null where the pixels are shades of grey. */
  readonly palette: Uint8Array | null
}

/** A picture as a file in the PNG format (ISO/IEC 15948). */
export function pngFile({ width, height, pixels, palette }: PngPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, palette === null ? COLOR_TYPES.gray : COLOR_TYPES.palette, 0, 0, 0], 8)
  // Each line begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(palette === null ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
