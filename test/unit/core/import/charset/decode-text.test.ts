import { describe, expect, it } from 'vitest'
import { charsetOfName, CHARSETS, type Charset } from '../../../../../core/import/charset/charset.ts'
import { UPPER_HALVES } from '../../../../../core/import/charset/code-pages.ts'
import { CODE_PAGES, type CodePage } from '../../../../../core/model/charset.ts'
import { decodeText, normaliseText } from '../../../../../core/import/charset/decode-text.ts'

const RUSSIAN =
  'Ректор университета принял делегацию музея и передал библиотеке собрание старых газет. Встреча прошла в главном корпусе, её участники договорились о совместной выставке.'
const KAZAKH =
  'Университет ректоры мұражай өкілдерін қабылдап, кітапханаға көне газеттер жинағын табыс етті. Кездесу бас ғимаратта өтіп, қатысушылар бірлескен көрме туралы келісті.'

function encode(text: string, page: CodePage): Uint8Array {
  return Uint8Array.from(Array.from(text), (letter) => {
    const place = UPPER_HALVES[page].indexOf(letter)
    return letter < '\x80' ? letter.charCodeAt(0) : place + 128
  })
}

const RUSSIAN_PAGES: readonly CodePage[] = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic']

describe('decodeText', () => {
  it.each(RUSSIAN_PAGES)('finds Russian in %s', (page) => {
    expect(decodeText(encode(RUSSIAN, page)).text).toBe(RUSSIAN)
  })

  it.each(RUSSIAN_PAGES)('finds a short Russian text in %s', (page) => {
    const short = 'Встреча прошла в главном корпусе университета.'
    expect(decodeText(encode(short, page)).text).toBe(short)
  })

  it.each(['kz-1048', 'pt154'] as const)('finds Kazakh in %s, which no decoder of the platform knows', (page) => {
    expect(decodeText(encode(KAZAKH, page)).text).toBe(KAZAKH)
  })

  it('reads UTF-8 and UTF-16 with and without a mark', () => {
    const utf16 = new Uint8Array(Buffer.from(KAZAKH, 'utf16le'))
    const swapped = new Uint8Array(Buffer.from(KAZAKH, 'utf16le').swap16())
    for (const bytes of [new TextEncoder().encode(KAZAKH), utf16, swapped]) expect(decodeText(bytes).text).toBe(KAZAKH)
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16])).text).toBe(KAZAKH)
    expect(decodeText(Uint8Array.from([0xfe, 0xff, ...swapped])).text).toBe(KAZAKH)
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(RUSSIAN)])).text).toBe(RUSSIAN)
  })

  it('lets the user’s choice beat the guess, and a declaration beat the score', () => {
    const bytes = encode(RUSSIAN, 'koi8-r')
    expect(decodeText(bytes, { chosen: 'windows-1251' }).text).not.toBe(RUSSIAN)
    expect(decodeText(encode('Ол', 'kz-1048'), { declared: 'kz-1048' }).text).toBe('Ол')
  })

  it('reads western letters as windows-1252', () => {
    const text =
      'The café of the faculty opened in the old building on Monday, and it is very popular with the students of all years.'
    expect(decodeText(encode(text, 'windows-1252'))).toMatchObject({ text, charset: 'windows-1252' })
  })
})

describe('code pages', () => {
  it.each(CODE_PAGES)('%s has 128 letters in its upper half', (page) => {
    expect(Array.from(UPPER_HALVES[page])).toHaveLength(128)
  })

  it.each(['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'windows-1252'] as const)(
    '%s agrees with the platform',
    (page) => {
      const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128)
      expect(UPPER_HALVES[page]).toBe(new TextDecoder(page).decode(bytes))
    },
  )

  it('knows character sets by the names that mails and pages use', () => {
    const names: readonly (readonly [string, Charset])[] = [
      ['CP1251', 'windows-1251'],
      ['"utf8"', 'utf-8'],
      ['STRK1048-2002', 'kz-1048'],
      ['cp866', 'ibm866'],
    ]
    for (const [name, charset] of names) expect(charsetOfName(name)).toBe(charset)
    for (const charset of CHARSETS) expect(charsetOfName(charset)).toBe(charset)
    expect(charsetOfName('constructor')).toBeNull()
  })
})

describe('normaliseText', () => {
  it('composes letters, unites line ends and drops what cannot be seen', () => {
    expect(normaliseText('\ufeffуни\u00adверси\u0306тет\r\nа\rб\u2028в\u0000')).toBe('универсйтет\nа\nб\nв')
  })
})
