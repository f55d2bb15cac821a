/** Names of paragraph styles in small letters, as Word in three languages, LibreOffice and Pages call them. */
const HEADING_NAME = /^(?:heading|заголовок|тақырып)(?: ([1-6]))?$/
const TITLE_NAMES = new Set(['title', 'название', 'заголовок', 'тақырып', 'heading'])
const QUOTE_NAMES = new Set([
  'quote',
  'intense quote',
  'block text',
  'quotations',
  'цитата',
  'цитата 2',
  'выделенная цитата',
  'дәйексөз',
])

/** The one name under which a paragraph of this style is mapped below. */
function commonStyle(name: string): string {
  const lower = name.toLowerCase()
  if (TITLE_NAMES.has(lower)) return 'title'
  const level = HEADING_NAME.exec(lower)?.[1]
  if (level !== undefined) return `heading ${level}`
  return QUOTE_NAMES.has(lower) ? 'quote' : name
}

interface WordElement {
  readonly type?: unknown
  readonly styleName?: unknown
  readonly styleId?: unknown
  readonly children?: readonly WordElement[]
}

/** Gives the paragraphs of a document, as the library has read it, the few style names that the map knows. */
export function withCommonStyles(element: WordElement): WordElement {
  const children = element.children?.map(withCommonStyles)
  const whole = children === undefined ? element : { ...element, children }
  if (element.type !== 'paragraph') return whole
  const { styleName, styleId } = element
  // A document without its table of styles still names them by their ids.
  const name = typeof styleName === 'string' ? styleName : typeof styleId === 'string' ? spaced(styleId) : null
  return name === null ? whole : { ...whole, styleName: commonStyle(name) }
}

/** `Heading1` as `Heading 1`. */
function spaced(styleId: string): string {
  return styleId.replace(/(\p{L})(\d)$/u, '$1 $2')
}

function listWay(kind: 'ul' | 'ol', level: number): string {
  return `${'ul|ol > li > '.repeat(level - 1)}${kind} > li:fresh`
}

/** What becomes of each style in HTML. The library reads these lines anew for every document, which takes longer than a short text: so they are few. */
export const DOCX_STYLE_MAP: readonly string[] = [
  "p[style-name='title'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='heading ${level}'] => h${level}:fresh`),
  "p[style-name='quote'] => blockquote > p:fresh",
  "r[style-name='Strong'] => strong",
  ...[1, 2, 3, 4, 5].flatMap((level) => [
    `p:unordered-list(${level}) => ${listWay('ul', level)}`,
    `p:ordered-list(${level}) => ${listWay('ol', level)}`,
  ]),
]
