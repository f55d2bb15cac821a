import { SCENE_FONT, type Box, type Scene, type Shape } from './scene.ts'

/** Writes a drawing as a file of its own: no scripts, no links, text as text. All boxes of one colour are one path. */
export function sceneSvg({ width, height, title, shapes }: Scene): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escape(SCENE_FONT)}">`,
    `<title>${escape(title)}</title>`,
    ...shapes.map(shapeSvg),
    '</svg>',
    '',
  ].join('\n')
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'bars':
      return `<path fill="${shape.fill}" d="${shape.boxes.map(boxPath).join('')}"/>`
    case 'text': {
      const { x, y, size, bold, fill, anchor, text } = shape
      const weight = bold ? ' font-weight="600"' : ''
      return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escape(text)}</text>`
    }
  }
}

function boxPath({ x, y, width, height }: Box): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Characters that XML does not allow cannot be written in any way and are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
