import { describe, expect, test } from 'vitest'
import { keyText, matchesKey } from '../../../../renderer/commands/key-text.ts'
import { COMMANDS } from '../../../../renderer/commands/registry.ts'

const press = (
  code: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
})

describe('keys', () => {
  test('are known by their place, so that they work on every layout', () => {
    // On a Russian layout this key types "л"; its place is the same.
    expect(matchesKey({ code: 'KeyK', ctrl: true }, press('KeyK', { ctrlKey: true }))).toBe(true)
    expect(matchesKey({ code: 'KeyK', ctrl: true }, press('KeyK'))).toBe(false)
    expect(matchesKey({ code: 'KeyK', ctrl: true }, press('KeyK', { ctrlKey: true, shiftKey: true }))).toBe(false)
  })

  test('take Cmd for Ctrl', () => {
    expect(matchesKey({ code: 'KeyZ', ctrl: true }, press('KeyZ', { metaKey: true }))).toBe(true)
  })

  test.each([
    [{ code: 'KeyK', ctrl: true }, 'Ctrl+K'],
    [{ code: 'KeyZ', ctrl: true, shift: true }, 'Ctrl+Shift+Z'],
    [{ code: 'Digit1', ctrl: true }, 'Ctrl+1'],
    [{ code: 'Slash', shift: true }, '?'],
    [{ code: 'Delete' }, 'Del'],
  ])('are printed in the usual way', (binding, text) => {
    expect(keyText(binding)).toBe(text)
  })
})

describe('the registry of commands', () => {
  test('has no id twice', () => {
    const ids = COMMANDS.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('gives no key to two commands that could both run', () => {
    const keys = COMMANDS.filter((command) => command.when === undefined).flatMap((command) =>
      (command.keys ?? []).map(keyText),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('uses no bare digit: the Kazakh layout types letters there', () => {
    const bare = COMMANDS.flatMap((command) => command.keys ?? []).filter(
      (key) => key.code.startsWith('Digit') && key.ctrl !== true,
    )
    expect(bare).toEqual([])
  })
})
