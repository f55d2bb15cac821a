/** Code pages of one byte a letter that press texts of Kazakhstan come in. */
export const CODE_PAGES = [
  'windows-1251',
  'windows-1252',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'kz-1048',
  'pt154',
] as const
export type CodePage = (typeof CODE_PAGES)[number]

/** Every character set that a text file may be read in. */
export const CHARSETS = ['utf-8', 'utf-16le', 'utf-16be', ...CODE_PAGES] as const
export type Charset = (typeof CHARSETS)[number]
