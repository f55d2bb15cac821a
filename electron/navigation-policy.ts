/** The program's own page, whose address never changes except behind the `#`. */
export const START_ADDRESS = 'press://app/index.html'

/** True for an address that the window may show: the program's own page and nothing else. */
export function isOwnPage(address: string): boolean {
  const url = parse(address)
  return (
    url !== null &&
    url.protocol === 'press:' &&
    url.host === 'app' &&
    url.pathname === '/index.html' &&
    url.search === ''
  )
}

/** True for an address that the window may load anything from; all else is cancelled before it reaches the network. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === 'blob:') return address.startsWith('blob:press://app/')
  return url.protocol === 'data:' || (url.protocol === 'press:' && (url.host === 'app' || url.host === 'file'))
}

/** Developer tools load their own files; only in a program that is not packaged. */
export function isToolsAddress(address: string): boolean {
  return parse(address)?.protocol === 'devtools:'
}

/** A link that may be opened outside the program, after the user agreed. */
export interface OutsideLink {
  /** The address as it will be opened. */
  readonly address: string
  /** What the user is asked about: the whole host, or the mail address. */
  readonly target: string
}

/** Checks a link for opening outside: http, https and mailto, no user name or password in it; null for all others. */
export function checkOutsideLink(text: string): OutsideLink | null {
  const url = text.length > 8_000 || /[\u0000-\u0020\u007f]/.test(text) ? null : parse(text)
  if (url === null) return null
  if (url.protocol === 'mailto:') {
    const target = url.pathname
    return target === '' ? null : { address: url.href, target }
  }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || url.host === '' || url.username !== '' || url.password !== '') return null
  return { address: url.href, target: url.host }
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
