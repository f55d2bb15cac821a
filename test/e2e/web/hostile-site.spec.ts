import { createServer, type Server } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { startWebServer, type WebServer } from '../../../web/server.ts'
import { createFakeHostCore, type FakeHostCore } from '../../support/fake-host-core.ts'

interface Host {
  readonly core: FakeHostCore
  readonly server: WebServer
  readonly token: string
}

async function startHost(folder: string): Promise<Host> {
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Press Archive</title><p>SECRET INTERFACE</p>')
  await writeFile(join(folder, 'main.js'), 'window.stolen = "SECRET SCRIPT"')
  const core = createFakeHostCore()
  core.files.set('document-1', Buffer.from('SECRET DOCUMENT'))
  const server = await startWebServer({
    core,
    interfaceFolder: folder,
    port: 0,
    clock: Date.now,
    idleTime: 600_000,
    onIdle: () => undefined,
    reportBug: (where, error) => {
      throw new Error(where, { cause: error })
    },
  })
  const code = new URL(server.newLink()).hash.slice('#code='.length)
  const reply = await fetch(`${server.origin}/session`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const { token } = (await reply.json()) as { token: string }
  return { core, server, token }
}

/** A web site of somebody else, on another port of the same machine, which is the hardest case. */
async function startHostileSite(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Hostile</title><body></body>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

const test = base.extend<{ readonly host: Host; readonly hostile: string }>({
  host: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'press-archive-hostile-'))
    const host = await startHost(folder)
    await use(host)
    await host.server.close()
    await rm(folder, { recursive: true, force: true })
  },
  hostile: async ({ browserName: _ }, use) => {
    const { url, server } = await startHostileSite()
    await use(url)
    server.closeAllConnections()
    server.close()
  },
})

/** What a hostile page tries with the address of the host. Each resolves to what it could read, or to nothing. */
const ATTACKS: Readonly<Record<string, string>> = {
  'a plain fetch': `fetch(origin + '/').then((r) => r.text())`,
  'a fetch of the page without cors': `fetch(origin + '/', { mode: 'no-cors' }).then((r) => r.text())`,
  'a request': `fetch(origin + '/api/search.run', { method: 'POST', body: '{}' }).then((r) => r.text())`,
  'a request as JSON': `fetch(origin + '/api/search.run', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((r) => r.text())`,
  'a request without cors': `fetch(origin + '/api/articles.trash', { method: 'POST', mode: 'no-cors', body: '{}' }).then((r) => r.text())`,
  'a request with a stolen token': `fetch(origin + '/api/search.run', { method: 'POST', headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' }, body: '{}' }).then((r) => r.text())`,
  'a document with a stolen token': `fetch(origin + '/files/documents/document-1', { headers: { authorization: 'Bearer ' + token } }).then((r) => r.text())`,
  credentials: `fetch(origin + '/api/search.run', { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }).then((r) => r.text())`,
  'guessing codes': `fetch(origin + '/session', { method: 'POST', mode: 'no-cors', body: '{"code":"x"}' }).then((r) => r.text())`,
  'a beacon': `Promise.resolve(navigator.sendBeacon(origin + '/api/articles.trash', '{}')).then(() => '')`,
  'a stream of events': `new Promise((done) => { const s = new EventSource(origin + '/events'); s.onmessage = (e) => done(e.data); s.onerror = () => done('') })`,
  'a web socket': `new Promise((done) => { const s = new WebSocket(origin.replace('http', 'ws') + '/events'); s.onopen = () => done('SECRET SOCKET'); s.onerror = () => done('') })`,
  'an old request object': `new Promise((done) => { const x = new XMLHttpRequest(); x.open('POST', origin + '/api/search.run'); x.onload = () => done(x.responseText); x.onerror = () => done(''); x.send('{}') })`,
  'an image': `new Promise((done) => { const i = new Image(); i.onload = () => done('SECRET IMAGE'); i.onerror = () => done(''); i.src = origin + '/files/attachments/a/b.png' })`,
  'a script': `new Promise((done) => { const s = document.createElement('script'); s.onload = () => done(window.stolen ?? ''); s.onerror = () => done(''); s.src = origin + '/main.js'; document.body.append(s) })`,
  'a module': `import(origin + '/main.js').then(() => window.stolen ?? '')`,
  'a style sheet': `new Promise((done) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = () => done('SECRET STYLE'); l.onerror = () => done(''); l.href = origin + '/'; document.head.append(l) })`,
  'a frame': `new Promise((done) => { const f = document.createElement('iframe'); f.onload = () => { try { done(f.contentDocument.body.textContent) } catch { done('') } }; f.src = origin + '/'; document.body.append(f); setTimeout(() => done(''), 2000) })`,
  'a form': `new Promise((done) => { const f = document.createElement('form'); f.method = 'post'; f.enctype = 'text/plain'; f.target = 'hole'; f.action = origin + '/api/articles.trash'; const h = document.createElement('iframe'); h.name = 'hole'; document.body.append(h, f); f.submit(); setTimeout(() => done(''), 1000) })`,
  'a window': `new Promise((done) => { const w = window.open(origin + '/'); setTimeout(() => { try { done(w.document.body.textContent) } catch { done('') } }, 1500) })`,
  'a worker': `new Promise((done) => { try { const w = new Worker(origin + '/main.js'); w.onerror = () => done(''); setTimeout(() => done(''), 500) } catch { done('') } })`,
  'a preload': `new Promise((done) => { const l = document.createElement('link'); l.rel = 'preload'; l.as = 'fetch'; l.href = origin + '/files/documents/document-1'; l.onload = () => done('SECRET PRELOAD'); l.onerror = () => done(''); document.head.append(l); setTimeout(() => done(''), 1500) })`,
  'an object': `new Promise((done) => { const o = document.createElement('object'); o.data = origin + '/'; o.onload = () => done(o.contentDocument?.body?.textContent ?? ''); o.onerror = () => done(''); document.body.append(o); setTimeout(() => done(''), 1500) })`,
  'another method': `fetch(origin + '/api/search.run', { method: 'PUT', body: '{}' }).then((r) => r.text())`,
  'the name localhost': `fetch(origin.replace('127.0.0.1', 'localhost') + '/', { mode: 'no-cors' }).then((r) => r.text())`,
}

test('a hostile web site reads nothing and changes nothing, whatever it tries', async ({ host, hostile, page }) => {
  for (const [name, attack] of Object.entries(ATTACKS)) {
    await page.goto(hostile)
    const script = `(async () => { const origin = ${JSON.stringify(host.server.origin)}; const token = ${JSON.stringify(host.token)}; try { return String(await (${attack})) } catch { return '' } })()`
    const read = await page.evaluate<string>(script)
    expect(read, name).not.toContain('SECRET')
    expect(read, name).not.toContain('search.run')
  }
  expect(host.core.asked).toEqual([])
  expect(host.core.staged).toEqual([])
})

test('the page itself may do what the hostile site may not', async ({ host, page }) => {
  await page.goto(host.server.origin)
  const answer = await page.evaluate(async (token) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return (await fetch('/api/search.run', { method: 'POST', headers, body: '{}' })).text()
  }, host.token)
  expect(answer).toContain('search.run')
})
