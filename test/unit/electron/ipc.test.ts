import { describe, expect, it, vi } from 'vitest'
import { ASKING_CHANNELS, PIECE_BYTES, type AskingChannel } from '../../../electron/channels.ts'
import { createAnswerMessage, registerChannels, type MessageSource } from '../../../electron/ipc.ts'
import type { SenderEvent } from '../../../electron/trusted-sender.ts'

const OWN_FRAME = { url: 'press://app/index.html#/library' }
const OWN: SenderEvent = { senderFrame: OWN_FRAME, sender: { mainFrame: OWN_FRAME } }

function start() {
  const callCore = vi.fn((_: unknown) => Promise.resolve({ ok: true as const, value: null }))
  const host = {
    pickFolder: vi.fn(() => Promise.resolve('/chosen')),
    saveDocument: vi.fn(() => Promise.resolve(null)),
    saveAttachment: vi.fn(() => Promise.resolve(null)),
    openLink: vi.fn(() => Promise.resolve(null)),
    revealArchive: vi.fn(() => Promise.resolve(null)),
  }
  const reportBug = vi.fn()
  const answer = createAnswerMessage({ callCore, host, reportBug })
  const isUntouched = (): boolean => [callCore, ...Object.values(host)].every((spy) => spy.mock.calls.length === 0)
  return { answer, callCore, host, reportBug, isUntouched }
}

const FRAMES: readonly (readonly [string, SenderEvent])[] = [
  ['a frame that is gone', { senderFrame: null, sender: { mainFrame: OWN_FRAME } }],
  ['a frame inside the page', { senderFrame: { url: OWN_FRAME.url }, sender: { mainFrame: OWN_FRAME } }],
  ...[
    'https://app/index.html',
    'https://evil.example/press://app',
    'press://app.evil.example/',
    'press://evil/index.html',
    'press://file/attachments/1/a.html',
    'file:///index.html',
    'data:text/html,x',
    'about:blank',
    'about:srcdoc',
    '',
    'press:',
    'press://',
    'chrome-extension://app/',
    'blob:press://app/1',
    'http://127.0.0.1/',
  ].map((url): readonly [string, SenderEvent] => {
    const frame = { url }
    return [`a page at ${JSON.stringify(url)}`, { senderFrame: frame, sender: { mainFrame: frame } }]
  }),
]

const GIVEN: Readonly<Record<AskingChannel, readonly unknown[]>> = {
  'press:request': ['search.run', {}],
  'press:pick-folder': [],
  'press:stage-begin': ['a.txt'],
  'press:stage-chunk': [1, new Uint8Array(1)],
  'press:stage-end': [1],
  'press:stage-cancel': [1],
  'press:read-document': ['document-1'],
  'press:save-document': ['document-1', 'a.pdf'],
  'press:read-attachment': ['1m84a7qg25rdk7hk', 'a.txt'],
  'press:save-attachment': ['1m84a7qg25rdk7hk', 'a.txt'],
  'press:open-link': ['https://example.org'],
  'press:reveal-archive': [],
}

const WRONG: readonly (readonly [AskingChannel, readonly unknown[]])[] = [
  ['press:request', []],
  ['press:request', ['constructor', {}]],
  ['press:request', ['__proto__', {}]],
  ['press:request', [{ toString: () => 'search.run' }, {}]],
  ['press:request', ['search.run', undefined]],
  ['press:request', ['search.run', () => 1]],
  ['press:request', ['search.run', 1n]],
  ['press:stage-begin', ['']],
  ['press:stage-begin', ['a'.repeat(2_000)]],
  ['press:stage-begin', [7]],
  ['press:stage-chunk', ['1', new Uint8Array(1)]],
  ['press:stage-chunk', [0, new Uint8Array(1)]],
  ['press:stage-chunk', [1, [1, 2]]],
  ['press:stage-chunk', [1, 'bytes']],
  ['press:stage-chunk', [1, new Uint8Array(PIECE_BYTES + 1)]],
  ['press:stage-end', [null]],
  ['press:stage-cancel', [1.5]],
  ['press:read-document', ['../../etc/passwd']],
  ['press:read-document', ['a/b']],
  ['press:read-document', [undefined]],
  ['press:save-document', ['a\\b', 'x.pdf']],
  ['press:read-attachment', ['..', 'a.txt']],
  ['press:read-attachment', ['1m84a7qg25rdk7hk', '']],
  ['press:save-attachment', ['1m84a7qg25rdk7hk', 7]],
  ['press:open-link', [{}]],
  ['press:open-link', ['x'.repeat(9_000)]],
]

describe('messages of a window', () => {
  it.each(ASKING_CHANNELS)('answers %s of the own page', async (channel) => {
    const { answer, isUntouched } = start()
    expect(await answer(channel, OWN, GIVEN[channel])).toHaveProperty('ok', true)
    expect(isUntouched()).toBe(false)
  })

  it.each(FRAMES)('refuses every channel to %s', async (_, event) => {
    const { answer, isUntouched } = start()
    for (const channel of ASKING_CHANNELS) {
      expect(await answer(channel, event, GIVEN[channel])).toMatchObject({ error: { code: 'unauthorised' } })
    }
    expect(isUntouched()).toBe(true)
  })

  it('has more than 200 forged messages refused', () => {
    expect(FRAMES.length * ASKING_CHANNELS.length + WRONG.length).toBeGreaterThan(200)
  })

  it.each(WRONG.map(([channel, given], number) => [channel, number, given] as const))(
    'refuses what does not fit %s (%i)',
    async (channel, _, given) => {
      const { answer, isUntouched, reportBug } = start()
      const envelope = await answer(channel, OWN, given)
      expect(envelope).toMatchObject({ error: { code: expect.stringMatching(/^(bad-request|unknown-request)$/) } })
      expect(isUntouched()).toBe(true)
      expect(reportBug).not.toHaveBeenCalled()
    },
  )

  it('passes on a copy that is plain JSON', async () => {
    const { answer, callCore } = start()
    const day = new Date('2025-10-31T00:00:00Z')
    await answer('press:request', OWN, ['search.run', { day, missing: undefined, map: new Map([[1, 2]]) }])
    expect(callCore).toHaveBeenCalledWith({
      kind: 'request',
      name: 'search.run',
      argument: { day: day.toISOString(), map: {} },
    })
  })

  it('refuses what is longer than any request can be', async () => {
    const { answer, isUntouched } = start()
    const envelope = await answer('press:request', OWN, ['search.run', { text: 'x'.repeat(48_000_001) }])
    expect(envelope).toMatchObject({ error: { code: 'too-large' } })
    expect(isUntouched()).toBe(true)
  })

  it('packs a bug of the host without its text and writes it down', async () => {
    const { answer, host, reportBug } = start()
    host.pickFolder.mockRejectedValue(new Error('secret path'))
    const envelope = await answer('press:pick-folder', OWN, [])
    expect(envelope).toMatchObject({ error: { code: 'internal' } })
    expect(JSON.stringify(envelope)).not.toContain('secret')
    expect(reportBug).toHaveBeenCalledOnce()
  })

  it('listens on exactly the declared channels and takes all listeners off again', () => {
    const handlers = new Map<string, unknown>()
    const source: MessageSource = {
      handle: (channel, listener) => void handlers.set(channel, listener),
      removeHandler: (channel) => void handlers.delete(channel),
    }
    const undo = registerChannels(source, start().answer)
    expect([...handlers.keys()].sort()).toEqual([...ASKING_CHANNELS].sort())
    undo()
    expect(handlers.size).toBe(0)
  })
})
