import { describe, expect, it } from 'vitest'
import { judgeRequest } from '../../../web/guard.ts'

const PORT = 43_210
const OWN = `127.0.0.1:${PORT}`
const ORIGIN = `http://${OWN}`

function judge(method: string, target: string, headers: readonly (readonly [string, string])[]): number | 'allowed' {
  const verdict = judgeRequest({ method, target, rawHeaders: headers.flat() }, PORT)
  return verdict.allowed ? 'allowed' : verdict.status
}

const WRONG_HOSTS = [
  '',
  ' ',
  'localhost',
  `localhost:${PORT}`,
  `LOCALHOST:${PORT}`,
  '127.0.0.1',
  '127.0.0.1:',
  '127.0.0.1:80',
  '127.0.0.1:443',
  `127.0.0.1:${PORT + 1}`,
  `127.0.0.1:0${PORT}`,
  `127.0.0.1:${PORT} `,
  ` 127.0.0.1:${PORT}`,
  `127.0.0.1:+${PORT}`,
  `127.0.0.2:${PORT}`,
  `127.1:${PORT}`,
  `127.0.1:${PORT}`,
  `0:${PORT}`,
  `0.0.0.0:${PORT}`,
  `2130706433:${PORT}`,
  `0x7f000001:${PORT}`,
  `0177.0.0.1:${PORT}`,
  `0x7f.0.0.1:${PORT}`,
  `127.0.0.01:${PORT}`,
  `127.000.000.001:${PORT}`,
  `[::1]:${PORT}`,
  `::1:${PORT}`,
  `[::ffff:127.0.0.1]:${PORT}`,
  `[::ffff:7f00:1]:${PORT}`,
  `[0:0:0:0:0:0:0:1]:${PORT}`,
  'evil.example',
  `evil.example:${PORT}`,
  `127.0.0.1.evil.example:${PORT}`,
  `evil.example#127.0.0.1:${PORT}`,
  `127.0.0.1:${PORT}.evil.example`,
  `127.0.0.1:${PORT}@evil.example`,
  `evil.example@127.0.0.1:${PORT}`,
  `user:pass@127.0.0.1:${PORT}`,
  `127.0.0.1.nip.io:${PORT}`,
  `127-0-0-1.example:${PORT}`,
  `localtest.me:${PORT}`,
  `press.localhost:${PORT}`,
  `foo.127.0.0.1:${PORT}`,
  `127.0.0.1.:${PORT}`,
  `http://127.0.0.1:${PORT}`,
  `//127.0.0.1:${PORT}`,
  `127.0.0.1:${PORT}/`,
  `127.0.0.1:${PORT}?`,
  `127.0.0.1:${PORT},evil.example`,
  `127.0.0.1:${PORT}, 127.0.0.1:${PORT}`,
  `127.0.0.1:${PORT};`,
  `127.0.0.1:${PORT}\t`,
  `127.0.0.1:${PORT}%00`,
  `１２７.0.0.1:${PORT}`,
  `127。0。0。1:${PORT}`,
  `127.0.0.1：${PORT}`,
  `null`,
  `undefined`,
  `127.0.0.1:NaN`,
  `*`,
  `169.254.169.254`,
]

const WRONG_ORIGINS = [
  'null',
  '',
  '*',
  'http://evil.example',
  `http://evil.example:${PORT}`,
  `https://${OWN}`,
  'http://127.0.0.1',
  `http://127.0.0.1:${PORT + 1}`,
  `http://127.0.0.1:${PORT}/`,
  `http://127.0.0.1:${PORT} `,
  `HTTP://127.0.0.1:${PORT}`,
  `http://localhost:${PORT}`,
  `http://[::1]:${PORT}`,
  `http://127.0.0.1:${PORT}.evil.example`,
  `http://127.0.0.1.evil.example:${PORT}`,
  `http://evil.example#${OWN}`,
  `http://evil.example?${OWN}`,
  `http://${OWN}@evil.example`,
  `http://user@${OWN}`,
  `http://127.1:${PORT}`,
  `http://2130706433:${PORT}`,
  `http://0.0.0.0:${PORT}`,
  `http://127.0.0.1.:${PORT}`,
  `ftp://${OWN}`,
  `file://`,
  'file:///tmp/start.html',
  `ws://${OWN}`,
  `blob:http://${OWN}`,
  `data:`,
  'about:blank',
  'chrome-extension://abcdefghijklmnop',
  'moz-extension://1234',
  `${ORIGIN}, http://evil.example`,
  `http://evil.example, ${ORIGIN}`,
  `${ORIGIN} http://evil.example`,
  OWN,
  `//${OWN}`,
  'press://app',
  'app://localhost',
  'http://127.0.0.1:0',
  `http://127.0.0.1:${PORT}\u0000`,
]

