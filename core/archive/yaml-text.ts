/** A YAML value as the archive reads it: every scalar is text, nothing is guessed to be a number or a date. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** Text that YAML reads back unchanged without quotes, whatever reader is used. */
const PLAIN_PATTERN = /^[\p{L}/][\p{L}\p{N} _.,;!?'"()/+*=%&@«»“”„‘’№–—…:-]*$/u
/** Words that other YAML readers take for something else than text. */
const SPECIAL_WORDS = /^(?:null|true|false|yes|no|on|off|y|n)$/i
/** Characters that must not stand in a file for people: controls, separators, marks of text direction, lone halves. */
const UNPRINTABLE_PATTERN =
  /[\p{Cc}\p{Cs}\u0085\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu

function isPlain(text: string): boolean {
  if (!PLAIN_PATTERN.test(text) || SPECIAL_WORDS.test(text)) return false
  return !text.includes(': ') && !text.endsWith(':') && !text.endsWith(' ') && !text.includes(' #')
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  if (character === '\r') return '\\r'
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Text in double quotes: reads back exactly, on one line. */
export function quoteYaml(text: string): string {
  const escaped = text.replace(/[\\"]/g, (character) => `\\${character}`).replace(UNPRINTABLE_PATTERN, escapeCharacter)
  return `"${escaped}"`
}

/** Text of several lines can stand as it is where no line begins or ends with space and nothing is unprintable. */
function isBlockText(text: string): boolean {
  if (!text.includes('\n') || text.replaceAll('\n', '').search(UNPRINTABLE_PATTERN) >= 0) return false
  return text.split('\n').every((line) => line === '' || !/^\s|\s$/u.test(line)) && !/^\n|\n$/.test(text)
}

function writeText(text: string, indent: string): string {
  if (isBlockText(text)) {
    const lines = text.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))
    return `|-\n${lines.join('\n')}`
  }
  return isPlain(text) ? text : quoteYaml(text)
}

function isShortList(list: readonly YamlValue[]): list is readonly string[] {
  let length = 0
  for (const item of list) {
    if (typeof item !== 'string' || !/^[a-z0-9-]+$/.test(item)) return false
    length += item.length + 2
  }
  return length <= 80
}

/** The first key of a map, or the first item of a list, stands behind the dash, the others below it. */
function writeItem(value: YamlValue, indent: string): string {
  return typeof value === 'string' ? writeText(value, indent) : writeYaml(value, indent).trimStart()
}

/**
 * Writes what stands behind `key:`, beginning with a space or a line break and without a line break at the end. Blocks
 * are indented two spaces deeper than `indent`.
 *
 * @example `tags:${writeYaml({ topic: ['space'] }, '')}` // 'tags:\n  topic: [space]'
 */
export function writeYaml(value: YamlValue, indent: string): string {
  if (typeof value === 'string') return ` ${writeText(value, indent)}`
  if (Array.isArray(value)) {
    const list: readonly YamlValue[] = value
    if (isShortList(list)) return ` [${list.map((item) => writeText(item, '')).join(', ')}]`
    return list.map((item) => `\n${indent}  - ${writeItem(item, `${indent}  `)}`).join('')
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return ' {}'
  return entries.map(([key, item]) => `\n${indent}  ${writeKey(key)}:${writeYaml(item, `${indent}  `)}`).join('')
}

/** A key as YAML reads it back. */
export function writeKey(key: string): string {
  return isPlain(key) && !key.includes(':') ? key : quoteYaml(key)
}
