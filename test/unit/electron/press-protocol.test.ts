import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CONTENT_POLICY } from '../../../core/contract/content-policy.ts'
import { AppError } from '../../../core/contract/app-error.ts'
import { envelopeOfError, type Envelope } from '../../../core/contract/envelope.ts'
import type { CoreCall } from '../../../electron/core-messages.ts'
import { readPressAddress } from '../../../electron/press-address.ts'
import { createPressHandler, listInterface } from '../../../electron/press-protocol.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

const ARTICLE = '1m84a7qg25rdk7hk'

async function start() {
  const folder = await makeTempDir()
  await mkdir(join(folder, 'built', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.html'), 'secret')
  await writeFile(join(folder, 'built', 'index.html'), '<!doctype html><title>Press Archive</title>')
  await writeFile(join(folder, 'built', 'assets', 'main.js'), 'export {}')
  await writeFile(join(folder, 'built', 'notes.txt'), 'secret')
  const callCore = vi.fn((call: CoreCall): Promise<Envelope<unknown>> => {
    if (call.kind === 'read-attachment' && call.name === 'none') {
      return Promise.resolve(envelopeOfError(new AppError('not-found', 'none')))
    }
    return Promise.resolve({
      ok: true,
      value: { fileName: 'снимок.html', bytes: new TextEncoder().encode('<script>') },
    })
  })
  const handle = createPressHandler({ interfaceFiles: await listInterface(join(folder, 'built')), callCore })
  return { handle, callCore }
}

describe("the program's own scheme", () => {
  it('serves built files with the one policy', async () => {
    const { handle, callCore } = await start()
    const page = await handle(new Request('press://app/index.html'))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await page.text()).toContain('Press Archive')
    expect((await handle(new Request('press://app/assets/main.js'))).status).toBe(200)
    expect(callCore).not.toHaveBeenCalled()
  })

  it('hands out documents and attachments by id, as bytes without rights', async () => {
    const { handle, callCore } = await start()
    const file = await handle(
      new Request(`press://file/attachments/${ARTICLE}/${encodeURIComponent('снимок (1).html')}`),
    )
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(callCore).toHaveBeenCalledWith({ kind: 'read-attachment', article: ARTICLE, name: 'снимок (1).html' })
    await handle(new Request('press://file/documents/document-1'))
    expect(callCore).toHaveBeenLastCalledWith({ kind: 'read-document', document: 'document-1' })
    expect((await handle(new Request(`press://file/attachments/${ARTICLE}/none`))).status).toBe(404)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { handle, callCore } = await start()
    expect((await handle(new Request('press://app/index.html', { method }))).status).toBe(405)
    expect(callCore).not.toHaveBeenCalled()
  })

  it('answers 500 hostile addresses with 404 and asks the core for none of them', async () => {
    const { handle, callCore } = await start()
    const climbs = [
      '..',
      '%2e%2e',
      '%252e%252e',
      '..%2f',
      '..%5c',
      '\\..',
      '....//',
      '%00',
      '%c0%ae',
      'C:',
      '~',
      '.git',
      'con',
    ]
    const ends = [
      'secret.html',
      'etc/passwd',
      'notes.txt',
      'index.html%00.js',
      'index.html/',
      'INDEX.HTML',
      'windows\\win.ini',
      '',
    ]
    const addresses = climbs.flatMap((climb) =>
      ends.flatMap((end) =>
        ['app', 'file', 'file/attachments', `file/attachments/${ARTICLE}`, 'evil'].map(
          (place) => `press://${place}/${climb}/${end}`,
        ),
      ),
    )
    expect(addresses.length).toBeGreaterThan(500)
    for (const address of addresses) {
      const target = readPressAddress(address)
      // An encoded climb inside an attachment's name stays one name, which the core looks up and does not open.
      if (target?.kind === 'attachment') expect(target.name, address).not.toMatch(/[/\\\0]|^\.\.?$/)
      else if (URL.canParse(address) && new URL(address).pathname !== '/index.html') {
        expect((await handle({ url: address, method: 'GET' } as Request)).status, address).toBe(404)
      }
    }
    expect(callCore).not.toHaveBeenCalled()
  })

  it('reads no address into anything but a table entry, an id or a plain name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `press://file/${text}`),
        ),
        (address) => {
          const target = readPressAddress(address)
          if (target?.kind === 'document') expect(target.document).toMatch(/^[\w-]{1,64}$/)
          if (target?.kind === 'attachment') expect(target.name).not.toMatch(/[/\\\0]/)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
