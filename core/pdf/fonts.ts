import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { isBundled } from '../processes/entry-url.ts'
import { resourcePath } from '../processes/resource-path.ts'

/** A font file of a package, and the name that it bears inside a PDF. */
interface FontFile {
  readonly package: '@expo-google-fonts/source-serif-4' | '@expo-google-fonts/inter'
  readonly file: string
  readonly postScriptName: string
}

function serif(style: string, name: string): FontFile {
  const file = `${style}/SourceSerif4_${style}.ttf`
  return { package: '@expo-google-fonts/source-serif-4', file, postScriptName: `SourceSerif4-${name}` }
}

function sans(style: string, name: string): FontFile {
  return { package: '@expo-google-fonts/inter', file: `${style}/Inter_${style}.ttf`, postScriptName: `Inter-${name}` }
}

const FONT_FILES: readonly FontFile[] = [
  serif('400Regular', 'Regular'),
  serif('400Regular_Italic', 'Italic'),
  serif('600SemiBold', 'SemiBold'),
  serif('600SemiBold_Italic', 'SemiBoldItalic'),
  sans('400Regular', 'Regular'),
  sans('400Regular_Italic', 'Italic'),
  sans('500Medium', 'Medium'),
  sans('600SemiBold', 'SemiBold'),
]

/** Names of all fonts that may stand in a PDF of this program. */
export const FONT_NAMES: ReadonlySet<string> = new Set(FONT_FILES.map((font) => font.postScriptName))

/** Where the font files lie: in their packages, or side by side in `dist/resources/fonts` of the built program. */
export function fontPaths(): readonly string[] {
  if (isBundled()) return FONT_FILES.map((font) => join(resourcePath('fonts'), basename(font.file)))
  const require = createRequire(import.meta.url)
  return FONT_FILES.map((font) => join(dirname(require.resolve(`${font.package}/package.json`)), font.file))
}

/**
 * Reads all fonts.
 *
 * @throws AppError `pdf-failed` that names a file that is missing: another font would be set in its place.
 */
export async function readFonts(paths: readonly string[] = fontPaths()): Promise<readonly Uint8Array[]> {
  for (const path of paths) {
    try {
      await access(path)
    } catch (error) {
      throw new AppError(
        'pdf-failed',
        `The font ${basename(path)} is missing.`,
        { font: basename(path) },
        { cause: error },
      )
    }
  }
  return Promise.all(paths.map((path) => readFile(path)))
}
