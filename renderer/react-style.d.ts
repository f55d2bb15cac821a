import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Colour of a tag or lane; style sheets mix it for the theme. */
    '--tag'?: string
    /** How dark a cell of a table of counts is, in per cent. */
    '--heat'?: string
  }
}
