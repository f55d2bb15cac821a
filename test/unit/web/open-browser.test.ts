import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { hasDisplay, openBrowser, openerOf } from '../../../web/open-browser.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

const LINK = 'http://127.0.0.1:1234/#code=abc'

describe('opening the browser', () => {
  it('does not try without a display, and leaves no file behind', async () => {
    const privateFolder = await makeTempDir()
    const { opened } = await openBrowser({ link: LINK, privateFolder, platform: 'linux', environment: {} })
    expect(opened).toBe(false)
    expect(await readdir(privateFolder)).toEqual([])
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })

  it.each(['linux', 'darwin', 'win32'] as const)(
    'never puts the code into the arguments of a program on %s',
    (platform) => {
      expect(openerOf(platform, '/private/start-1.html').join(' ')).not.toContain('code')
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'hands over a file that only this user can read and that carries the link',
    async () => {
      const folder = await makeTempDir()
      const privateFolder = join(folder, 'private')
      const seen = join(folder, 'seen')
      await mkdir(join(folder, 'bin'))
      await writeFile(join(folder, 'bin', 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > "${seen}"\n`)
      await chmod(join(folder, 'bin', 'xdg-open'), 0o755)
      vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`)
      const environment = { DISPLAY: ':0' }
      const { opened, discard } = await openBrowser({ link: LINK, privateFolder, platform: 'linux', environment })
      vi.unstubAllEnvs()
      expect(opened).toBe(true)
      const file = await vi.waitFor(async () => {
        const text = await readFile(seen, 'utf8')
        expect(text).not.toBe('')
        return text
      })
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(await readFile(file, 'utf8')).toContain(LINK)
      await discard()
      expect(await readdir(privateFolder)).toEqual([])
    },
  )

  it('says so where no program opens pages', async () => {
    const privateFolder = await makeTempDir()
    vi.stubEnv('PATH', '/nowhere')
    const environment = { DISPLAY: ':0' }
    const { opened } = await openBrowser({ link: LINK, privateFolder, platform: 'linux', environment })
    vi.unstubAllEnvs()
    expect(opened).toBe(false)
    expect(await readdir(privateFolder)).toEqual([])
  })
})
