import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ArchiveEvent } from '../../../../core/contract/archive-events.ts'
import { connectOverHttp, type BrowserWindow } from '../../../../renderer/client/http-client.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

let server: Server
let answer: Answer
let seen: { readonly method: string; readonly url: string; readonly authorization: string; readonly body: string }[]

const TOKEN = 'token-of-this-run'

beforeEach(async () => {
  seen = []
  answer = (_, response) => response.writeHead(404).end()
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, authorization: headers.authorization ?? '', body })
      if (url === '/session') {
        const good = body === JSON.stringify({ code: 'launch code' })
        response.writeHead(good ? 200 : 401).end(JSON.stringify(good ? { token: TOKEN } : {}))
      } else answer(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('document', { baseURI: `http://127.0.0.1:${port}/` })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function browser(hash: string): BrowserWindow & { readonly replaced: string[]; readonly storage: Map<string, string> } {
  const storage = new Map<string, string>()
  const replaced: string[] = []
  return {
    replaced,
    storage,
    location: { hash, pathname: '/', search: '' } as Location,
    history: { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) } as unknown as History,
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    } as unknown as Storage,
  }
}

const json = (response: ServerResponse, value: unknown, status = 200): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

describe('the loopback client', () => {
  test('trades the launch code for a token, once, and takes it out of the address', async () => {
    const window = browser('#code=launch%20code')
    answer = (_, response) => json(response, { ok: true, value: { archive: null } })
    const { request } = await connectOverHttp(window)
    await expect(request('workspace.status', {})).resolves.toEqual({ archive: null })
    expect(window.replaced).toEqual(['/'])
    expect([...window.storage.values()]).toEqual([TOKEN])
    expect(seen.at(-1)).toEqual({
      method: 'POST',
      url: '/api/workspace.status',
      authorization: `Bearer ${TOKEN}`,
      body: '{}',
    })
  })

  test('goes on with its token after a reload', async () => {
    const window = browser('#/library')
    window.storage.set('press-archive-token', TOKEN)
    answer = (_, response) => json(response, { ok: true, value: [] })
    const { request } = await connectOverHttp(window)
    await expect(request('tags.list', {})).resolves.toEqual([])
    expect(window.replaced).toEqual([])
  })

  test('is refused without code and token, and with a wrong code', async () => {
    await expect(connectOverHttp(browser('#/library'))).rejects.toMatchObject({ code: 'unauthorised' })
    await expect(connectOverHttp(browser('#code=wrong'))).rejects.toMatchObject({ code: 'unauthorised' })
  })

  test('throws the failures of the archive with their code and details', async () => {
    answer = (_, response) =>
      json(response, { error: { code: 'not-found', message: 'No article x.', details: { id: 'x' } } }, 404)
    const { request } = await connectOverHttp(browser('#code=launch%20code'))
    await expect(request('tags.list', {})).rejects.toMatchObject({ code: 'not-found', details: { id: 'x' } })
  })

  test('tells a reply that is no envelope from a fault of the archive', async () => {
    answer = (_, response) => response.writeHead(401).end('no')
    const { request } = await connectOverHttp(browser('#code=launch%20code'))
    await expect(request('tags.list', {})).rejects.toMatchObject({ code: 'unauthorised' })
  })

  test('says that the host is gone when it does not answer', async () => {
    const { request } = await connectOverHttp(browser('#code=launch%20code'))
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await expect(request('tags.list', {})).rejects.toMatchObject({ code: 'unauthorised' })
  })

  test('reads events line by line, however the stream is cut', async () => {
    const events: ArchiveEvent[] = [
      { name: 'tags.changed', value: {} },
      { name: 'archive.changed', value: { articles: null } },
    ]
    const text = `${events.map((event) => JSON.stringify(event)).join('\n')}\n\n{"name":"unknown","value":1}\n`
    answer = (_, response) => {
      response.writeHead(200)
      for (const part of text.match(/[\s\S]{1,7}/g) ?? []) response.write(part)
    }
    const { subscribe } = await connectOverHttp(browser('#code=launch%20code'))
    const heard: ArchiveEvent[] = []
    await new Promise<void>((resolve) => {
      const stop = subscribe((event) => {
        heard.push(event)
        if (heard.length < events.length) return
        stop()
        resolve()
      })
    })
    expect(heard).toEqual(events)
  })

  test('lays files ready one by one and returns what the host calls them', async () => {
    answer = (request, response) =>
      json(response, { ok: true, value: { source: `s-${decodeURIComponent(request.url?.split('name=')[1] ?? '')}` } })
    const { host } = await connectOverHttp(browser('#code=launch%20code'))
    const files = [new File(['one'], 'бір.txt'), new File(['two'], 'two & three.txt')]
    await expect(host.stageFiles(files)).resolves.toEqual(['s-бір.txt', 's-two & three.txt'])
    expect(seen.slice(-2).map(({ body }) => body)).toEqual(['one', 'two'])
  })

  test('reads an attachment by article and name, never by path', async () => {
    answer = (_, response) => void response.writeHead(200).end('bytes')
    const { host } = await connectOverHttp(browser('#code=launch%20code'))
    const blob = await host.readAttachment('01jbg3x6aaaaaaaa', '../a b.png')
    await expect(blob.text()).resolves.toBe('bytes')
    expect(seen.at(-1)?.url).toBe('/files/attachments/01jbg3x6aaaaaaaa/..%2Fa%20b.png')
  })
})