describe('the guard of the loopback host', () => {
  it.each(['GET', 'HEAD'])('lets %s through from the page itself', (method) => {
    expect(
      judge(method, '/assets/main.js', [
        ['Host', OWN],
        ['Sec-Fetch-Site', 'same-origin'],
      ]),
    ).toBe('allowed')
  })

  it('lets the page itself write', () => {
    const headers = [
      ['Host', OWN],
      ['Origin', ORIGIN],
      ['Sec-Fetch-Site', 'same-origin'],
    ] as const
    expect(judge('POST', '/api/articles.save', headers)).toBe('allowed')
  })

  it.each(WRONG_HOSTS)('refuses the host %j', (host) => {
    for (const target of ['/', '/index.html', '/api/search.run', '/events', '/files/documents/1']) {
      expect(judge('GET', target, [['Host', host]])).toBe(403)
      expect(
        judge('POST', target, [
          ['Host', host],
          ['Origin', ORIGIN],
        ]),
      ).toBe(403)
    }
  })

  it('has at least 60 hosts and 40 origins to refuse', () => {
    expect(WRONG_HOSTS.length).toBeGreaterThanOrEqual(60)
    expect(WRONG_ORIGINS.length).toBeGreaterThanOrEqual(40)
  })

  it.each(WRONG_ORIGINS)('refuses the origin %j for reading and writing', (origin) => {
    expect(
      judge('GET', '/', [
        ['Host', OWN],
        ['Origin', origin],
      ]),
    ).toBe(403)
    expect(
      judge('POST', '/api/search.run', [
        ['Host', OWN],
        ['Origin', origin],
      ]),
    ).toBe(403)
    expect(
      judge('POST', '/session', [
        ['Host', OWN],
        ['Origin', origin],
      ]),
    ).toBe(403)
  })

  it('refuses a missing or doubled host and a doubled origin', () => {
    expect(judge('GET', '/', [])).toBe(403)
    expect(
      judge('GET', '/', [
        ['Host', OWN],
        ['host', OWN],
      ]),
    ).toBe(403)
    expect(
      judge('GET', '/', [
        ['Host', OWN],
        ['HOST', 'evil.example'],
      ]),
    ).toBe(403)
    expect(
      judge('POST', '/session', [
        ['Host', OWN],
        ['Origin', ORIGIN],
        ['origin', ORIGIN],
      ]),
    ).toBe(403)
  })

  it('refuses to write without an origin', () => {
    expect(judge('POST', '/api/search.run', [['Host', OWN]])).toBe(403)
  })

  it.each(['OPTIONS'])('refuses %s, so no other site is ever allowed anything', (method) => {
    expect(
      judge(method, '/api/search.run', [
        ['Host', OWN],
        ['Origin', ORIGIN],
      ]),
    ).toBe(403)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'get', 'Post', ''])(
    'does not know the method %j',
    (method) => {
      expect(
        judge(method, '/', [
          ['Host', OWN],
          ['Origin', ORIGIN],
        ]),
      ).toBe(405)
    },
  )

  it.each(['*', 'http://evil.example/', '//evil.example/', '', 'index.html', '/a b', '/\u00e9', '/\u0000'])(
    'refuses the target %j',
    (target) => {
      expect(judge('GET', target, [['Host', OWN]])).toBe(400)
    },
  )

  it.each(['cross-site', 'same-site', 'none', 'Same-Origin', '', 'same-origin, cross-site'])(
    'refuses what the site %j caused, except a visit of the start page',
    (site) => {
      const headers = [
        ['Host', OWN],
        ['Sec-Fetch-Site', site],
      ] as const
      const visit = [...headers, ['Sec-Fetch-Mode', 'navigate'], ['Sec-Fetch-Dest', 'document']] as const
      expect(judge('GET', '/assets/main.js', headers)).toBe(403)
      expect(judge('GET', '/', headers)).toBe(403)
      expect(judge('GET', '/assets/main.js', visit)).toBe(403)
      expect(judge('GET', '/', visit)).toBe('allowed')
      expect(judge('POST', '/', [...visit, ['Origin', ORIGIN]])).toBe(403)
    },
  )

  it.each(['iframe', 'frame', 'object', 'embed', 'image', 'script', 'empty'])(
    'refuses to be loaded by another site as %s',
    (destination) => {
      const mode = destination.includes('frame') ? 'navigate' : 'no-cors'
      const headers = [
        ['Host', OWN],
        ['Sec-Fetch-Site', 'cross-site'],
        ['Sec-Fetch-Mode', mode],
        ['Sec-Fetch-Dest', destination],
      ] as const
      expect(judge('GET', '/', headers)).toBe(403)
    },
  )
})
