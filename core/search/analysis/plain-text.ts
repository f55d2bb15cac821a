const BLOCK_MARKS = /^[ \t]*(?:(?:>[ \t]?)+|#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)+/gm
const RULES = /^[ \t]*(?:(?:[-*_][ \t]*){3,}|=+|`{3,}.*|~{3,}.*)$/gm
const TABLE_RULES = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*$/gm
const DEFINITIONS = /^[ \t]{0,3}\[[^\]\n]+\]:[ \t]+\S+.*$/gm
const IMAGES_AND_LINKS = /!?\[([^[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/g
const AUTOLINKS = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/g
const TAGS = /<\/?[a-zA-Z][^<>]*>|<!--[\s\S]*?-->/g
const EMPHASIS = /\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu
const ENTITIES = /&(?:amp|lt|gt|quot|nbsp|laquo|raquo|mdash|ndash|shy|#\d{1,6});/g
const ENTITY_TEXT: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&laquo;': '«',
  '&raquo;': '»',
  '&mdash;': '—',
  '&ndash;': '–',
  '&shy;': '\u00ad',
}
const ESCAPES = /\\([!-/:-@[-`{-~])/g
/** Escaped punctuation waits in the private use area while the marks around it are taken away. */
const ESCAPE_BASE = 0xe000
const HELD = /[\ue021-\ue07e]/g

/**
 * The text of a Markdown document as a reader sees it, for search and snippets: no marks, addresses or tags; lines stay lines. A
 * quick reader by patterns, not a parser: odd input gives odd text, but never an error and never less words.
 */
export function plainText(markdown: string): string {
  let text = markdown
  const escaped = text.includes('\\')
  if (escaped) text = text.replace(ESCAPES, (_, mark: string) => String.fromCharCode(ESCAPE_BASE + mark.charCodeAt(0)))
  text = text.replace(RULES, '').replace(BLOCK_MARKS, '')
  if (text.includes('|')) text = text.replace(TABLE_RULES, '').replaceAll('|', ' ')
  if (text.includes('[')) text = withoutLinks(text)
  if (text.includes('<')) text = text.replace(AUTOLINKS, '$1').replace(TAGS, ' ')
  if (/[*_~`]/.test(text)) text = text.replace(EMPHASIS, '')
  if (text.includes('&')) text = text.replace(ENTITIES, decodeEntity)
  if (escaped) text = text.replace(HELD, (held) => String.fromCharCode(held.charCodeAt(0) - ESCAPE_BASE))
  return text.trim()
}

function withoutLinks(text: string): string {
  const linked = text.replace(DEFINITIONS, '').replace(IMAGES_AND_LINKS, '$1')
  // A second time for a picture inside a link: [![text](picture)](address).
  return linked.includes('](') ? linked.replace(IMAGES_AND_LINKS, '$1') : linked
}

function decodeEntity(entity: string): string {
  const named = ENTITY_TEXT[entity]
  if (named !== undefined) return named
  const code = Number(entity.slice(2, -1))
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
}
