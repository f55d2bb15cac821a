/** Longest name that the program makes, in UTF-16 units and in bytes of UTF-8. */
const LONGEST_UNITS = 80
const LONGEST_BYTES = 160

const DEVICE_PATTERN = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i
const KEPT_BY_CLOUDS = new Set(['.lock', 'desktop.ini', '_vti_', '.', '..'])
/** Control, bidirectional and zero-width characters, and what Windows takes in no name. */
const FORBIDDEN_PATTERN = /[<>:"/\\|?*\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu

/** True for names that Windows or a sync client keeps for itself, with any extension. */
export function isReservedName(name: string): boolean {
  return DEVICE_PATTERN.test(name.trim()) || KEPT_BY_CLOUDS.has(name.toLowerCase())
}

/** Marks and joiners belong to the letter before them: a cut in front of one would leave half a sign. */
const CONTINUES_PATTERN = /^[\p{M}\u200D]/u

function cut(text: string, units: number, bytes: number): string {
  if (text.length <= units && Buffer.byteLength(text) <= bytes) return text
  const kept: string[] = []
  let [usedUnits, usedBytes, whole] = [0, 0, 0]
  for (const character of text) {
    if (!CONTINUES_PATTERN.test(character)) whole = kept.length
    usedUnits += character.length
    usedBytes += Buffer.byteLength(character)
    if (usedUnits > units || usedBytes > bytes) break
    kept.push(character)
  }
  return kept.slice(0, whole).join('')
}

function splitExtension(name: string): readonly [stem: string, extension: string] {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 ? name.slice(dot) : ''
  return extension.length <= 12 ? [name.slice(0, name.length - extension.length), extension] : [name, '']
}

/**
 * Makes a file name out of any text that Windows, macOS, Linux and sync clients all take: NFC, no forbidden characters,
 * no device names, at most 80 units and 160 bytes, the extension kept.
 *
 * @example safeName('a/b:c?.docx') // 'a_b_c_.docx'
 * @example safeName('NUL.txt') // '_NUL.txt'
 */
export function safeName(text: string, fallback = 'file'): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN_PATTERN, '_')
    .trim()
    .replace(/^~/, '_')
    .replace(/^\.+/, '')
  const [stem, extension] = splitExtension(clean)
  const short = cut(stem, LONGEST_UNITS - extension.length, LONGEST_BYTES - Buffer.byteLength(extension))
  const name = (short + extension).replace(/[. ]+$/, '')
  if (name === '') return fallback
  return isReservedName(name) || name.toLowerCase().endsWith('.lock') ? `_${name.replace(/\.lock$/i, '_lock')}` : name
}

/** Form in which two names are the same file on Windows or macOS. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
