import { describe, expect, it } from 'vitest'
import { CODE_TIME, createAccess, MOST_WRONG_TRIES, REFUSAL_TIME } from '../../../web/access.ts'

function start(): { readonly access: ReturnType<typeof createAccess>; readonly wait: (milliseconds: number) => void } {
  let now = 1_000_000
  return { access: createAccess({ clock: () => now }), wait: (milliseconds) => (now += milliseconds) }
}

function tokenOf(access: ReturnType<typeof createAccess>): string {
  const token = access.exchange(access.newCode())
  if (token === null) throw new Error('the fresh code was refused')
  return token
}

describe('access to the loopback host', () => {
  it('gives the token for the launch code once', () => {
    const { access } = start()
    const code = access.newCode()
    const token = access.exchange(code)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(access.accepts(`Bearer ${token}`)).toBe(true)
    expect(access.exchange(code)).toBeNull()
  })

  it('gives the same token for the code of a second browser', () => {
    const { access } = start()
    expect(tokenOf(access)).toBe(tokenOf(access))
  })

  it('makes codes of 256 random bits, never one twice', () => {
    const { access } = start()
    const codes = new Set(Array.from({ length: 200 }, () => access.newCode()))
    expect(codes.size).toBe(200)
    for (const code of codes) expect(Buffer.from(code, 'base64url')).toHaveLength(32)
  })

  it('refuses a code after its time, and one that a newer code replaced', () => {
    const { access, wait } = start()
    const late = access.newCode()
    wait(CODE_TIME)
    expect(access.exchange(late)).toBeNull()
    const replaced = access.newCode()
    access.newCode()
    expect(access.exchange(replaced)).toBeNull()
  })

  it('refuses tokens that are missing, near, cut, padded or in another form', () => {
    const { access } = start()
    const token = tokenOf(access)
    const near = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    const wrong = [undefined, '', token, `Bearer ${near}`, `Bearer ${token} `, `bearer ${token}`, `Bearer  ${token}`]
    expect(wrong.map((header) => access.accepts(header))).toEqual(wrong.map(() => false))
    expect(access.accepts(`Bearer ${token}`)).toBe(true)
  })

  it('lets nobody in for a minute after ten wrong tries', () => {
    const { access, wait } = start()
    const token = tokenOf(access)
    for (let tries = 0; tries < MOST_WRONG_TRIES; tries += 1) access.accepts('Bearer wrong')
    expect(access.isRefusing()).toBe(true)
    expect(access.accepts(`Bearer ${token}`)).toBe(false)
    expect(access.exchange(access.newCode())).toBeNull()
    wait(REFUSAL_TIME - 1)
    expect(access.accepts(`Bearer ${token}`)).toBe(false)
    wait(1)
    expect(access.accepts(`Bearer ${token}`)).toBe(true)
  })

  it('counts wrong codes and wrong tokens together, and a missing token not at all', () => {
    const { access } = start()
    for (let tries = 0; tries < 50; tries += 1) access.accepts(undefined)
    expect(access.isRefusing()).toBe(false)
    for (let tries = 0; tries < 5; tries += 1) {
      access.exchange('wrong')
      access.accepts('Bearer wrong')
    }
    expect(access.isRefusing()).toBe(true)
  })
})
