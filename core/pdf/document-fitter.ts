import { readFile } from 'node:fs/promises'
import { coveredCodePoints } from './font-coverage.ts'
import { fontPaths } from './fonts.ts'
import { createTextFitter, type TextFitter } from './printable-text.ts'

const isPrivateUse = /\p{Co}/u

/**
 * Reads which characters our fonts can draw, once, and makes a fitter for each document. A character counts as drawn
 * where the upright and the italic faces have it, be it the serif or the sans one, which stands in for the other.
 */
export function createFitterSource(): () => Promise<TextFitter> {
  let loading: Promise<(codePoint: number) => boolean> | undefined
  return async () => {
    loading ??= loadCoverage()
    return createTextFitter(await loading)
  }
}

async function loadCoverage(): Promise<(codePoint: number) => boolean> {
  const paths = fontPaths()
  const italic = await coverageOf(paths.filter((path) => path.endsWith('400Regular_Italic.ttf')))
  const upright = await coverageOf(paths.filter((path) => path.endsWith('400Regular.ttf')))
  return (codePoint) =>
    upright.has(codePoint) && italic.has(codePoint) && !isPrivateUse.test(String.fromCodePoint(codePoint))
}

async function coverageOf(paths: readonly string[]): Promise<ReadonlySet<number>> {
  let covered: ReadonlySet<number> = new Set()
  for (const path of paths) covered = covered.union(coveredCodePoints(await readFile(path)))
  return covered
}
