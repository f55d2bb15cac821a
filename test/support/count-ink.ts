import { createCanvas, loadImage } from '@napi-rs/canvas'

/** Pixels of a picture that are not white. */
export async function countInk(png: Uint8Array): Promise<number> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let ink = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) ink += 1
  return ink
}
