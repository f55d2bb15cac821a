import { describe, expect, it } from 'vitest'
import { isReservedName, nameKey, safeName } from '../../../../core/files/safe-name.ts'
import { checkRelativePath } from '../../../../core/files/safe-path.ts'
import { hostileNames } from '../../../support/hostile-names.ts'

describe('safeName', () => {
  it('makes a name that every system takes out of anything', () => {
    for (const text of hostileNames()) {
      const name = safeName(text)
      expect(checkRelativePath(name), JSON.stringify(text)).toBe(name)
      expect(name).not.toMatch(/[/\\<>:"|?*]|[. ]$|^[.~]/)
      expect(name.length).toBeLessThanOrEqual(81)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(161)
      expect(name).toBe(name.normalize('NFC'))
      expect(isReservedName(name)).toBe(false)
    }
  })

  it('keeps what is good already', () => {
    for (const name of ['report.docx', 'Қаулы №5 (көшірме).pdf', 'photo 1.jpeg', 'no extension'])
      expect(safeName(name)).toBe(name)
  })

  it('keeps the extension of a long name and never cuts a sign in two', () => {
    const name = safeName(`${'👩🏽‍🎓'.repeat(30)}.jpeg`)
    expect(name.endsWith('.jpeg')).toBe(true)
    expect(name.isWellFormed()).toBe(true)
    expect(name.replace('.jpeg', '').replaceAll('👩🏽‍🎓', '')).not.toMatch(/^\p{M}|\u200D/u)
  })

  it('sees two spellings of one name as the same', () => {
    expect(nameKey('И\u0306од.txt')).toBe(nameKey('йод.TXT'))
  })
})
