/** A drawing as data: what every format of a picture is written from. Lengths are in pixels, colours `#rrggbb`. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly shapes: readonly Shape[]
}

export type Shape =
  | {
      readonly kind: 'bars'
      readonly fill: string
      readonly boxes: readonly Box[]
    }
  | {
      readonly kind: 'text'
      readonly x: number
      /** Of the base line. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly fill: string
      readonly anchor: 'start' | 'end'
    }

/** A rectangle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Families of the texts, first the program's own. */
export const SCENE_FONT = "Inter, 'Segoe UI', 'Noto Sans', Arial, sans-serif"
