/**
 * What can be said of a file that is not as it should be. The archive says it in English, which also stands in caches and
 * logs; interfaces say it in the user's language by its code.
 */
export const FILE_FINDINGS = {
  'too-large': 'It is larger than 64 MB.',
  'only-zeros': 'It holds nothing but zeros.',
  'not-utf8': 'It is not text in UTF-8.',
  'no-id': 'Its front matter has no valid id.',
  'no-opening': 'The file does not begin with a line "---".',
  'no-closing': 'The front matter has no closing line "---".',
  'too-long': 'The front matter is longer than 64 kB.',
  'too-deep': 'The front matter is nested too deeply.',
  'refers-to-itself': 'The front matter refers to another place in itself.',
  'key-no-text': 'A key is not plain text.',
  'key-refused': 'The key "{{value}}" is refused.',
  'key-indented': 'A key does not stand at the beginning of its line.',
  'not-yaml': 'The front matter cannot be read: {{value}}',
  'no-keys': 'The front matter is no list of keys.',
  'no-date': '"{{value}}" is no date yyyy-MM-dd, yyyy-MM or yyyy.',
  'no-kind': '"{{value}}" is neither own nor coverage.',
  'no-language': '"{{value}}" is none of the languages.',
  'no-tag-id': '"{{value}}" is no tag id.',
  'tag-unknown': 'The tag "{{value}}" is not in the registry.',
  'named-by': 'The article {{value}} names it.',
  'checksum-differs': 'Its checksum is not the one in {{value}}.',
  'not-as-named': 'Its content does not match the checksum in its name.',
  'changed-unseen': 'Its content has changed though its size and time have not.',
  'act-unreadable': 'Its articles before and after the act cannot be read.',
  'no-article': 'It is no article.',
  'is-link': 'It is a link or a device, which the archive does not follow.',
  leftover: 'It is left over from a save that did not end.',
  'of-nobody': 'No article names it.',
  'same-id': 'The id {{value}} is in {{other}} files.',
  'cannot-be-had': 'Looking at {{value}}: failed ({{other}}).',
  'gives-nothing': 'Reading {{value}}: it has a length but gives no bytes.',
} as const
export type FileFindingCode = keyof typeof FILE_FINDINGS

/** A finding with what its sentence names. */
export interface FileFinding {
  readonly code: FileFindingCode
  readonly value: string
  readonly other: string
}

function patternOf(sentence: string): RegExp {
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace('{{value}}', '(?<value>[^]*)').replace('{{other}}', '(?<other>[^]*)')}$`)
}

// The keys of the table, which is declared just above.
const CODES = Object.keys(FILE_FINDINGS) as readonly FileFindingCode[]
const PATTERNS = CODES.map((code) => ({ code, pattern: patternOf(FILE_FINDINGS[code]) }))

/** The finding that an English sentence says, or null for one that is not in the table. */
export function findingOf(sentence: string): FileFinding | null {
  for (const { code, pattern } of PATTERNS) {
    const groups = pattern.exec(sentence)
    if (groups !== null) return { code, value: groups.groups?.['value'] ?? '', other: groups.groups?.['other'] ?? '' }
  }
  return null
}
