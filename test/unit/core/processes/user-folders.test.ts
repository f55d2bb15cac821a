import { describe, expect, it } from 'vitest'
import { systemLanguage } from '../../../../core/model/system-language.ts'
import { userFolders } from '../../../../core/processes/user-folders.ts'

describe('the folders of a user', () => {
  it('follow the rules of Linux', () => {
    expect(userFolders('linux', {}, '/home/a')).toEqual({
      configFolder: '/home/a/.config/press-archive',
      cacheFolder: '/home/a/.cache/press-archive',
      privateFolder: '/home/a/.local/state/press-archive',
      documentsFolder: '/home/a/Documents',
    })
    expect(userFolders('linux', { XDG_CACHE_HOME: '/fast', XDG_CONFIG_HOME: 'relative' }, '/home/a')).toMatchObject({
      cacheFolder: '/fast/press-archive',
      configFolder: '/home/a/.config/press-archive',
    })
  })

  it('are all different on every system', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const folders = Object.values(userFolders(platform, {}, '/home/a'))
      expect(new Set(folders).size, platform).toBe(4)
    }
  })

  it('lie together where PRESS_ARCHIVE_HOME says', () => {
    for (const folder of Object.values(userFolders('win32', { PRESS_ARCHIVE_HOME: '/stick' }, '/home/a'))) {
      expect(folder).toMatch(/^\/stick[\\/]/)
    }
  })
})

describe('the language of the system', () => {
  it.each([
    [['kk_KZ.UTF-8'], 'kk'],
    [['de-DE', 'ru-RU', 'kk-KZ'], 'ru'],
    [['de_DE.UTF-8'], 'en'],
    [[undefined, '', 'C', 'POSIX'], 'en'],
    [['rus', 'kkj'], 'en'],
  ] as const)('of %j is %s', (preferred, language) => {
    expect(systemLanguage(preferred)).toBe(language)
  })
})
