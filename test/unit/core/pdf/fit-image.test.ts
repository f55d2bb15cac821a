import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { fitImage } from '../../../../core/pdf/fit-image.ts'
import { imageKind, pixelSize } from '../../../../core/pdf/image-kind.ts'

/** A picture with many colours, so that it has the size of a photograph. */
function drawing(width: number, height: number, transparent = false): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  for (let at = 0; at < 400; at += 1) {
    context.fillStyle = `hsl(${String((at * 47) % 360)} 80% 50%)`
    context.fillRect((at * 131) % width, (at * 73) % height, width / 9, height / 7)
  }
  if (!transparent) {
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = 'white'
    context.fillRect(0, 0, width, height)
  }
  return canvas
}

async function sizeOf(bytes: Uint8Array | null): Promise<readonly [string | null, number, number]> {
  if (bytes === null) return [null, 0, 0]
  const { width, height } = await loadImage(bytes)
  return [imageKind(bytes), width, height]
}

test('pictures that fit stay byte for byte as they are', async () => {
  for (const bytes of [drawing(300, 200).encodeSync('png'), drawing(300, 200).encodeSync('jpeg')]) {
    expect(await fitImage(bytes)).toBe(bytes)
  }
})

test('a photograph is scaled to what paper shows, keeps its shape, and is a fraction of its size', async () => {
  const photograph = drawing(6_000, 4_000).encodeSync('jpeg', 95)
  const fitted = await fitImage(photograph)
  expect(await sizeOf(fitted)).toEqual(['jpg', 1_920, 1_280])
  expect(fitted?.length).toBeLessThan(photograph.length / 4)
  expect(await sizeOf(await fitImage(drawing(1_000, 9_000).encodeSync('png')))).toEqual(['png', 200, 1_800])
})

test('a picture with transparent places stays PNG', async () => {
  expect(await sizeOf(await fitImage(drawing(2_500, 2_500, true).encodeSync('png')))).toEqual(['png', 1_800, 1_800])
  expect(await sizeOf(await fitImage(drawing(400, 300, true).encodeSync('webp')))).toEqual(['png', 400, 300])
})

test('WebP and plain SVG become pixels that every engine knows', async () => {
  expect(await sizeOf(await fitImage(drawing(400, 300).encodeSync('webp')))).toEqual(['jpg', 400, 300])
  const svg =
    '<?xml version="1.0"?>\n<!-- a mark -->\n<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><circle r="4"/></svg>'
  expect(await sizeOf(await fitImage(Buffer.from(svg)))).toEqual(['png', 1_920, 480])
})

test('a turned photograph keeps the way it is shown', async () => {
  const jpeg = drawing(2_400, 1_200).encodeSync('jpeg')
  // Orientation 6 in an Exif block: to be shown turned by a quarter.
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  const turned = Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
  expect(await sizeOf(await fitImage(turned))).toEqual(['jpg', 900, 1_800])
})

test('a drawing that reaches outside itself is not drawn', async () => {
  const inside = (content: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">${content}</svg>`)
  for (const content of [
    '<image href="file:///etc/passwd"/>',
    '<use href="http://elsewhere.example/x.svg#a"/>',
    '<a xlink:href="javascript:alert(1)"/>',
    '<script>1</script>',
    '<rect onload="x()"/>',
    '<style>@import "x.css"</style>',
    '<rect fill="url(http://elsewhere.example/x)"/>',
    '<foreignObject/>',
  ]) {
    expect(await fitImage(inside(content)), content).toBeNull()
  }
  expect(
    await fitImage(Buffer.from('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>')),
  ).toBeNull()
  expect(await fitImage(inside('<use href="#a"/><rect fill="url(#b)"/>'))).not.toBeNull()
})

test('what is broken, cut off or pretends to be enormous is refused without being decoded', async () => {
  const png = drawing(50, 40).encodeSync('png')
  const bomb = Buffer.from(png)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const webp = drawing(50, 40).encodeSync('webp')
  for (const bytes of [
    bomb,
    png.subarray(0, 20),
    webp.subarray(0, 40),
    Buffer.from('RIFF1234WEBPjunk'),
    Buffer.from('text'),
  ]) {
    expect(await fitImage(bytes)).toBeNull()
  }
})

test('sizes are read from the heads of files as a decoder finds them', () => {
  const canvas = drawing(123, 45)
  for (const [kind, bytes] of [
    ['png', canvas.encodeSync('png')],
    ['jpg', canvas.encodeSync('jpeg')],
    ['webp', canvas.encodeSync('webp', 80)],
    ['webp', canvas.encodeSync('webp', 100)],
    ['webp', drawing(123, 45, true).encodeSync('webp', 80)],
    ['gif', canvas.encodeSync('gif')],
  ] as const) {
    expect(imageKind(bytes)).toBe(kind)
    expect(pixelSize(bytes, kind), kind).toEqual({ width: 123, height: 45 })
  }
})
