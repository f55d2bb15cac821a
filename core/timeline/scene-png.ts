import { AppError } from '../contract/app-error.ts'
import { fontPaths } from '../pdf/fonts.ts'
import { SCENE_FONT, type Scene, type Shape } from './scene.ts'

/** Pixels for each unit of the drawing, on a screen of high density. */
const SCALE = 2
/** Taller or larger pictures are more than many programs can open. */
const MOST_HEIGHT = 30_000
const MOST_PIXELS = 150_000_000
const LEAST_SCALE = 0.5

/**
 * Paints a drawing as PNG.
 *
 * @throws AppError `too-large` where it would have to be made too small to read
 */
export async function scenePng(scene: Scene): Promise<Uint8Array> {
  const { width, height, shapes } = scene
  const scale = Math.min(SCALE, MOST_HEIGHT / height, Math.sqrt(MOST_PIXELS / (width * height)))
  if (scale < LEAST_SCALE) {
    throw new AppError('too-large', 'The timeline has too many lanes for one picture; save it as PDF or SVG instead.', {
      height,
    })
  }
  // Loaded when first needed: the library is large.
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  if (!GlobalFonts.has('Inter')) for (const path of fontPaths()) GlobalFonts.registerFromPath(path)
  const canvas = createCanvas(Math.ceil(width * scale), Math.ceil(height * scale))
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  for (const shape of shapes) paint(context, shape)
  return canvas.encode('png')
}

/** What is used of a canvas: the core has no types of browsers. */
interface Painter {
  fillStyle: unknown
  font: string
  textAlign: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
}

function paint(painter: Painter, shape: Shape): void {
  painter.fillStyle = shape.fill
  switch (shape.kind) {
    case 'bars':
      for (const { x, y, width, height } of shape.boxes) painter.fillRect(x, y, width, height)
      return
    case 'text':
      painter.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${SCENE_FONT}`
      painter.textAlign = shape.anchor
      painter.fillText(shape.text, shape.x, shape.y)
  }
}
