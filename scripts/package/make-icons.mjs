// Draws the program's icons from renderer/public/icon.svg into resources/packaging: PNG for Linux, ICO for Windows, ICNS for macOS.
// usage: node scripts/package/make-icons.mjs   after a change of the picture; the results are committed
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { ROOT } from '../build/parts.mjs'

const TARGET = join(ROOT, 'resources', 'packaging')
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Types of PNG entries in an ICNS file by their width in pixels (Apple's icon services: ic07 is 128, ic10 1,024). */
const ICNS_TYPES = { ic07: 128, ic08: 256, ic09: 512, ic10: 1_024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }

async function drawn(size) {
  const text = readFileSync(join(ROOT, 'renderer', 'public', 'icon.svg'), 'utf8')
  const sized = text.replace('<svg ', `<svg width="${size}" height="${size}" `)
  const canvas = createCanvas(size, size)
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size)
  return canvas.encode('png')
}

/** An icon directory of PNG entries, as Windows reads since Vista: 6 bytes of head, 16 an entry, then the pictures. */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Each entry of an ICNS file: type, length with its head, PNG. */
function icnsOf(entries) {
  const parts = entries.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...parts])
}

mkdirSync(TARGET, { recursive: true })
writeFileSync(join(TARGET, 'icon.png'), await drawn(512))
writeFileSync(
  join(TARGET, 'icon.ico'),
  icoOf(await Promise.all(ICO_SIZES.map(async (size) => ({ size, png: await drawn(size) })))),
)
writeFileSync(
  join(TARGET, 'icon.icns'),
  icnsOf(await Promise.all(Object.entries(ICNS_TYPES).map(async ([type, size]) => ({ type, png: await drawn(size) })))),
)
