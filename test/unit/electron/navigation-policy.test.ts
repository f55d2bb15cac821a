import { describe, expect, it } from 'vitest'
import {
  checkOutsideLink,
  isOwnAddress,
  isOwnPage,
  isToolsAddress,
  START_ADDRESS,
} from '../../../electron/navigation-policy.ts'
import { isPermissionGranted } from '../../../electron/permission-policy.ts'

const FOREIGN = [
  'https://example.org/',
  'http://press/app/index.html',
  'file:///etc/passwd',
  'file://press/app/index.html',
  'press://app.evil/index.html',
  'press://evil/index.html',
  'press:app/index.html',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.org/1',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:press://app/index.html',
  'ftp://example.org/',
  'ws://127.0.0.1:80/',
  '\\\\server\\share',
  'not an address',
  '',
]

describe('where a window may go', () => {
  it('may only show the one page of the program, whatever stands behind the hash', () => {
    expect(isOwnPage(START_ADDRESS)).toBe(true)
    expect(isOwnPage(`${START_ADDRESS}#/library?from=2025-01-01`)).toBe(true)
    for (const address of [
      ...FOREIGN,
      `${START_ADDRESS}?x=1`,
      'press://app/',
      'press://app/assets/main.js',
      'press://file/documents/1',
    ]) {
      expect(isOwnPage(address), address).toBe(false)
    }
  })

  it('loads from its own scheme, from data and its own blobs, and from nowhere else', () => {
    for (const address of [
      START_ADDRESS,
      'press://app/assets/a.js',
      'press://file/documents/1',
      'data:image/png;base64,AA',
      'blob:press://app/1-2',
    ]) {
      expect(isOwnAddress(address), address).toBe(true)
    }
    for (const address of FOREIGN.filter((candidate) => !candidate.startsWith('data:'))) {
      expect(isOwnAddress(address), address).toBe(false)
    }
    expect(isToolsAddress('devtools://devtools/x')).toBe(true)
    expect(isToolsAddress('https://devtools/')).toBe(false)
  })
})

describe('links to the outside', () => {
  it.each([
    ['https://example.org/path?q=1#part', 'example.org'],
    ['http://example.org:8080/', 'example.org:8080'],
    ['mailto:press@example.org', 'press@example.org'],
    ['HTTPS://EXAMPLE.ORG', 'example.org'],
    ['https://қазақстан.example/', 'xn--80aaag1c8ajl.example'],
  ])('offers %s with its whole host', (link, target) => {
    const checked = checkOutsideLink(link)
    expect(checked?.address).toMatch(/^(https?|mailto):/)
    if (!target.startsWith('xn--')) expect(checked?.target).toBe(target)
    else expect(checked?.target).toMatch(/^xn--[\w-]+\.example$/)
  })

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' https://example.org',
    'https://example.org/\n',
    'file:///C:/Windows/System32/calc.exe',
    'smb://server/share',
    'search-ms:query=x',
    'ms-officecmd:x',
    'ms-msdt:/id',
    'tel:+77172000000',
    'data:text/html,x',
    'blob:https://example.org/1',
    'vbscript:x',
    'press://app/index.html',
    'https://user:password@example.org/',
    'https://example.org@evil.example/',
    'https://',
    'mailto:',
    '//example.org/',
    'example.org',
    '',
    `https://example.org/${'a'.repeat(9_000)}`,
  ])('never offers %j', (link) => {
    expect(checkOutsideLink(link)).toBeNull()
  })
})

describe('permissions', () => {
  it('lets only the own page write to the clipboard, and nobody anything else', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', 'press://app')).toBe(true)
    expect(isPermissionGranted('clipboard-sanitized-write', 'press://app/')).toBe(true)
    expect(isPermissionGranted('clipboard-sanitized-write', 'https://example.org')).toBe(false)
    expect(isPermissionGranted('clipboard-sanitized-write', 'press://app.evil')).toBe(false)
    for (const permission of [
      'clipboard-read',
      'display-capture',
      'fullscreen',
      'geolocation',
      'hid',
      'idle-detection',
      'media',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'pointerLock',
      'serial',
      'storage-access',
      'usb',
      'window-management',
      'unknown',
      'fileSystem',
      'keyboardLock',
      'speaker-selection',
      'top-level-storage-access',
      'deprecated-sync-clipboard-read',
      '',
    ]) {
      expect(isPermissionGranted(permission, 'press://app'), permission).toBe(false)
    }
  })
})
