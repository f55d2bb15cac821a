import { AppError } from '../../contract/app-error.ts'

/** Deeper markup is a mistake or an attack; browsers stop at 512. */
const DEEPEST = 256
const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/gi
/** Elements that have no end, or that the next one of their kind ends. */
const FLAT = new Set(
  'area base br col embed hr img input link meta source track wbr param p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt'.split(
    ' ',
  ),
)

/**
 * Counts open tags before a tree is built.
 *
 * @throws AppError `too-large` where elements lie too deep in each other
 */
export function checkNesting(markup: string): void {
  let depth = 0
  for (const [, closing, name, selfClosing] of markup.matchAll(TAG)) {
    if (selfClosing === '/' || name === undefined || FLAT.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1))
    if (depth > DEEPEST) {
      throw new AppError('too-large', `The page has elements more than ${DEEPEST} deep in each other.`)
    }
  }
}
