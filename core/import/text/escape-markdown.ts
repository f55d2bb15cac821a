/** Signs at the beginning of a line that Markdown would take for a heading, quote, list, rule or table. */
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|={2,}\s*$|-{2,}\s*$|~{3,}|\|)/
const NUMBERED = /^(\s*\d{1,9})([.)])(?=\s|$)/
/** Underscores inside words mean nothing in Markdown; at the edge of a word they would be emphasis. */
const EDGE_UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/**
 * Plain text of one line as Markdown that reads the same: every sign that Markdown would take for markup is escaped.
 *
 * @example escapeMarkdown('1. *New* <b>') // '1\\. \\*New\\* \\<b>'
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*[\]<]|&(?=#|[a-z]{2,8};)|~(?=~)/gi, (sign) => `\\${sign}`)
    .replace(EDGE_UNDERSCORE, '\\_')
    .replace(LINE_START, (_, space: string, sign: string) => `${space}\\${sign}`)
    .replace(NUMBERED, (_, number: string, sign: string) => `${number}\\${sign}`)
}
