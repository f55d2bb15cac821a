import { describe, expect, it, vi } from 'vitest'
import { CONTENT_POLICY } from '../../../core/contract/content-policy.ts'
import { sendRaw } from '../../support/raw-http.ts'
import { startFakeHost } from '../../support/start-fake-host.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('the loopback host', () => {
  it('listens on the literal address and gives a link with a code in its fragment', async () => {
    const { server } = await startFakeHost()
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(server.newLink()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/)
  })

  it('answers requests by the same dispatch, argument and envelope unchanged', async () => {
    const host = await startFakeHost()
    const argument = { prefix: 'Қазақстан «»', __proto__: 1 }
    const reply = await host.send(await host.signIn(), '/api/articles.resolve', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(argument),
    })
    expect(await reply.json()).toEqual({ ok: true, value: { name: 'articles.resolve', argument } })
    expect(host.core.asked).toHaveLength(1)
  })

  it('serves the interface to anybody, with the policy and headers, and nothing else', async () => {
    const { server } = await startFakeHost()
    const page = await fetch(`${server.origin}/`)
    expect(await page.text()).toContain('<title>Press Archive</title>')
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
    expect((await fetch(`${server.origin}/assets/main.js`)).headers.get('content-type')).toContain('text/javascript')
    for (const path of ['/notes.txt', '/../package.json', '/%2e%2e/package.json', '/assets/..%2fmain.js', '/assets']) {
      expect((await fetch(`${server.origin}${path}`)).status, path).toBe(401)
    }
  })

  it('sends a file to import as it comes and names its source', async () => {
    const host = await startFakeHost()
    const bytes = Buffer.alloc(3_000_000, 'ж')
    const name = 'папка/Форум & отчёт?.txt'
    const reply = await host.send(await host.signIn(), `/files/stage?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes,
    })
    expect(await reply.json()).toEqual({ ok: true, value: { source: 'source-1' } })
    expect(host.core.staged[0]?.name).toBe(name)
    expect(host.core.staged[0]?.bytes.equals(bytes)).toBe(true)
  })

  it('sends documents and attachments by id, as a download without rights', async () => {
    const host = await startFakeHost()
    host.core.files.set('document-1', Buffer.alloc(10_000, 1))
    host.core.files.set('01jbg3x6/снимок (1).html', Buffer.from('<script>alert(1)</script>'))
    const token = await host.signIn()
    const document = await host.send(token, '/files/documents/document-1')
    expect(Buffer.from(await document.arrayBuffer()).equals(Buffer.alloc(10_000, 1))).toBe(true)
    const name = encodeURIComponent('снимок (1).html')
    const page = await host.send(token, `/files/attachments/01jbg3x6/${name}`)
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-security-policy')).toContain('sandbox')
    expect(page.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.]+$/)
  })

  it('answers unknown files and addresses without a word about the archive', async () => {
    const host = await startFakeHost()
    const token = await host.signIn()
    for (const path of [
      '/files/documents/none',
      '/files/attachments/a/b',
      '/files',
      '/api',
      '/api/a/b',
      '/constructor',
    ]) {
      expect((await host.send(token, path)).status, path).toBe(404)
    }
    expect((await host.send(token, '/files/documents/%E0%A4%A')).status).toBe(400)
    expect(host.core.asked).toHaveLength(0)
    expect(host.bugs).toHaveLength(0)
  })

  it('streams events as lines to whoever has the token', async () => {
    const host = await startFakeHost()
    const reply = await host.send(await host.signIn(), '/events')
    const reader = (reply.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    host.core.emit({ name: 'archive.changed', value: { articles: null } })
    const { value } = await reader.read()
    expect(JSON.parse(new TextDecoder().decode(value))).toEqual({ name: 'archive.changed', value: { articles: null } })
    await reader.cancel()
  })
})

describe('the loopback host against strangers', () => {
  const PATHS: readonly (readonly [string, string])[] = [
    ['POST', '/api/search.run'],
    ['POST', '/api/articles.read'],
    ['GET', '/events'],
    ['GET', '/files/documents/document-1'],
    ['GET', '/files/attachments/01jbg3x6/original.txt'],
    ['POST', '/files/stage?name=a.txt'],
  ]

  it.each(PATHS)('answers nothing to %s %s without the token', async (method, path) => {
    const host = await startFakeHost()
    host.core.files.set('document-1', Buffer.from('secret'))
    const token = await host.signIn()
    const near = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    const headers: readonly Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: token },
      { authorization: `Bearer ${near}` },
      { authorization: `Basic ${token}` },
      { cookie: `token=${token}` },
      { 'x-token': token },
    ]
    for (const given of headers) {
      const reply = await fetch(`${host.server.origin}${path}`, {
        method,
        headers: { origin: host.server.origin, ...JSON_TYPE, ...given },
        ...(method === 'POST' ? { body: '{}' } : {}),
      })
      expect(reply.status).toBe(401)
      expect(await reply.text()).not.toContain('secret')
    }
    expect(
      (await fetch(`${host.server.origin}${path}${path.includes('?') ? '&' : '?'}token=${token}`)).status,
    ).not.toBe(200)
    expect(host.core.asked).toHaveLength(0)
    expect(host.core.staged).toHaveLength(0)
  })

  it('keeps everybody out after ten wrong tokens, over HTTP too', async () => {
    let now = 0
    const host = await startFakeHost({ clock: () => now })
    const token = await host.signIn()
    const ask = async (given: string): Promise<number> =>
      (await host.send(given, '/api/x', { method: 'POST', headers: JSON_TYPE, body: '{}' })).status
    for (let tries = 0; tries < 10; tries += 1) expect(await ask('wrong')).toBe(401)
    expect(await ask(token)).toBe(429)
    now += 60_000
    expect(await ask(token)).toBe(200)
  })

  it('refuses bodies that are no JSON, of another type, or too long', async () => {
    const host = await startFakeHost()
    const token = await host.signIn()
    const post = async (body: string, type: string): Promise<number> =>
      (await host.send(token, '/api/x', { method: 'POST', headers: { 'content-type': type }, body })).status
    expect(await post('{', 'application/json')).toBe(400)
    expect(await post('{}', 'text/plain')).toBe(400)
    expect(await post('{}', 'application/x-www-form-urlencoded')).toBe(400)
    const long = await sendRaw(
      host.port,
      `POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.server.origin}\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{',
    )
    expect(long).toMatch(/^HTTP\/1\.1 413 /)
    expect(host.core.asked).toHaveLength(0)
  })

  it('stops reading a file without announced length at 200 MB and stays small', async () => {
    const host = await startFakeHost()
    const token = await host.signIn()
    const before = process.memoryUsage().rss
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1
        if (sent > 1_000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    // The fake core would keep all of it; a real one writes to disk.
    host.core.intake.addBytes = async (_, bytes) => {
      for await (const _chunk of bytes);
      return 'source'
    }
    const reply = await host
      .send(token, '/files/stage?name=a', { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
      .catch(() => null)
    expect(reply === null || reply.status === 413).toBe(true)
    expect(sent).toBeLessThan(400)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })

  const SMUGGLED = [
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n',
    'GET / HTTP/1.1\r\nHost : 127.0.0.1:PORT\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n Origin: x\r\n\r\n',
    'GET / HTTP/1.1\nHost: 127.0.0.1:PORT\n\n',
    'POST /session HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /session HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
    'POST /session HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    'POST /session HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n',
    'CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    'GET /events HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n',
    'GET /events HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
  ]

  it.each(SMUGGLED.map((text, number) => [number, text] as const))(
    'refuses malformed request %i and stays alive',
    async (_, text) => {
      const host = await startFakeHost()
      const reply = await sendRaw(host.port, text.replaceAll('PORT', String(host.port)))
      expect(reply).not.toMatch(/^HTTP\/1\.1 (1|2)\d\d/)
      expect(reply).not.toContain('Press Archive')
      expect((await fetch(`${host.server.origin}/`)).status).toBe(200)
    },
  )

  it('answers the second of two requests in one packet by itself', async () => {
    const host = await startFakeHost()
    const own = `127.0.0.1:${host.port}`
    const reply = await sendRaw(
      host.port,
      `GET / HTTP/1.1\r\nHost: ${own}\r\n\r\nGET / HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
    )
    expect([...reply.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['200', '403'])
  })

  it('cuts off who is slow with the headers', async () => {
    const host = await startFakeHost({ headerTime: 500 })
    const reply = await sendRaw(host.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Slow:`, 20_000)
    expect(reply).not.toMatch(/^HTTP\/1\.1 2/)
  })
})

describe('the idle loopback host', () => {
  it('stops after its time when nobody asks or listens, and not while somebody listens', async () => {
    const onIdle = vi.fn()
    let now = 0
    const host = await startFakeHost({ clock: () => now, idleTime: 400, onIdle })
    const events = await host.send(await host.signIn(), '/events')
    now += 10_000
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(onIdle).not.toHaveBeenCalled()
    await events.body?.cancel()
    await vi.waitFor(() => {
      now += 1_000
      expect(onIdle).toHaveBeenCalledOnce()
    })
  })
})
