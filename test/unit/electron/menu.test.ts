import { describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '../../../core/model/language.ts'
import { createTranslator } from '../../../core/translate/create-translator.ts'
import { menuTemplate } from '../../../electron/menu.ts'
import { readStartOptions } from '../../../electron/start-options.ts'

const ACTIONS = {
  newArchive: vi.fn(),
  openArchive: vi.fn(),
  openRecent: vi.fn(),
  showFolder: vi.fn(),
  closeArchive: vi.fn(),
  about: vi.fn(),
}

function labelsOf(template: readonly object[]): readonly string[] {
  return template.flatMap((item) => [
    ...('label' in item ? [String(item.label)] : []),
    ...('submenu' in item && Array.isArray(item.submenu) ? labelsOf(item.submenu as object[]) : []),
  ])
}

describe('the menu bar', () => {
  it.each(LANGUAGES)('has every label in %s', (language) => {
    const status = { archive: {}, recent: [{ name: 'Мұрағат', path: '/a' }] }
    const labels = labelsOf(menuTemplate({ translate: createTranslator(language), platform: 'linux', status }, ACTIONS))
    expect(labels.length).toBeGreaterThan(20)
    for (const label of labels) expect(label).not.toMatch(/^menu\.|^$|\{\{/)
    expect(labels).toContain(createTranslator(language)('menu.newArchive'))
  })

  it('switches off what needs an open archive', () => {
    const status = { archive: null, recent: [] }
    const template = menuTemplate({ translate: createTranslator('en'), platform: 'win32', status }, ACTIONS)
    const items = template.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : []))
    const isEnabled = (label: string): boolean | undefined => items.find((item) => item.label === label)?.enabled
    expect(isEnabled('Close archive')).toBe(false)
    expect(isEnabled('Show the archive folder')).toBe(false)
    expect(isEnabled('Open recent')).toBe(false)
  })
})

describe('start options of the desktop program', () => {
  it('finds its own among those of Chromium and the system', () => {
    expect(readStartOptions(['.', '--archive', '/tmp/a', '--ozone-platform=x11'])).toEqual({
      archive: '/tmp/a',
      firstRun: false,
    })
    expect(readStartOptions(['--first-run', '-psn_0_1'])).toEqual({ archive: null, firstRun: true })
    expect(readStartOptions(['--archive'])).toEqual({ archive: null, firstRun: false })
  })
})
