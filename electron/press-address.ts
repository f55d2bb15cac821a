import { isArticleId } from '../core/model/article-id.ts'

/** What an address of the program's own scheme asks for. */
export type PressTarget =
  | { readonly kind: 'interface'; readonly path: string }
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'attachment'; readonly article: string; readonly name: string }

const PART_PATTERN = /^[^/\\\0]{1,1000}$/

/**
 * Reads a `press:` address: `press://app/<built file>`, `press://file/documents/<id>` and
 * `press://file/attachments/<article>/<name>`; null for everything else. Ids, never paths: whatever stands in a part
 * is looked up, not opened.
 */
export function readPressAddress(address: string): PressTarget | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'press:' || url.username !== '' || url.password !== '' || url.port !== '') return null
  if (url.host === 'app') return { kind: 'interface', path: url.pathname }
  if (url.host !== 'file') return null
  const [, area, first, second, ...more] = decodeParts(url.pathname) ?? []
  if (first === undefined || more.length > 0) return null
  if (area === 'documents' && second === undefined && /^[\w-]{1,64}$/.test(first))
    return { kind: 'document', document: first }
  if (area === 'attachments' && isArticleId(first) && second !== undefined && isPlainName(second)) {
    return { kind: 'attachment', article: first, name: second }
  }
  return null
}

function isPlainName(name: string): boolean {
  return PART_PATTERN.test(name) && name !== '.' && name !== '..'
}

function decodeParts(path: string): readonly string[] | null {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}
