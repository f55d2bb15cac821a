import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One letter on a page, in points from the lower left corner. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Font size as drawn. */
  readonly height: number
}

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** A page with more letters than this is no text page. */
const MOST_GLYPHS = 200_000

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function toMatrix(value: unknown): Matrix | null {
  const list: readonly unknown[] =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as Iterable<unknown>) : []
  const numbers = list.map(Number)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null
  return [a, b, c, d, e, f]
}

interface TextState {
  readonly size: number
  readonly letterSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

const FIRST_STATE: TextState = { size: 1, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 }

interface DrawnLetter {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

function isDrawnLetter(value: unknown): value is DrawnLetter {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'
}

/** Follows the drawing of a page and notes where each letter lands. */
class GlyphTracer {
  readonly glyphs: Glyph[] = []
  #page: Matrix = IDENTITY
  #text: Matrix = IDENTITY
  #line: Matrix = IDENTITY
  #state = FIRST_STATE
  readonly #saved: (readonly [Matrix, TextState])[] = []

  save(): void {
    this.#saved.push([this.#page, this.#state])
  }

  restore(): void {
    const saved = this.#saved.pop()
    if (saved !== undefined) [this.#page, this.#state] = saved
  }

  transform(matrix: Matrix | null): void {
    if (matrix !== null) this.#page = multiply(this.#page, matrix)
  }

  set(change: Partial<TextState>): void {
    this.#state = { ...this.#state, ...change }
  }

  startText(matrix: Matrix = IDENTITY): void {
    this.#text = matrix
    this.#line = matrix
  }

  moveLine(x: number, y: number): void {
    this.startText(multiply(this.#line, [1, 0, 0, 1, x, y]))
  }

  nextLine(): void {
    this.moveLine(0, this.#state.leading)
  }

  show(letters: unknown): void {
    if (!Array.isArray(letters)) return
    for (const letter of letters as readonly unknown[]) {
      if (typeof letter === 'number') this.#advance((-letter * this.#state.size) / 1_000)
      else if (isDrawnLetter(letter)) this.#showLetter(letter)
    }
  }

  #advance(distance: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, distance * this.#state.stretch, 0])
  }

  #showLetter(letter: DrawnLetter): void {
    const { size, letterSpace, wordSpace, stretch, rise } = this.#state
    const matrix = multiply(this.#page, this.#text)
    const upright = Math.abs(matrix[1]) < 0.2 * Math.abs(matrix[0])
    if (upright && letter.unicode !== '' && this.glyphs.length < MOST_GLYPHS) {
      this.glyphs.push({
        text: letter.unicode,
        x: matrix[4],
        y: matrix[5] + rise,
        width: (letter.width * Math.abs(size) * stretch * Math.hypot(matrix[0], matrix[1])) / 1_000,
        height: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
      })
    }
    this.#advance((letter.width * size) / 1_000 + letterSpace + (letter.isSpace ? wordSpace : 0))
  }
}

function follow(tracer: GlyphTracer, operator: number, argument: readonly unknown[]): void {
  switch (operator) {
    case OPS.save: {
      tracer.save()
      return
    }
    case OPS.restore:
    case OPS.paintFormXObjectEnd: {
      tracer.restore()
      return
    }
    case OPS.transform: {
      tracer.transform(toMatrix(argument))
      return
    }
    case OPS.paintFormXObjectBegin:
      tracer.save()
      {
        tracer.transform(toMatrix(argument[0]))
        return
      }
    case OPS.beginText: {
      tracer.startText()
      return
    }
    case OPS.setFont: {
      tracer.set({ size: Number(argument[1]) })
      return
    }
    case OPS.setCharSpacing: {
      tracer.set({ letterSpace: Number(argument[0]) })
      return
    }
    case OPS.setWordSpacing: {
      tracer.set({ wordSpace: Number(argument[0]) })
      return
    }
    case OPS.setHScale: {
      tracer.set({ stretch: Number(argument[0]) / 100 })
      return
    }
    case OPS.setLeading: {
      tracer.set({ leading: -Number(argument[0]) })
      return
    }
    case OPS.setTextRise: {
      tracer.set({ rise: Number(argument[0]) })
      return
    }
    case OPS.setTextMatrix: {
      tracer.startText(toMatrix(argument.length === 1 ? argument[0] : argument) ?? IDENTITY)
      return
    }
    case OPS.moveText: {
      tracer.moveLine(Number(argument[0]), Number(argument[1]))
      return
    }
    case OPS.setLeadingMoveText:
      tracer.set({ leading: Number(argument[1]) })
      {
        tracer.moveLine(Number(argument[0]), Number(argument[1]))
        return
      }
    case OPS.nextLine: {
      tracer.nextLine()
      return
    }
    case OPS.showText: {
      tracer.show(argument[0])
      return
    }
    default:
  }
}

/**
 * All upright letters of a page with their places. Taken from the drawing operators, because the ready-made text of every
 * PDF library tears Kazakh words apart where a writer took қ, ғ, ә from a second font.
 */
export async function glyphsOf(page: PDFPageProxy): Promise<readonly Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const tracer = new GlyphTracer()
  const operators: readonly number[] = fnArray
  const operands: readonly unknown[] = argsArray
  operators.forEach((operator, place) => {
    const argument = operands[place]
    follow(
      tracer,
      operator,
      Array.isArray(argument) || ArrayBuffer.isView(argument) ? Array.from(argument as Iterable<unknown>) : [],
    )
  })
  return tracer.glyphs.filter(({ height }) => height > 0.5)
}
